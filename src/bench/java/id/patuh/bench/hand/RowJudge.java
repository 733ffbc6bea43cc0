package id.patuh.bench.hand;

import id.patuh.bench.hand.Documents.Comparison;
import id.patuh.bench.hand.Documents.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What each row of the case at hand shows by itself. */
final class RowJudge {

    private final HandCase at;
    private final CaseViolations violations;
    private final Texts texts;
    private final Hours hours;
    private final Documents documents;
    private final long asOf;

    private final Memory[][] inputMemory;
    private final Memory[][] outputMemory;
    /** By SOP, step and number of the role: 1 where it may, 2 where it may not. */
    private final byte[][][] executes;
    /** By SOP and step: up to this start its limit ends within the calendar. */
    private final long[][] safeUntil;

    /** Rows whose time limit a plan sets. */
    long unplanned;

    RowJudge(
            HandCase at,
            CaseViolations violations,
            List<HandSop> sops,
            Texts texts,
            Hours hours,
            Map<String, String> settings,
            long asOf) {
        this.at = at;
        this.violations = violations;
        this.texts = texts;
        this.hours = hours;
        this.documents = new Documents(texts, settings);
        this.asOf = asOf;
        inputMemory = sops.stream()
                .map(s -> s.inputs.stream().map(Memory::new).toArray(Memory[]::new))
                .toArray(Memory[][]::new);
        outputMemory = sops.stream()
                .map(s -> s.outputs.stream().map(Memory::new).toArray(Memory[]::new))
                .toArray(Memory[][]::new);
        executes = sops.stream().map(s -> new byte[s.count][64]).toArray(byte[][][]::new);
        safeUntil = sops.stream().map(this::safeUntil).toArray(long[][]::new);
    }

    private long[] safeUntil(HandSop of) {
        long[] safe = new long[of.count];
        for (int step = 0; step < of.count; step++) {
            safe[step] = of.timed[step] ? lastKnown(of.limit[step]) : 0;
        }
        return safe;
    }

    private long lastKnown(long limit) {
        for (long start = hours.coveredUntil - Hours.DAY; ; start -= Hours.DAY) {
            try {
                hours.due(start, limit);
                return start;
            } catch (Uncovered e) {
                continue;
            }
        }
    }

    /** Judges all rows of the case. */
    void judge() {
        for (int i = 0; i < at.rows.count; i++) {
            judgeTimes(i);
            if (at.sop != null) {
                judgeBySop(i, at.sop, at.sopNumber);
            }
        }
    }

    private void judgeTimes(int i) {
        long start = at.rows.start[i];
        long end = at.rows.end[i];
        if (end < start) {
            violations.reversed(i, start, end);
        }
        boolean begins = start > asOf;
        if (begins || end != CaseRows.RUNNING && end > asOf) {
            violations.future(i, begins);
        }
    }

    private void judgeBySop(int i, HandSop sop, int sopNumber) {
        CaseRows rows = at.rows;
        long start = rows.start[i];
        long day = Hours.localDay(start);
        if (day < sop.inForce) {
            violations.notInForce(i, start, day);
        }
        int p = at.position[i];
        if (p < 0) {
            violations.unknownStep(i);
            return;
        }
        if (sop.timed[p]) {
            judgeLimit(i, p, sopNumber);
        } else if (sop.byPlan[p]) {
            unplanned++;
        }
        judgeRole(i, p, sopNumber);
        judgeDocuments(i, p, sopNumber);
        if (sop.decision[p] && rows.decision[i] == CaseRows.NONE && rows.end[i] != CaseRows.RUNNING) {
            violations.undecided(i, p);
        }
    }

    private void judgeLimit(int i, int p, int sopNumber) {
        long start = at.rows.start[i];
        long end = at.rows.end[i];
        long limit = at.sop.limit[p];
        long safe = safeUntil[sopNumber][p];
        long until = end != CaseRows.RUNNING ? end : asOf;
        // Working time passes no faster than time: most need no calendar.
        if (until - start <= (limit < 0 ? -limit * Hours.DAY : limit) && start <= safe && start >= hours.coveredFrom) {
            return;
        }
        long due = hours.due(start, limit);
        long overrun = hours.overrun(due, until);
        if (overrun > 0) {
            violations.late(i, p, due, until, overrun);
        }
    }

    private void judgeRole(int i, int p, int sopNumber) {
        int role = at.rows.role[i];
        byte[] known = executes[sopNumber][p];
        if (role >= known.length) {
            known = Arrays.copyOf(known, role * 2);
            executes[sopNumber][p] = known;
        }
        if (known[role] == 0) {
            boolean may = at.sop.executors.get(p).isEmpty() || at.sop.executes(p, texts.text(role));
            known[role] = (byte) (may ? 1 : 2);
        }
        if (known[role] == 2) {
            violations.stranger(i, p, role);
        }
    }

    private void judgeDocuments(int i, int p, int sopNumber) {
        HandSop sop = at.sop;
        CaseRows rows = at.rows;
        Comparison used = sop.inputs.get(p).isEmpty()
                ? Documents.COMPLETE
                : documents.compare(inputMemory[sopNumber][p], rows.inputs[i]);
        boolean yields = rows.end[i] != CaseRows.RUNNING && rows.decision[i] != CaseRows.REVISE;
        Comparison yielded = !yields || sop.outputs.get(p).isEmpty()
                ? Documents.COMPLETE
                : documents.compare(outputMemory[sopNumber][p], rows.outputs[i]);
        if (!used.isComplete() || !yielded.isComplete()) {
            violations.documents(i, p, used, yielded);
        }
    }
}
