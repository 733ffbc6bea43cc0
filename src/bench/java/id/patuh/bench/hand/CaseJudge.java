package id.patuh.bench.hand;

import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds one case after the other against all rules of activity logs. */
final class CaseJudge implements CaseSink {

    private final List<HandSop> sops;
    private final Map<String, Integer> sopByKey = new HashMap<>();
    private final Texts cited;
    private final Hours hours;
    private final CaseFindings findings;
    private final long asOf;
    private final int maximumRounds;
    private final long stallLimit;

    private final HandCase at = new HandCase();
    private final CaseViolations violations;
    private final RowJudge single;

    /** By number of the cited text: the SOP, -1 where there is none, -2 where not yet known. */
    private int[] sopOf = new int[0];

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
        this.cited = cited;
        this.hours = hours;
        this.findings = findings;
        this.asOf = asOf;
        this.maximumRounds = Integer.parseInt(settings.get("maximum-rounds"));
        String[] stall = settings.get("stall-limit").split(" ");
        this.stallLimit = Hours.limit(Long.parseLong(stall[0]), stall[1].toUpperCase(Locale.ROOT));
        this.violations = new CaseViolations(at, findings, texts, asOf, maximumRounds);
        this.single = new RowJudge(at, violations, sops, texts, hours, settings, asOf);
        keys.forEach((key, id) -> sopByKey.put(key, index(id)));
    }

    /** Activities whose time limit a plan sets, which no log holds. */
    long unplanned() {
        return single.unplanned;
    }

    private int index(String id) {
        for (int i = 0; i < sops.size(); i++) {
            if (sops.get(i).id.equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException(id);
    }

    @Override
    public void judge(CaseRows rows) {
        rows.sort();
        int number = sopNumber(rows);
        HandSop sop = number < 0 ? null : sops.get(number);
        String text = cited.text(rows.sop[0]);
        findings.begin(rows, sop == null ? text : sop.id, sop == null ? null : sop.ground, sop);
        at.begin(rows, sop, number);
        if (sop == null) {
            violations.unknownSop(text);
        }
        single.judge();
        judgeRounds();
        if (sop != null) {
            relate();
            boolean closed = at.isClosed();
            judgeUndone(closed);
            if (!closed && !at.running) {
                judgePause();
            }
        }
    }

    private int sopNumber(CaseRows rows) {
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

    private void judgeRounds() {
        for (int i = 0; i < at.rows.count; i++) {
            if (at.round[i] > maximumRounds && at.isLastRound(i)) {
                violations.repeated(i);
            }
        }
    }

    /** What shows only when the rows of a case are seen together. */
    private void relate() {
        for (int i = 0; i < at.rows.count; i++) {
            int p = at.position[i];
            if (p < 0) {
                continue;
            }
            long unfinished = at.unfinished(p, at.rows.start[i]);
            if (unfinished != 0) {
                violations.outOfOrder(i, p, unfinished);
            }
            if (at.refused) {
                judgeBypass(i, p);
            }
            if (at.sop.decision[p]) {
                judgeApprover(i, p);
            }
        }
    }

    private void judgeBypass(int i, int p) {
        for (long rest = at.sop.approvals & at.done; rest != 0; rest &= rest - 1) {
            int approval = Long.numberOfTrailingZeros(rest);
            if ((at.sop.bypassing[approval] >> p & 1) == 1) {
                int latest = at.latestDecision(approval, at.rows.start[i]);
                if (latest >= 0
                        && at.rows.decision[latest] == CaseRows.REVISE
                        && !at.isFollowed(approval, latest, i, p)) {
                    violations.bypassed(i, p, latest);
                    return;
                }
            }
        }
    }

    private void judgeApprover(int i, int p) {
        for (int work = i - 1; work >= 0; work--) {
            if (at.position[work] >= 0 && (at.sop.judged[p] >> at.position[work] & 1) == 1) {
                if (at.rows.isSamePerson(i, work)) {
                    violations.ownWork(i, p, work);
                }
                return;
            }
        }
    }

    private void judgeUndone(boolean closed) {
        for (long rest = ~at.done & (1L << at.sop.count) - 1 & ~at.sop.optionals; rest != 0; rest &= rest - 1) {
            int undone = Long.numberOfTrailingZeros(rest);
            for (int i = 0; i < at.rows.count; i++) {
                int p = at.position[i];
                if (p >= 0 && ((at.sop.ancestors[p] >> undone & 1) == 1 || closed && p == at.sop.count - 1)) {
                    violations.missing(i, undone);
                    break;
                }
            }
        }
    }

    private void judgePause() {
        int latest = -1;
        for (int i = 0; i < at.rows.count; i++) {
            if (at.position[i] >= 0 && (latest < 0 || at.rows.end[i] >= at.rows.end[latest])) {
                latest = i;
            }
        }
        if (latest < 0 || at.rows.end[latest] > asOf) {
            return;
        }
        int next = at.next(latest);
        if (next < 0) {
            return;
        }
        long due = hours.due(at.rows.end[latest], stallLimit);
        if (hours.overrun(due, asOf) > 0) {
            violations.stalled(latest, next, due);
        }
    }
}
