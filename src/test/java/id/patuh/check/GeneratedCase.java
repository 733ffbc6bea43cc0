package id.patuh.check;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.ActivityRecord.Outcome;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.NameMatcher;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random case that follows its SOP to the letter, with legal rework rounds, or departs from it in exactly one way. It
 * knows the rule and step that must be found.
 */
final class GeneratedCase {

    static final LocalDateTime AS_OF = LocalDateTime.of(2026, 11, 20, 23, 59, 59);

    /** The ways in which a case can depart from its SOP, named by the rule that must find it. */
    enum Defect {
        STEP_LATE,
        STEP_OVERDUE,
        STEP_MISSING,
        STEP_OUT_OF_ORDER,
        STEP_WRONG_EXECUTOR,
        STEP_INPUT_MISSING,
        STEP_OUTPUT_MISSING,
        APPROVAL_BYPASSED,
        DECISION_MISSING,
        REWORK_EXCESSIVE,
        TIME_REVERSED,
        TIME_IN_FUTURE,
        SAME_PERSON_APPROVES,
        STEP_UNKNOWN,
        SOP_UNKNOWN,
        SOP_NOT_IN_FORCE,
        DOCUMENT_NAME_DRIFT,
        CASE_STALLED;

        String rule() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    final List<ActivityRecord> rows = new ArrayList<>();
    /** {@code rule case/step}, or null for a clean case. */
    String expected;

    private final String id;
    private final Sop sop;
    private final WorkingCalendar calendar;
    private final Random random;
    private final Defect defect;
    private final SourceTable table;
    private long now;
    private Step victim;
    private int reworkLeft;

    GeneratedCase(String id, Sop sop, WorkingCalendar calendar, Random random, Defect defect, SourceTable table) {
        this.id = id;
        this.sop = sop;
        this.calendar = calendar;
        this.random = random;
        this.defect = defect;
        this.table = table;
        this.reworkLeft = 2;
        build();
    }

    private void build() {
        boolean open = defect == Defect.STEP_OVERDUE
                || defect == Defect.TIME_IN_FUTURE
                || defect == Defect.CASE_STALLED
                || defect == null && random.nextInt(5) == 0;
        victim = victim();
        if (defect != null && victim == null) {
            return;
        }
        begin(open);
        int position = 0;
        while (position < sop.steps().size()) {
            Step step = sop.steps().get(position);
            boolean last = open && step == victim;
            if (last) {
                openEnd(step);
                return;
            }
            position = doStep(step, position, open);
        }
        if (defect == Defect.STEP_UNKNOWN) {
            add(
                    "99",
                    null,
                    now,
                    now,
                    List.of(),
                    List.of(),
                    null,
                    role(sop.steps().get(0)),
                    "P-x");
            expect("99");
        }
        if (defect == Defect.SOP_UNKNOWN) {
            expected = defect.rule() + " " + id;
            rewrite("B999", 0);
        }
    }

    /** The step at which the case departs from its SOP, or at which an open case stands. */
    private Step victim() {
        List<Step> able = sop.steps().stream().filter(this::able).toList();
        return able.isEmpty() ? null : able.get(random.nextInt(able.size()));
    }

    private boolean able(Step step) {
        boolean first = step.position() == 0;
        boolean last = step.position() == sop.steps().size() - 1;
        boolean nextMandatory = !last && !sop.steps().get(step.position() + 1).optional();
        if (defect == null || step.optional()) {
            return !first && !step.optional() && step.limit() != null;
        }
        return switch (defect) {
            case STEP_LATE -> step.limit() != null;
            case STEP_OVERDUE, TIME_IN_FUTURE, CASE_STALLED -> !first && step.limit() != null;
            case STEP_MISSING -> !last;
            case STEP_OUT_OF_ORDER ->
                !first && !sop.steps().get(step.position() - 1).optional();
            case STEP_INPUT_MISSING -> !step.inputs().isEmpty();
            case STEP_OUTPUT_MISSING -> !step.outputs().isEmpty();
            case APPROVAL_BYPASSED -> step.decision() != null && nextMandatory;
            case DECISION_MISSING, SAME_PERSON_APPROVES -> step.decision() != null;
            case REWORK_EXCESSIVE -> step.decision() == null && step.limit() != null;
            case DOCUMENT_NAME_DRIFT -> driftable(step) != null;
            case SOP_NOT_IN_FORCE -> first && sop.inForce().getYear() >= 2025;
            default -> true;
        };
    }

    private static String driftable(Step step) {
        return step.inputs().stream()
                .filter(d -> NameMatcher.alternatives(d).size() == 1 && d.split(" ").length >= 5)
                .findFirst()
                .orElse(null);
    }

    private void begin(boolean open) {
        if (defect == Defect.SOP_NOT_IN_FORCE) {
            now = moment(sop.inForce().minusDays(1).atTime(15, 0));
            expect(victim);
        } else if (open) {
            now = moment(LocalDateTime.of(2026, 11, 20, 7, 30));
        } else {
            now = calendar.nextWorkingMoment(
                    moment(LocalDateTime.of(2025, 3, 1, 0, 0).plusMinutes(random.nextInt(560_000))));
        }
    }

    /** Does a step; gives the position of the next. */
    private int doStep(Step step, int position, boolean open) {
        boolean hit = step == victim;
        if (step.optional() && random.nextInt(3) == 0) {
            // Who is not assigned does not go: optional steps that follow each other are left out together.
            int next = position;
            while (sop.steps().get(next).optional()) {
                next++;
            }
            return next;
        }
        if (hit && defect == Defect.STEP_MISSING) {
            expect(step);
            return position + 1;
        }
        Outcome outcome = step.decision() == null ? null : Outcome.APPROVE;
        boolean rework = outcome != null
                && !open
                && reworkLeft > 0
                && random.nextInt(3) == 0
                && defect != Defect.REWORK_EXCESSIVE
                && !(hit
                        && (defect == Defect.APPROVAL_BYPASSED
                                || defect == Defect.DECISION_MISSING
                                || defect == Defect.SAME_PERSON_APPROVES));
        if (rework && !nearVictim(step)) {
            reworkLeft--;
            perform(step, Outcome.REVISE, open, false);
            return sop.step(step.decision().revise()).orElseThrow().position();
        }
        if (hit && defect == Defect.APPROVAL_BYPASSED) {
            perform(step, Outcome.REVISE, open, false);
            expect(sop.steps().get(position + 1));
            return position + 1;
        }
        int times = hit && defect == Defect.REWORK_EXCESSIVE ? 4 : 1;
        for (int i = 0; i < times; i++) {
            perform(step, outcome, open, hit);
        }
        return position + 1;
    }

    /** Rework would repeat the defect of a step that is done again. */
    private boolean nearVictim(Step step) {
        return defect != null
                && victim.position()
                        >= sop.step(step.decision().revise()).orElseThrow().position()
                && victim.position() <= step.position() + 1;
    }

    private void perform(Step step, Outcome outcome, boolean open, boolean hit) {
        long start = hit && defect == Defect.STEP_OUT_OF_ORDER
                ? rows.get(rows.size() - 1).end() - 60_000
                : now;
        long end = end(step, start, open);
        List<String> inputs = documents(step.inputs());
        List<String> outputs = outcome == Outcome.REVISE ? List.of() : documents(step.outputs());
        String role = role(step);
        String person = "P-" + role;
        if (hit && defect != null) {
            switch (defect) {
                case STEP_LATE -> end = calendar.nextWorkingMoment(due(step, start)) + 60_000;
                case STEP_WRONG_EXECUTOR -> role = "Juru Parkir";
                case STEP_INPUT_MISSING -> inputs.remove(random.nextInt(inputs.size()));
                case STEP_OUTPUT_MISSING -> outputs.remove(random.nextInt(outputs.size()));
                case DECISION_MISSING -> outcome = null;
                case TIME_REVERSED -> end = start - 600_000;
                case SAME_PERSON_APPROVES -> person = rows.get(rows.size() - 1).person();
                case DOCUMENT_NAME_DRIFT ->
                    inputs.set(step.inputs().indexOf(driftable(step)), driftable(step) + " Baru");
                default -> {}
            }
            if (defect != Defect.APPROVAL_BYPASSED && defect != Defect.SOP_NOT_IN_FORCE) {
                expect(step);
            }
        }
        add(Integer.toString(step.no()), step, start, end, inputs, outputs, outcome, role, person);
        now = defect == Defect.SOP_NOT_IN_FORCE && step.position() == 0
                ? moment(sop.inForce().atTime(7, 30))
                : Math.max(now, end);
        if (!open) {
            long pause = random.nextInt(4) == 0 ? 0 : random.nextInt(10 * 60) * 60_000L;
            now = calendar.nextWorkingMoment(now + pause);
        }
    }

    private long end(Step step, long start, boolean open) {
        if (open || step.limit() == null) {
            return start + 60_000;
        }
        long due = due(step, start);
        // One in four ends exactly when it is due.
        return random.nextInt(4) == 0 ? due : start + (long) (random.nextDouble() * (due - start));
    }

    private long due(Step step, long start) {
        TimeLimit limit = step.limit();
        return calendar.due(start, limit, Clock.WORKING);
    }

    /** Where an open case stands at the moment of the check. */
    private void openEnd(Step step) {
        long start = moment(LocalDateTime.of(2026, 11, 20, 16, 15));
        if (defect == Defect.CASE_STALLED) {
            expected = defect.rule() + " " + id;
            long shift = start - moment(LocalDateTime.of(2026, 10, 2, 16, 15));
            rewrite(null, shift);
            return;
        }
        if (defect == Defect.TIME_IN_FUTURE) {
            start = moment(LocalDateTime.of(2026, 11, 23, 8, 0));
            expect(step);
        }
        if (defect == Defect.STEP_OVERDUE) {
            long shift = start - moment(LocalDateTime.of(2026, 8, 7, 16, 15));
            rewrite(null, shift);
            start -= shift;
            expect(step);
        }
        String role = role(step);
        add(
                Integer.toString(step.no()),
                step,
                start,
                ActivityRecord.RUNNING,
                documents(step.inputs()),
                List.of(),
                null,
                role,
                "P-" + role);
    }

    /** Every row so far, under another SOP (null: its own) and so much earlier. */
    private void rewrite(String cited, long earlier) {
        rows.replaceAll(r -> new ActivityRecord(
                r.caseId(),
                new ActivityKind(
                        cited == null ? r.sop() : cited, r.step(), r.role(), r.inputs(), r.outputs(), r.decision()),
                r.person(),
                r.unit(),
                r.start() - earlier,
                r.end() - earlier,
                r.row()));
    }

    private List<String> documents(List<String> required) {
        List<String> documents = new ArrayList<>();
        for (String document : required) {
            List<String> alternatives = NameMatcher.alternatives(document);
            documents.add(alternatives.get(random.nextInt(alternatives.size())));
        }
        return documents;
    }

    private String role(Step step) {
        return step.executor().get(random.nextInt(step.executor().size()));
    }

    private void add(
            String step,
            Step definition,
            long start,
            long end,
            List<String> inputs,
            List<String> outputs,
            Outcome decision,
            String role,
            String person) {
        rows.add(new ActivityRecord(
                id,
                new ActivityKind(random.nextBoolean() ? sop.id() : sop.number(), step, role, inputs, outputs, decision),
                person,
                "Unit Uji",
                start,
                end,
                new SourceRow(table, rows.size() + 2, new String[0])));
    }

    private void expect(Step step) {
        expect(Integer.toString(step.no()));
    }

    private void expect(String step) {
        expected = defect.rule() + " " + id + "/" + step;
    }

    private long moment(LocalDateTime local) {
        return local.atZone(ZoneId.of("Asia/Jakarta")).toInstant().toEpochMilli();
    }
}
