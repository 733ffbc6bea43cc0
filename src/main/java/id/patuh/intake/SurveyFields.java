package id.patuh.intake;

import id.patuh.skm.Period;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what a row or an object says of its survey. Rows that say the same share one header. */
final class SurveyFields {

    private static final List<String> FIELDS = List.of(
            "survey",
            "unit",
            "service",
            "sop",
            "regulation",
            "period_start",
            "period_end",
            "population",
            "respondents");

    private final FieldPlace[] places = FIELDS.stream().map(FieldPlace::new).toArray(FieldPlace[]::new);
    private final String fallbackId;
    private final Map<SurveyHeader, SurveyHeader> shared = new HashMap<>();
    private final String[] lastSaid = new String[FIELDS.size()];
    /** What the row before said; null where that could not be read. */
    private SurveyHeader last;

    /**
     * @param fallbackId id of a survey of which neither id nor unit is given
     */
    SurveyFields(String fallbackId) {
        this.fallbackId = fallbackId;
    }

    /**
     * The header; incomplete when a cell cannot be read, which the row then tells.
     *
     * @param unsur the same for all rows
     */
    SurveyHeader read(Cells cells, List<UnsurLabel> unsur) {
        boolean changed = last == null || cells.failed();
        for (int i = 0; i < places.length; i++) {
            String said = cells.value(places[i]);
            changed |= said != lastSaid[i] && !Objects.equals(said, lastSaid[i]);
            lastSaid[i] = said;
        }
        if (!changed) {
            return last;
        }
        SurveyHeader header = readChanged(cells, unsur);
        last = cells.failed() ? null : header;
        return header;
    }

    private SurveyHeader readChanged(Cells cells, List<UnsurLabel> unsur) {
        String unit = cells.recorded("unit");
        String id = Stream.of(cells.text("survey"), unit, fallbackId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        SurveyHeader header = new SurveyHeader(
                id,
                unit,
                cells.recorded("service"),
                cells.recorded("sop"),
                cells.recorded("regulation"),
                period(cells),
                cells.read("population", Numbers::count),
                cells.read("respondents", Numbers::count),
                unsur);
        return share(header);
    }

    /** The header for the responses to the same survey. */
    SurveyHeader share(SurveyHeader header, List<UnsurLabel> unsur) {
        return share(new SurveyHeader(
                header.id(),
                header.unit(),
                header.service(),
                header.sop(),
                header.regulation(),
                header.period(),
                header.population(),
                header.respondents(),
                unsur));
    }

    private SurveyHeader share(SurveyHeader header) {
        SurveyHeader known = shared.putIfAbsent(header, header);
        return known == null ? header : known;
    }

    /** The period of the cells {@code period_start} and {@code period_end}; null when neither is given. */
    static Period period(Cells cells) {
        boolean startGiven = cells.recorded("period_start") != null;
        boolean endGiven = cells.recorded("period_end") != null;
        Dates start = cells.read("period_start", Dates::parse);
        Dates end = cells.read("period_end", Dates::parse);
        if (startGiven != endGiven) {
            Dates only = startGiven ? start : end;
            if (only != null && only.first().equals(only.last())) {
                cells.reject(startGiven ? "period_end" : "period_start", new Unreadable("period-incomplete"));
                return null;
            }
            start = only;
            end = only;
        }
        if (start == null || end == null) {
            return null;
        }
        if (end.last().isBefore(start.first())) {
            cells.reject("period_end", new Unreadable("period-reversed", "start", "" + start.first()));
            return null;
        }
        return new Period(start.first(), end.last());
    }
}
