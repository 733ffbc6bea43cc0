package id.patuh.ledger.life;

import id.patuh.check.Finding;
import id.patuh.report.AllWords;
import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;

/**
 * How a run changes a violation.
 *
 * @param known the violation until now; null for a new one
 * @param change what happens to it; null where it only says something else
 * @param severity from now on
 * @param unit as it is spelled from now on; may be null
 * @param life from now on
 * @param text what it says from now on; null where it says what it said
 */
record Move(
        Known known,
        String fingerprint,
        String groupKey,
        String rule,
        Change change,
        Severity severity,
        String unit,
        Life life,
        ViolationText text) {

    /**
     * Of a violation that was found.
     *
     * @param known null where it was never found
     * @return null where nothing changes
     */
    static Move found(Known known, String groupKey, Finding finding, long run, AllWords words) {
        ViolationText text = words.of(finding.violation());
        Severity severity = finding.violation().severity();
        Life life = known == null ? null : known.life();
        Change change = Life.change(life, Judgement.FOUND);
        if (change == null && severity != known.severity()) {
            change = Change.SEVERITY;
        }
        boolean saysSo = known != null && known.text().equals(text);
        if (change == null && saysSo) {
            return null;
        }
        return new Move(
                known,
                finding.fingerprint(),
                groupKey,
                finding.violation().rule(),
                change,
                severity,
                text.subject().unit(),
                change == null ? life : Life.after(life, change, run),
                saysSo ? null : text);
    }

    /**
     * Of a violation that was not found.
     *
     * @param judgement why not
     * @param forgets whether it may say no longer what was found, if it is open
     * @return null where nothing changes
     */
    static Move notFound(Known known, Judgement judgement, boolean forgets, long run) {
        Change change = Life.change(known.life(), judgement);
        boolean forgetting = forgets && known.life().resolved() == null;
        ViolationText forgotten = forgetting ? known.text().forgotten() : null;
        ViolationText text = known.text().equals(forgotten) ? null : forgotten;
        return change == null && text == null
                ? null
                : new Move(
                        known,
                        known.fingerprint(),
                        known.groupKey(),
                        known.rule(),
                        change,
                        known.severity(),
                        known.unit(),
                        change == null ? known.life() : Life.after(known.life(), change, run),
                        text);
    }

    /** The severity that it had while it was open; null where it was not. */
    Severity severityBefore() {
        return known == null || known.life().resolved() != null ? null : known.severity();
    }
}
