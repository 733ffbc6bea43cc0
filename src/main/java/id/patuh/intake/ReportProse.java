package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Prose;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.skm.Period;
import id.patuh.skm.Regulation;
import id.patuh.skm.Regulations;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report says of itself outside its tables: the period on its cover, unit and month where it is signed, the
 * percentage it claims. A line "Unit Kerja : X" counts before what is concluded. Names of officials are not looked at.
 */
final class ReportProse {

    private static final int LONGEST_TITLE = 120;
    private static final int LINES_TO_SIGNATURE = 2;
    private static final Pattern CLAIM = Pattern.compile(
            "(?i)(?:menindaklanjuti|tindak lanjut|\\brtl\\b)[^.;%]*?\\b(?:sebanyak|sebesar|mencapai|adalah)"
                    + "\\s+(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*(?:%|persen\\b)");
    private static final Pattern DATED =
            Pattern.compile("(?i)(?:[\\p{L}. ]{2,40}[, ])?[\\s.\u2026_]*((?:\\d{1,2}\\s+)?(?:"
                    + String.join("|", Dates.monthNames()) + ")\\s+\\d{4})\\.?");
    private static final Pattern SIGNS = Pattern.compile(
            "(?i)(?:(?:plt|plh|pjs?|a\\.?n)\\.?\\s+)*(kepala|direktur|ketua|sekretaris|camat|lurah|inspektur)\\b\\s*(.*?)[,.:]?");
    private static final Pattern CITED =
            Pattern.compile("(?i)\\b(?:nomor|no\\.?)\\s*(\\d+)\\s*(?:tahun|/)\\s*(\\d{4})");

    private final List<Prose> prose;
    private final Map<String, Letterhead.Entry> labelled;
    private final Reading reading;

    ReportProse(List<Prose> prose, Reading reading) {
        this.prose = prose;
        this.reading = reading;
        List<Line> lines =
                prose.stream().map(p -> new Line(List.of(p.text()), p.place())).toList();
        this.labelled = new LinkedHashMap<>(Letterhead.read(lines, Fields.FOLLOW_UP_HEAD));
    }

    /** What it says of the follow-up, by fields of {@link Fields#FOLLOW_UP_HEAD}. */
    Map<String, Letterhead.Entry> followUp(int firstTable) {
        Map<String, Letterhead.Entry> head = new LinkedHashMap<>(labelled);
        put(head, "period", period(firstTable));
        for (int i = prose.size() - 1; i >= 0 && !head.containsKey("signedOn"); i--) {
            Matcher dated = DATED.matcher(prose.get(i).text());
            Prose signs = dated.matches() ? signature(i) : null;
            if (signs != null) {
                head.put("signedOn", new Letterhead.Entry("Tanggal laporan", dated.group(1), place(i)));
                put(head, "unit", unit(signs));
            }
        }
        put(head, "claimedPercent", claim());
        put(head, "survey", survey(head));
        return head;
    }

    /** The one survey regulation that it cites by number and year; null when it cites none or several. */
    Letterhead.Entry regulation(Regulations regulations) {
        Map<String, Letterhead.Entry> cited = new TreeMap<>();
        for (Prose line : prose) {
            Matcher citation = CITED.matcher(line.text());
            while (citation.find()) {
                String ending = "-" + citation.group(1) + "-" + citation.group(2);
                for (Regulation regulation : regulations.all()) {
                    if (regulation.id().endsWith(ending)
                            && Wording.normalise(line.text()).contains("kepuasan masyarakat")) {
                        cited.putIfAbsent(
                                regulation.id(), new Letterhead.Entry("Regulasi", regulation.id(), line.place()));
                    }
                }
            }
        }
        return cited.size() == 1 ? cited.values().iterator().next() : null;
    }

    private static void put(Map<String, Letterhead.Entry> head, String field, Letterhead.Entry entry) {
        if (entry != null) {
            head.putIfAbsent(field, entry);
        }
    }

    private int place(int index) {
        return prose.get(index).place();
    }

    /** The narrowest period that a title above the first table names: a cover also names the year. */
    private Letterhead.Entry period(int firstTable) {
        Period narrowest = null;
        Letterhead.Entry entry = null;
        for (Prose line : prose) {
            if (line.place() >= firstTable || line.text().length() > LONGEST_TITLE) {
                continue;
            }
            Letterhead.Entry named = periodOf(line);
            Period period = named == null ? null : Periods.orNull(named.value());
            if (period != null && (narrowest == null || isWithin(period, narrowest))) {
                narrowest = period;
                entry = named;
            }
        }
        return entry;
    }

    /** The period that a line names; null when it names none. */
    static Letterhead.Entry periodOf(Prose line) {
        String period = Periods.within(line.text());
        return period == null ? null : new Letterhead.Entry("Periode", period, line.place());
    }

    private static boolean isWithin(Period inner, Period outer) {
        return !inner.equals(outer)
                && !inner.start().isBefore(outer.start())
                && !inner.end().isAfter(outer.end());
    }

    /** The line below a date that names the office which signs; null when there is none. */
    private Prose signature(int date) {
        for (int i = date + 1; i <= date + LINES_TO_SIGNATURE && i < prose.size(); i++) {
            if (SIGNS.matcher(prose.get(i).text()).matches()) {
                return prose.get(i);
            }
        }
        return null;
    }

    /** The unit whose head signs. "Kepala Dinas" names none, and of a secretary the unit is another one. */
    private static Letterhead.Entry unit(Prose signature) {
        Matcher signs = SIGNS.matcher(signature.text());
        boolean head = signs.matches() && signs.group(1).matches("(?i)kepala|direktur|ketua");
        return head && signs.group(2).contains(" ")
                ? new Letterhead.Entry("Unit kerja", signs.group(2), signature.place())
                : null;
    }

    private Letterhead.Entry claim() {
        Letterhead.Entry first = null;
        for (Prose line : prose) {
            Matcher claim = CLAIM.matcher(line.text());
            while (claim.find()) {
                Letterhead.Entry entry = new Letterhead.Entry("Persentase", claim.group(1) + " %", line.place());
                if (first != null && !first.value().equals(entry.value())) {
                    reading.reject(line.place(), entry.label(), entry.value(), "claims-differ", "first", first.value());
                    return null;
                }
                first = entry;
            }
        }
        return first;
    }

    /** A report does not name its survey: unit and period tell it from others. */
    private Letterhead.Entry survey(Map<String, Letterhead.Entry> head) {
        Letterhead.Entry unit = head.get("unit");
        Letterhead.Entry period = head.get("period");
        Period covered = period == null ? null : Periods.orNull(period.value());
        return unit == null || covered == null
                ? null
                : new Letterhead.Entry("Survei", "SKM " + unit.value() + " " + Periods.name(covered), period.row());
    }

    /** What stands above a published table, as rows. */
    static List<Line> rows(List<Letterhead.Entry> entries) {
        List<Line> rows = new ArrayList<>();
        for (Letterhead.Entry entry : entries) {
            if (entry != null) {
                rows.add(new Line(List.of(entry.label(), entry.value()), entry.row()));
            }
        }
        return rows;
    }
}
