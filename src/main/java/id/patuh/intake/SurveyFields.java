package id.patuh.intake;

import id.patuh.skm.Period;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import java.util.Arrays;
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

    private final String fallbackId;
    private final Map<SurveyHeader, SurveyHeader> shared = new HashMap<>();
    private final List<UnsurLabel> unsur;
    /** By what the fields say. */
    private final Remembered<List<String>, SurveyHeader> headers = new Remembered<>();

    /**
     * @param fallbackId id of a survey of which neither id nor unit is given
     * @param unsur those that the rows have columns for
     */
    SurveyFields(String fallbackId, List<UnsurLabel> unsur) {
        this.fallbackId = fallbackId;
        this.unsur = unsur;
    }

    /** The header; incomplete when a cell cannot be read, which the row then tells. */
    SurveyHeader read(Cells cells) {
        String[] texts = new String[FIELDS.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cells.value(FIELDS.get(i));
        }
        List<String> said = Arrays.asList(texts);
        SurveyHeader known = cells.failed() ? null : headers.of(said);
        if (known != null) {
            return known;
        }
        SurveyHeader header = readAnew(cells);
        return cells.failed() ? header : headers.put(said, header);
    }

    private SurveyHeader readAnew(Cells cells) {
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
    SurveyHeader share(SurveyHeader header, List<UnsurLabel> scored) {
        return share(new SurveyHeader(
                header.id(),
                header.unit(),
                header.service(),
                header.sop(),
                header.regulation(),
                header.period(),
                header.population(),
                header.respondents(),
                scored));
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
