package id.patuh.intake;

import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.sop.ActivityRecord.Outcome;
import id.patuh.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cells that hold one of a few words. */
final class Words {

    /** In which a table begins: rows of a hostile sheet have thousands of blank cells. */
    private static final int FIRST_COLUMNS = 64;

    private static final String EXAMPLE = "contoh example";
    private static final int LONGEST_DITTO = 8;
    /** Told at once of nearly every cell that it is none. */
    private static final String DITTO_BEGINS = "sSiIdD\"'\u3003\u201d\u201c- ";

    private static final Set<String> DITTO = Set.of(
            "sda", "s.d.a", "s.d.a.", "s d a", "idem", "ditto", "\"", "''", "\u3003", "\u201d", "\u201c", "-\"-",
            "- \" -");
    private static final Set<String> APPROVE = Set.of(
            "approve", "approved", "setuju", "disetujui", "menyetujui", "telah disetujui", "acc", "ok", "oke", "ya");
    private static final Set<String> REVISE = Set.of(
            "revise",
            "revised",
            "revisi",
            "perbaikan",
            "perlu perbaikan",
            "perlu revisi",
            "ditolak",
            "tolak",
            "rejected",
            "reject",
            "tidak",
            "tidak setuju",
            "tidak disetujui");
    private static final Set<String> DONE = Set.of("true", "sudah", "ya", "yes", "selesai", "done");
    private static final Set<String> NOT_DONE = Set.of("false", "belum", "tidak", "no");
    private static final Map<String, String> GRADE_LABELS =
            Map.of("sangat baik", "A", "baik", "B", "kurang baik", "C", "tidak baik", "D");
    private static final Pattern GRADE = Pattern.compile("(?:([a-d])\\b)?\\s*(.*?)\\s*(?:\\b([a-d]))?");
    private static final Pattern QUARTER = Pattern.compile(
            "(?:(\\d{4}) )?(?:(?:tw|triwulan|q|kuartal|quarter) ?)?(iv|iii|ii|i|[1-4])(?: (?:tahun )?(\\d{4}))?");
    private static final List<String> ROMAN = List.of("", "i", "ii", "iii", "iv");

    private Words() {}

    /** Whether a cell says that nothing was recorded. */
    static boolean notRecorded(String text) {
        return Wording.isNotRecorded(text);
    }

    /** Whether a cell says that the same stands there as above it. */
    static boolean isDitto(String text) {
        return text.length() <= LONGEST_DITTO
                && !text.isEmpty()
                && (text.charAt(0) < '0' || text.charAt(0) > '9')
                && DITTO_BEGINS.indexOf(text.charAt(0)) >= 0
                && DITTO.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a cell is taken word for word: no blanks stand around it, and it stands for nothing else. */
    static boolean isVerbatim(String text) {
        return !text.isEmpty()
                && text.strip().length() == text.length()
                && !notRecorded(text)
                && !isDitto(text)
                && !isExample(text);
    }

    /** Whether the first cell of the row says that it only shows how a template is filled in. */
    static boolean marksExample(TableRow row) {
        for (int i = 0; i < Math.min(row.size(), FIRST_COLUMNS) && !row.isVerbatim(); i++) {
            String cell = row.cell(i).stripLeading();
            if (!cell.isEmpty()) {
                return isExample(cell);
            }
        }
        return false;
    }

    private static boolean isExample(String cell) {
        return cell.regionMatches(true, 0, "contoh", 0, 6)
                && Wording.normalise(cell).equals(EXAMPLE);
    }

    static Outcome decision(String text) throws Unreadable {
        String word = Wording.normalise(text);
        if (APPROVE.contains(word)) {
            return Outcome.APPROVE;
        }
        if (REVISE.contains(word)) {
            return Outcome.REVISE;
        }
        throw new Unreadable("decision-unreadable", "approve", "approve, setuju", "revise", "revise, perlu perbaikan");
    }

    static Boolean done(String text) throws Unreadable {
        String word = Wording.normalise(text);
        if (DONE.contains(word)) {
            return true;
        }
        if (NOT_DONE.contains(word)) {
            return false;
        }
        throw new Unreadable("done-unreadable", "done", "Sudah, true", "open", "Belum, false");
    }

    /** A grade as a letter, as a label or as both, which must then agree. */
    static String grade(String text) throws Unreadable {
        Matcher m = GRADE.matcher(Wording.normalise(text));
        if (m.matches() && (m.group(1) == null || m.group(3) == null)) {
            String letter = m.group(1) == null ? m.group(3) : m.group(1);
            String label = GRADE_LABELS.get(m.group(2));
            if (letter == null ? label != null : m.group(2).isEmpty()) {
                return letter == null ? label : letter.toUpperCase(Locale.ROOT);
            }
            if (letter != null && letter.equalsIgnoreCase(label)) {
                return label;
            }
        }
        throw new Unreadable(
                "grade-unreadable", "letters", "A, B, C, D", "labels", "Sangat Baik, Baik, Kurang Baik, Tidak Baik");
    }

    static Quarter quarter(String text) throws Unreadable {
        Matcher m = QUARTER.matcher(Wording.normalise(text));
        if (!m.matches() || m.group(1) != null && m.group(3) != null) {
            throw new Unreadable("quarter-unreadable");
        }
        int roman = ROMAN.indexOf(m.group(2));
        String year = m.group(1) == null ? m.group(3) : m.group(1);
        return new Quarter(
                roman > 0 ? roman : Integer.parseInt(m.group(2)), year == null ? null : Integer.valueOf(year));
    }
}
