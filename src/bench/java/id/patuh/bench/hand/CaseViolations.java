package id.patuh.bench.hand;

import id.patuh.bench.hand.Documents.Comparison;
import java.time.LocalDate;
import java.util.List;

/** Words what is found of the case at hand. It is rare, and stays out of the code that every row runs through. */
final class CaseViolations {

    private final HandCase at;
    private final CaseFindings findings;
    private final Texts texts;
    private final long asOf;
    private final int maximumRounds;

    CaseViolations(HandCase at, CaseFindings findings, Texts texts, long asOf, int maximumRounds) {
        this.at = at;
        this.findings = findings;
        this.texts = texts;
        this.asOf = asOf;
        this.maximumRounds = maximumRounds;
    }

    void unknownSop(String cited) {
        findings.add("sop-unknown", null, 0)
                .actual(cited)
                .at(0, "nomor_sop", cited)
                .end();
    }

    void reversed(int i, long start, long end) {
        findings.add("time-reversed", step(i), at.round[i])
                .expected(Moments.shown(start))
                .actual(Moments.shown(end))
                .at(i, "mulai", Moments.shown(start))
                .at(i, "selesai", Moments.shown(end))
                .end();
    }

    void future(int i, boolean begins) {
        String when = Moments.shown(begins ? at.rows.start[i] : at.rows.end[i]);
        findings.add("time-in-future", step(i), at.round[i])
                .expected(Moments.shown(asOf))
                .actual(when)
                .at(i, begins ? "mulai" : "selesai", when)
                .end();
    }

    void repeated(int i) {
        findings.add("rework-excessive", step(i), 0)
                .title(at.position[i])
                .expected(Integer.toString(maximumRounds))
                .actual(Integer.toString(at.round[i]))
                .at(i, null, null)
                .end();
    }

    void notInForce(int i, long start, long day) {
        findings.add("sop-not-in-force", step(i), at.round[i])
                .expected(at.sop.inForceText)
                .actual(LocalDate.ofEpochDay(day).toString())
                .at(i, "mulai", Moments.shown(start))
                .end();
    }

    void unknownStep(int i) {
        findings.add("step-unknown", step(i), at.round[i])
                .actual(step(i))
                .at(i, "langkah", step(i))
                .end();
    }

    void undecided(int i, int p) {
        findings.add("decision-missing", step(i), at.round[i])
                .title(p)
                .at(i, "keputusan", null)
                .end();
    }

    void late(int i, int p, long due, long until, long overrun) {
        long start = at.rows.start[i];
        boolean ended = at.rows.end[i] != CaseRows.RUNNING;
        CaseFindings finding = findings.add(ended ? "step-late" : "step-overdue", step(i), at.round[i])
                .title(p)
                .with("within", at.sop.within[p])
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

    void stranger(int i, int p, int role) {
        findings.add("step-wrong-executor", step(i), at.round[i])
                .severity(at.sop.inferred[p] ? 2 : 1)
                .title(p)
                .expected(String.join("; ", at.sop.executors.get(p)))
                .actual(texts.text(role))
                .at(i, "pelaksana", texts.text(role))
                .end();
    }

    void documents(int i, int p, Comparison used, Comparison yielded) {
        if (!used.missing().isEmpty()) {
            lacking("step-input-missing", i, p, used, "kelengkapan", at.rows.inputs[i]);
        }
        if (!yielded.missing().isEmpty()) {
            lacking("step-output-missing", i, p, yielded, "output", at.rows.outputs[i]);
        }
        if (!used.demanded().isEmpty() || !yielded.demanded().isEmpty()) {
            CaseFindings finding = findings.add("document-name-drift", step(i), at.round[i])
                    .title(p)
                    .expected(joined(used.demanded(), yielded.demanded()))
                    .actual(joined(used.given(), yielded.given()));
            if (!used.demanded().isEmpty()) {
                finding.at(i, "kelengkapan", texts.text(at.rows.inputs[i]));
            }
            if (!yielded.demanded().isEmpty()) {
                finding.at(i, "output", texts.text(at.rows.outputs[i]));
            }
            finding.end();
        }
    }

    private void lacking(String rule, int i, int p, Comparison comparison, String column, int cell) {
        findings.add(rule, step(i), at.round[i])
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

    /** @param steps that were not finished, a bit each */
    void outOfOrder(int i, int p, long steps) {
        if (Long.bitCount(steps) > 1) {
            throw new Uncovered("several steps unfinished before another");
        }
        String before = Integer.toString(at.sop.no[Long.numberOfTrailingZeros(steps)]);
        findings.add("step-out-of-order", step(i), at.round[i])
                .title(p)
                .with("before", before)
                .expected(before)
                .actual(Moments.shown(at.rows.start[i]))
                .at(i, "mulai", Moments.shown(at.rows.start[i]))
                .end();
    }

    void bypassed(int i, int p, int decided) {
        findings.add("approval-bypassed", step(i), at.round[i])
                .title(p)
                .with("approval", step(decided))
                .with("decided", Moments.shown(at.rows.end[decided]))
                .expected(step(decided))
                .actual(Moments.shown(at.rows.start[i]))
                .at(decided, "keputusan", decisionText(decided))
                .at(i, "mulai", Moments.shown(at.rows.start[i]))
                .end();
    }

    private String decisionText(int row) {
        return findings.decision(at.rows.decisionText[row]);
    }

    void ownWork(int i, int p, int work) {
        String person = at.rows.person(i);
        findings.add("same-person-approves", step(i), at.round[i])
                .title(p)
                .with("work", step(work))
                .actual(person)
                .at(i, "petugas", person)
                .at(work, "petugas", at.rows.person(work))
                .end();
    }

    void missing(int i, int undone) {
        findings.add("step-missing", Integer.toString(at.sop.no[undone]), 0)
                .title(undone)
                .with("later", step(i))
                .expected(at.sop.title[undone])
                .at(i, "langkah", step(i))
                .end();
    }

    void stalled(int latest, int next, long due) {
        String since = Moments.shown(at.rows.end[latest]);
        String title = at.sop.title[next];
        findings.add("case-stalled", null, 0)
                .with("since", since)
                .with("limit", findings.stallLimit())
                .with("next", at.sop.no[next] + " " + title)
                .expected(Moments.shown(due))
                .actual(since)
                .at(latest, "selesai", since)
                .end();
    }

    private String step(int row) {
        return Integer.toString(at.rows.step[row]);
    }
}
