package id.patuh.bench.logs;

import id.patuh.law.TimeLimit;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.NameMatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An SOP in the form in which a log repeats it: every cell as bytes, made once. */
final class SopTexts {

    /** Words that a drift needs so that one more leaves the name near. */
    private static final int WORDS_TO_DRIFT = 5;

    final WorkingCalendar calendar;
    final byte[][] citations;
    final StepTexts[] steps;
    final long inForce;
    final boolean recent;
    final Map<Defect, StepTexts[]> able = new EnumMap<>(Defect.class);
    /** Where an open case may stand. */
    final StepTexts[] ableOpen;

    SopTexts(Sop sop, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.citations = new byte[][] {cell(sop.id()), cell(sop.number())};
        this.inForce = sop.inForce().toEpochDay();
        this.recent = sop.inForce().getYear() >= 2025;
        this.steps = sop.steps().stream().map(s -> new StepTexts(sop, s)).toArray(StepTexts[]::new);
        this.ableOpen = able(null);
        for (Defect defect : Defect.values()) {
            able.put(defect, able(defect));
        }
    }

    private StepTexts[] able(Defect defect) {
        List<StepTexts> able = new ArrayList<>();
        for (StepTexts step : steps) {
            if (isAble(step, defect)) {
                able.add(step);
            }
        }
        return able.toArray(StepTexts[]::new);
    }

    /** Whether a case can depart from the SOP at that step in that way, and in no other way at once. */
    private boolean isAble(StepTexts step, Defect defect) {
        boolean first = step.position == 0;
        boolean last = step.position == steps.length - 1;
        if (defect == null || step.optional) {
            return !first && !step.optional && step.limit != null;
        }
        return switch (defect) {
            case STEP_LATE -> step.limit != null;
            case STEP_OVERDUE, TIME_IN_FUTURE, CASE_STALLED -> !first && step.limit != null;
            case STEP_MISSING -> !last;
            case STEP_OUT_OF_ORDER -> !first && !steps[step.position - 1].optional;
            case STEP_INPUT_MISSING -> !step.inputs.isEmpty();
            case STEP_OUTPUT_MISSING -> !step.outputs.isEmpty();
            case APPROVAL_BYPASSED -> step.decision && !last && !steps[step.position + 1].optional;
            case DECISION_MISSING, SAME_PERSON_APPROVES -> step.decision;
            case REWORK_EXCESSIVE -> !step.decision && step.limit != null;
            case DOCUMENT_NAME_DRIFT -> step.drifting != null;
            case SOP_NOT_IN_FORCE -> first && recent;
            default -> true;
        };
    }

    /** A text as a CSV cell. */
    static byte[] cell(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0;
        return (plain ? text : '"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8);
    }

    /** One step. */
    static final class StepTexts {
        final int position;
        final String number;
        final byte[] no;
        final byte[][] executors;
        final TimeLimit limit;
        final boolean optional;
        final boolean decision;
        final int revise;
        final List<List<String>> inputs;
        final List<List<String>> outputs;
        /** Every way to name all documents. */
        final byte[][] allInputs;

        final byte[][] allOutputs;
        /** The inputs with one name a little off, or null. */
        final byte[] drifting;

        StepTexts(Sop sop, Step step) {
            position = step.position();
            number = Integer.toString(step.no());
            no = cell(number);
            executors = step.executor().stream().map(SopTexts::cell).toArray(byte[][]::new);
            limit = step.limit();
            optional = step.optional();
            decision = step.decision() != null;
            revise = decision ? sop.step(step.decision().revise()).orElseThrow().position() : -1;
            inputs = step.inputs().stream().map(NameMatcher::alternatives).toList();
            outputs = step.outputs().stream().map(NameMatcher::alternatives).toList();
            allInputs = combinations(inputs);
            allOutputs = combinations(outputs);
            drifting = drifting();
        }

        private byte[] drifting() {
            List<String> named =
                    new ArrayList<>(inputs.stream().map(a -> a.get(0)).toList());
            for (int i = 0; i < inputs.size(); i++) {
                String name = named.get(i);
                if (inputs.get(i).size() == 1 && name.split(" ").length >= WORDS_TO_DRIFT) {
                    named.set(i, name + " Baru");
                    return cell(String.join("; ", named));
                }
            }
            return null;
        }
    }

    /** Every cell that names each document by one of its alternatives. */
    static byte[][] combinations(List<List<String>> documents) {
        List<String> cells = List.of("");
        for (List<String> alternatives : documents) {
            List<String> longer = new ArrayList<>();
            for (String cell : cells) {
                alternatives.forEach(a -> longer.add(cell.isEmpty() ? a : cell + "; " + a));
            }
            cells = longer;
        }
        return cells.stream().map(SopTexts::cell).toArray(byte[][]::new);
    }
}
