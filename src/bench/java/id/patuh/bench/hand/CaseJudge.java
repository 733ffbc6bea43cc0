package id.patuh.bench.hand;

import id.patuh.bench.hand.Documents.Comparison;
import id.patuh.bench.hand.Documents.Memory;
import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds one case after the other against all rules of activity logs. */
final class CaseJudge implements CaseSink {

    private static final int MOST_STEPS = 64;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<HandSop> sops;
    private final Map<String, Integer> sopByKey = new HashMap<>();
    private final Texts texts;
    private final Texts cited;
    private final Hours hours;
    private final Documents documents;
    private final CaseFindings findings;
    private final long asOf;
    private final int maximumRounds;
    private final long stallLimit;

    /** By number of the cited text: the SOP, -1 where there is none, -2 where not yet known. */
    private int[] sopOf = new int[0];

    private final Memory[][] inputMemory;
    private final Memory[][] outputMemory;
    /** By SOP, step and number of the role: 1 where it may, 2 where it may not. */
    private final byte[][][] executes;

    /** Up to this start a limit ends within the calendar. */
    private final long[][] safeUntil;

    long unplanned;

    // What is found of the case at hand, by position of the step or by row.
    private final int[] times = new int[MOST_STEPS];
    private final long[] earliestEnd = new long[MOST_STEPS];
    private final int[] lastRow = new int[MOST_STEPS];
    private int[] position = new int[0];
    private int[] round = new int[0];
    /** Rows with a decision. */
    private int[] decided = new int[0];

    private int decisions;
    private CaseRows rows;
    private HandSop sop;
    private long done;
    private boolean closed;

    CaseJudge(
            List<HandSop> sops,
            Texts texts,
            Texts cited,
            Hours hours,
            Map<String, String> settings,
            Map<String, String> keys,
            CaseFindings findings,
            long asOf) {
        this.sops = sops;
        this.texts = texts;
        this.cited = cited;
        this.hours = hours;
        this.documents = new Documents(texts, settings);
        this.findings = findings;
        this.asOf = asOf;
        this.maximumRounds = Integer.parseInt(settings.get("maximum-rounds"));
        String[] stall = settings.get("stall-limit").split(" ");
        this.stallLimit = Hours.limit(Long.parseLong(stall[0]), stall[1].toUpperCase(java.util.Locale.ROOT));
        keys.forEach((key, id) -> sopByKey.put(key, index(id)));
        inputMemory = sops.stream()
                .map(s -> s.inputs.stream().map(Memory::new).toArray(Memory[]::new))
                .toArray(Memory[][]::new);
        outputMemory = sops.stream()
                .map(s -> s.outputs.stream().map(Memory::new).toArray(Memory[]::new))
                .toArray(Memory[][]::new);
        executes = sops.stream().map(s -> new byte[s.count][64]).toArray(byte[][][]::new);
        safeUntil = sops.stream().map(this::safeUntil).toArray(long[][]::new);
    }

    private int index(String id) {
        for (int i = 0; i < sops.size(); i++) {
            if (sops.get(i).id.equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException(id);
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

    @Override
    public void judge(CaseRows of) {
        rows = of;
        rows.sort();
        int sopNumber = sopNumber();
        sop = sopNumber < 0 ? null : sops.get(sopNumber);
        findings.begin(rows, sop == null ? cited.text(rows.sop[0]) : sop.id, sop == null ? null : sop.ground, sop);
        if (position.length < rows.count) {
            position = new int[rows.count * 2];
            round = new int[rows.count * 2];
            decided = new int[rows.count * 2];
        }
        countRounds();
        if (sop == null) {
            findings.add("sop-unknown", null, 0)
                    .actual(cited.text(rows.sop[0]))
                    .at(0, "nomor_sop", cited.text(rows.sop[0]))
                    .end();
        }
        boolean running = false;
        boolean refused = false;
        decisions = 0;
        for (int i = 0; i < rows.count; i++) {
            running |= rows.end[i] == CaseRows.RUNNING;
            if (rows.decision[i] != CaseRows.NONE) {
                decided[decisions++] = i;
                refused |= rows.decision[i] == CaseRows.REVISE;
            }
            judgeTimes(i);
            if (sop != null) {
                judgeRow(i, sopNumber);
            }
        }
        judgeRounds();
        if (sop != null) {
            relate(refused);
            int last = sop.count - 1;
            closed = (done >> last & 1) == 1 && isFinished(last);
            judgeUndone();
            if (!closed && !running) {
                judgePause();
            }
        }
    }

    private int sopNumber() {
        int first = sopOf(rows.sop[0]);
        for (int i = 1; i < rows.count; i++) {
            if (rows.sop[i] != rows.sop[0] && (first < 0 || sopOf(rows.sop[i]) != first)) {
                throw new Uncovered("case of several SOPs: " + rows.caseText());
            }
        }
        return first;
    }

    private int sopOf(int text) {
        if (text >= sopOf.length) {
            int known = sopOf.length;
            sopOf = Arrays.copyOf(sopOf, Math.max(16, text * 2));
            Arrays.fill(sopOf, known, sopOf.length, -2);
        }
        if (sopOf[text] == -2) {
            sopOf[text] = sopByKey.getOrDefault(Wording.key(cited.text(text)), -1);
        }
        return sopOf[text];
    }

    private void countRounds() {
        done = 0;
        for (int i = 0; i < rows.count; i++) {
            int at = sop == null ? -1 : sop.position[rows.step[i]];
            position[i] = at;
            if (at < 0) {
                round[i] = 1;
                for (int j = 0; j < i; j++) {
                    round[i] += rows.step[j] == rows.step[i] ? 1 : 0;
                }
                continue;
            }
            long bit = 1L << at;
            if ((done & bit) == 0) {
                done |= bit;
                times[at] = 0;
                earliestEnd[at] = NEVER;
            }
            round[i] = ++times[at];
            earliestEnd[at] = Math.min(earliestEnd[at], rows.end[i]);
            lastRow[at] = i;
        }
    }

    private void judgeTimes(int i) {
        long start = rows.start[i];
        long end = rows.end[i];
        if (end < start) {
            reversed(i, start, end);
        }
        boolean begins = start > asOf;
        if (begins || end != CaseRows.RUNNING && end > asOf) {
            future(i, begins);
        }
    }

    private void judgeRounds() {
        for (int i = 0; i < rows.count; i++) {
            if (round[i] > maximumRounds && isLastRound(i)) {
                repeated(i);
            }
        }
    }

    private boolean isLastRound(int row) {
        for (int i = row + 1; i < rows.count; i++) {
            if (rows.step[i] == rows.step[row]) {
                return false;
            }
        }
        return true;
    }

    private String step(int row) {
        return Integer.toString(rows.step[row]);
    }

    /** What a row shows by itself. */
    private void judgeRow(int i, int sopNumber) {
        long start = rows.start[i];
        long day = Hours.localDay(start);
        if (day < sop.inForce) {
            notInForce(i, start, day);
        }
        int p = position[i];
        if (p < 0) {
            unknownStep(i);
            return;
        }
        if (sop.timed[p]) {
            judgeLimit(i, p, safeUntil[sopNumber][p]);
        } else if (sop.byPlan[p]) {
            unplanned++;
        }
        judgeRole(i, p, sopNumber);
        judgeDocuments(i, p, sopNumber);
        if (sop.decision[p] && rows.decision[i] == CaseRows.NONE && rows.end[i] != CaseRows.RUNNING) {
            undecided(i, p);
        }
    }

    private void judgeLimit(int i, int p, long safe) {
        long start = rows.start[i];
        long limit = sop.limit[p];
        boolean ended = rows.end[i] != CaseRows.RUNNING;
        long until = ended ? rows.end[i] : asOf;
        // Working time passes no faster than time: most need no calendar.
        if (until - start <= (limit < 0 ? -limit * Hours.DAY : limit) && start <= safe && start >= hours.coveredFrom) {
            return;
        }
        long due = hours.due(start, limit);
        long overrun = hours.overrun(due, until);
        if (overrun == 0) {
            return;
        }
        late(i, p, due, until, overrun);
    }

    private void judgeRole(int i, int p, int sopNumber) {
        int role = rows.role[i];
        byte[] known = executes[sopNumber][p];
        if (role >= known.length) {
            known = Arrays.copyOf(known, role * 2);
            executes[sopNumber][p] = known;
        }
        if (known[role] == 0) {
            boolean may = sop.executors.get(p).isEmpty() || sop.executes(p, texts.text(role));
            known[role] = (byte) (may ? 1 : 2);
        }
        if (known[role] == 2) {
            stranger(i, p, role);
        }
    }

    private void judgeDocuments(int i, int p, int sopNumber) {
        Comparison used = sop.inputs.get(p).isEmpty()
                ? Documents.COMPLETE
                : documents.compare(inputMemory[sopNumber][p], rows.inputs[i]);
        boolean yields = rows.end[i] != CaseRows.RUNNING && rows.decision[i] != CaseRows.REVISE;
        Comparison yielded = !yields || sop.outputs.get(p).isEmpty()
                ? Documents.COMPLETE
                : documents.compare(outputMemory[sopNumber][p], rows.outputs[i]);
        if (!used.isComplete() || !yielded.isComplete()) {
            documents(i, p, used, yielded);
        }
    }

    private void lacking(String rule, int i, int p, Comparison comparison, String column, int cell) {
        findings.add(rule, step(i), round[i])
                .title(p)
                .expected(String.join("; ", comparison.missing()))
                .actual(String.join("; ", Documents.items(texts.text(cell))))
                .at(i, column, cell == 0 ? null : texts.text(cell))
                .end();
    }

    private static String joined(List<String> one, List<String> other) {
        return one.isEmpty()
                ? String.join("; ", other)
                : other.isEmpty() ? String.join("; ", one) : String.join("; ", one) + "; " + String.join("; ", other);
    }

    /** What shows only when the rows of a case are seen together. */
    private void relate(boolean refused) {
        for (int i = 0; i < rows.count; i++) {
            int p = position[i];
            if (p < 0) {
                continue;
            }
            long unfinished = unfinished(p, rows.start[i]);
            if (unfinished != 0) {
                outOfOrder(i, p);
            }
            if (refused) {
                judgeBypass(i, p);
            }
            if (sop.decision[p]) {
                judgeApprover(i, p);
            }
        }
    }

    private long unfinished(int p, long start) {
        long found = 0;
        for (long rest = sop.after[p]; rest != 0; rest &= rest - 1) {
            int before = Long.numberOfTrailingZeros(rest);
            if ((done >> before & 1) == 1) {
                found |= earliestEnd[before] > start ? 1L << before : 0;
            } else if (sop.optional[before]) {
                found |= unfinished(before, start);
            }
        }
        return found;
    }

    private void outOfOrder(int i, int p) {
        long steps = unfinished(p, rows.start[i]);
        if (Long.bitCount(steps) > 1) {
            throw new Uncovered("several steps unfinished before another");
        }
        String before = Integer.toString(sop.no[Long.numberOfTrailingZeros(steps)]);
        findings.add("step-out-of-order", step(i), round[i])
                .title(p)
                .with("before", before)
                .expected(before)
                .actual(Moments.shown(rows.start[i]))
                .at(i, "mulai", Moments.shown(rows.start[i]))
                .end();
    }

    private void judgeBypass(int i, int p) {
        for (long rest = sop.approvals & done; rest != 0; rest &= rest - 1) {
            int approval = Long.numberOfTrailingZeros(rest);
            if ((sop.bypassing[approval] >> p & 1) == 1) {
                int latest = latestDecision(approval, rows.start[i]);
                if (latest >= 0 && rows.decision[latest] == CaseRows.REVISE && !isFollowed(approval, latest, i, p)) {
                    bypassed(i, p, latest);
                    return;
                }
            }
        }
    }

    private String decisionText(int row) {
        return findings.decision(rows.decisionText[row]);
    }

    private int latestDecision(int approval, long at) {
        int latest = -1;
        for (int d = 0; d < decisions; d++) {
            int i = decided[d];
            if (position[i] == approval && rows.end[i] <= at && (latest < 0 || rows.end[i] >= rows.end[latest])) {
                latest = i;
            }
        }
        return latest;
    }

    private boolean isFollowed(int approval, int decided, int row, int p) {
        for (int i = 0; i < row; i++) {
            int other = position[i];
            if (other >= 0
                    && rows.start[i] >= rows.end[decided]
                    && (sop.ancestors[other] >> approval & 1) == 1
                    && (sop.ancestors[p] >> other & 1) == 1) {
                return true;
            }
        }
        return false;
    }

    private void judgeApprover(int i, int p) {
        for (int work = i - 1; work >= 0; work--) {
            if (position[work] >= 0 && (sop.judged[p] >> position[work] & 1) == 1) {
                if (rows.isSamePerson(i, work)) {
                    ownWork(i, p, work);
                }
                return;
            }
        }
    }

    private boolean isFinished(int last) {
        for (int i = 0; i < rows.count; i++) {
            if (position[i] == last && rows.end[i] != CaseRows.RUNNING && rows.decision[i] != CaseRows.REVISE) {
                return true;
            }
        }
        return false;
    }

    private void judgeUndone() {
        for (long rest = ~done & (1L << sop.count) - 1 & ~sop.optionals; rest != 0; rest &= rest - 1) {
            int undone = Long.numberOfTrailingZeros(rest);
            for (int i = 0; i < rows.count; i++) {
                int p = position[i];
                if (p >= 0 && ((sop.ancestors[p] >> undone & 1) == 1 || closed && p == sop.count - 1)) {
                    missing(i, undone);
                    break;
                }
            }
        }
    }

    private void judgePause() {
        int latest = -1;
        for (int i = 0; i < rows.count; i++) {
            if (position[i] >= 0 && (latest < 0 || rows.end[i] >= rows.end[latest])) {
                latest = i;
            }
        }
        if (latest < 0 || rows.end[latest] > asOf) {
            return;
        }
        int next = next(latest);
        if (next < 0) {
            return;
        }
        long due = hours.due(rows.end[latest], stallLimit);
        if (hours.overrun(due, asOf) > 0) {
            stalled(latest, next, due);
        }
    }

    private int next(int latest) {
        int p = position[latest];
        if (sop.decision[p] && rows.decision[latest] != CaseRows.NONE) {
            int target = rows.decision[latest] == CaseRows.APPROVE ? sop.approve[p] : sop.revise[p];
            if (target >= 0) {
                return target;
            }
        }
        for (int step = p + 1; step < sop.count; step++) {
            boolean never = (done >> step & 1) == 0;
            boolean again = !never && round[latest] > 1 && rows.start[lastRow[step]] < rows.start[latest];
            if (!sop.optional[step] && (never || again)) {
                return step;
            }
        }
        return -1;
    }

    // What is found is rare: it stays out of the code that every row runs through.

    private void reversed(int i, long start, long end) {
        findings.add("time-reversed", step(i), round[i])
                .expected(Moments.shown(start))
                .actual(Moments.shown(end))
                .at(i, "mulai", Moments.shown(start))
                .at(i, "selesai", Moments.shown(end))
                .end();
    }

    private void future(int i, boolean begins) {
        String when = Moments.shown(begins ? rows.start[i] : rows.end[i]);
        findings.add("time-in-future", step(i), round[i])
                .expected(Moments.shown(asOf))
                .actual(when)
                .at(i, begins ? "mulai" : "selesai", when)
                .end();
    }

    private void repeated(int i) {
        findings.add("rework-excessive", step(i), 0)
                .title(position[i])
                .expected(Integer.toString(maximumRounds))
                .actual(Integer.toString(round[i]))
                .at(i, null, null)
                .end();
    }

    private void notInForce(int i, long start, long day) {
        findings.add("sop-not-in-force", step(i), round[i])
                .expected(sop.inForceText)
                .actual(java.time.LocalDate.ofEpochDay(day).toString())
                .at(i, "mulai", Moments.shown(start))
                .end();
    }

    private void unknownStep(int i) {
        findings.add("step-unknown", step(i), round[i])
                .actual(step(i))
                .at(i, "langkah", step(i))
                .end();
    }

    private void undecided(int i, int p) {
        findings.add("decision-missing", step(i), round[i])
                .title(p)
                .at(i, "keputusan", null)
                .end();
    }

    private void late(int i, int p, long due, long until, long overrun) {
        long start = rows.start[i];
        boolean ended = rows.end[i] != CaseRows.RUNNING;
        CaseFindings finding = findings.add(ended ? "step-late" : "step-overdue", step(i), round[i])
                .title(p)
                .with("within", sop.within[p])
                .with("start", Moments.shown(start))
                .with("overrun", findings.duration(overrun))
                .with("asOf", Moments.shown(asOf))
                .expected(Moments.shown(due))
                .at(i, "mulai", Moments.shown(start));
        if (ended) {
            finding.actual(Moments.shown(until)).at(i, "selesai", Moments.shown(until));
        } else {
            finding.at(i, "selesai", null);
        }
        finding.end();
    }

    private void stranger(int i, int p, int role) {
        findings.add("step-wrong-executor", step(i), round[i])
                .severity(sop.inferred[p] ? 2 : 1)
                .title(p)
                .expected(String.join("; ", sop.executors.get(p)))
                .actual(texts.text(role))
                .at(i, "pelaksana", texts.text(role))
                .end();
    }

    private void documents(int i, int p, Comparison used, Comparison yielded) {
        if (!used.missing().isEmpty()) {
            lacking("step-input-missing", i, p, used, "kelengkapan", rows.inputs[i]);
        }
        if (!yielded.missing().isEmpty()) {
            lacking("step-output-missing", i, p, yielded, "output", rows.outputs[i]);
        }
        if (!used.demanded().isEmpty() || !yielded.demanded().isEmpty()) {
            CaseFindings finding = findings.add("document-name-drift", step(i), round[i])
                    .title(p)
                    .expected(joined(used.demanded(), yielded.demanded()))
                    .actual(joined(used.given(), yielded.given()));
            if (!used.demanded().isEmpty()) {
                finding.at(i, "kelengkapan", texts.text(rows.inputs[i]));
            }
            if (!yielded.demanded().isEmpty()) {
                finding.at(i, "output", texts.text(rows.outputs[i]));
            }
            finding.end();
        }
    }

    private void bypassed(int i, int p, int decided) {
        findings.add("approval-bypassed", step(i), round[i])
                .title(p)
                .with("approval", step(decided))
                .with("decided", Moments.shown(rows.end[decided]))
                .expected(step(decided))
                .actual(Moments.shown(rows.start[i]))
                .at(decided, "keputusan", decisionText(decided))
                .at(i, "mulai", Moments.shown(rows.start[i]))
                .end();
    }

    private void ownWork(int i, int p, int work) {
        String person = rows.person(i);
        findings.add("same-person-approves", step(i), round[i])
                .title(p)
                .with("work", step(work))
                .actual(person)
                .at(i, "petugas", person)
                .at(work, "petugas", rows.person(work))
                .end();
    }

    private void missing(int i, int undone) {
        findings.add("step-missing", Integer.toString(sop.no[undone]), 0)
                .title(undone)
                .with("later", step(i))
                .expected(sop.title[undone])
                .at(i, "langkah", step(i))
                .end();
    }

    private void stalled(int latest, int next, long due) {
        String since = Moments.shown(rows.end[latest]);
        String title = sop.title[next];
        findings.add("case-stalled", null, 0)
                .with("since", since)
                .with("limit", findings.stallLimit())
                .with("next", sop.no[next] + " " + title)
                .expected(Moments.shown(due))
                .actual(since)
                .at(latest, "selesai", since)
                .end();
    }
}
