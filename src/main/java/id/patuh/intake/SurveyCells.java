package id.patuh.intake;

import id.patuh.skm.Period;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rows and JSON objects say of the survey they belong to. Equal headers are one object, to save memory. */
final class SurveyCells {

    private final Map<SurveyHeader, SurveyHeader> known = new HashMap<>();

    /** Reads the header from the cells of a row whose fields are the contract's. */
    SurveyHeader header(Cells cells, String fallbackId, List<UnsurLabel> unsur) {
        String unit = cells.text("unit");
        String id = cells.text("survey");
        SurveyHeader header = new SurveyHeader(
                id != null ? id : unit != null ? unit : fallbackId,
                unit,
                cells.text("service"),
                cells.text("sop"),
                cells.text("regulation"),
                period(cells),
                cells.count("population"),
                cells.count("respondents"),
                unsur);
        return known.computeIfAbsent(header, h -> h);
    }

    static Period period(Cells cells) {
        LocalDate[] start = cells.span("period_start");
        LocalDate[] end = cells.span("period_end");
        if (start == null || end == null) {
            return null;
        }
        if (end[1].isBefore(start[0])) {
            cells.reject("period_end", "period-reversed");
            return null;
        }
        return new Period(start[0], end[1]);
    }

    /** A file's name without folder and endings: the name of a survey that has no other. */
    static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
