package id.patuh.report.sheet;

import id.patuh.report.Language;
import id.patuh.report.Place;
import id.patuh.report.WordedViolation;
import id.patuh.violation.Evidence;
import java.util.List;

/** Violations as a table, alike in all forms that are tables. */
final class ViolationTable {

    /** Fits into a cell of any spreadsheet, whatever is still said behind it. */
    private static final int LONGEST_EVIDENCE = 32_000;

    private ViolationTable() {}

    static List<Column<WordedViolation>> columns(Language language) {
        return List.of(
                new Column<>(
                        "severity",
                        11,
                        v -> language.label("severity." + v.severity().word())),
                new Column<>("rule", 22, WordedViolation::rule),
                new Column<>("unit", 20, v -> v.subject().unit()),
                new Column<>("sop", 11, v -> v.subject().sop()),
                new Column<>("case", 15, v -> v.subject().caseId()),
                new Column<>("step", 9, v -> v.subject().step()),
                new Column<>("round", 9, v -> v.subject().round()),
                new Column<>("constraint", 13, v -> v.subject().constraint()),
                new Column<>("survey", 20, v -> v.subject().survey()),
                new Column<>("element", 17, v -> v.subject().element()),
                new Column<>("message", 46, v -> v.said().message()),
                new Column<>("expected", 22, v -> v.said().expected()),
                new Column<>("actual", 22, v -> v.said().actual()),
                new Column<>("basis", 30, v -> v.said().basis()),
                new Column<>("evidence", 46, v -> evidence(v.evidence(), language)),
                new Column<>("fingerprint", 18, WordedViolation::fingerprint));
    }

    /** All of it in one text; lists in cells are separated by semicolons. */
    private static String evidence(List<Evidence> all, Language language) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            String place = Place.of(all.get(i), language);
            if (text.length() + place.length() > LONGEST_EVIDENCE) {
                return text + "; +" + (all.size() - i) + " " + language.label("more");
            }
            text.append(i == 0 ? "" : "; ").append(place);
        }
        return text.toString();
    }
}
