package id.patuh.intake;

import id.patuh.intake.InputFile.Kind;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.OpenItem;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.skm.Period;
import id.patuh.violation.SourceTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads follow-up reports. Their items are the rows; a report that cannot be read takes its items with it. */
final class JsonFollowUps {

    private final Reading reading;
    private final SourceTable reports;

    JsonFollowUps(Reading reading) {
        this.reading = reading;
        this.reports = new SourceTable(reading.path, "followUps");
    }

    /** Reads the list that the parser has begun. A report that breaks off is not used: what it lacks would count. */
    void read(JsonParser parser) {
        reading.found(Kind.FOLLOW_UP);
        for (int position = 1; parser.nextToken() != JsonToken.END_ARRAY; position++) {
            Object report = JsonTree.read(parser);
            JsonRow row = new JsonRow(reading, reports, position);
            if (report instanceof JsonTree.Members members) {
                report(members, row);
            } else {
                row.reject(null, JsonRow.shown(report), "type-wrong", "expected", "{…}");
                reading.count(Kind.FOLLOW_UP, false);
            }
        }
    }

    /** The place of a list within a report; positions count from 1, as rows do. */
    private SourceTable listOf(Cells report, String list) {
        return new SourceTable(reading.path, "followUps[" + report.row().number() + "]." + list);
    }

    private void report(JsonTree.Members report, JsonRow row) {
        row.add(report, Fields.FOLLOW_UP_OBJECT);
        JsonPeriod.add(row, report.get("period"));
        for (String key : List.of("plan", "realisations", "open")) {
            Object list = report.get(key);
            if (list != null && !(list instanceof List)) {
                row.reject(key, JsonRow.shown(list), "type-wrong", "expected", "[{…}]");
            }
        }
        Cells cells = row.cells();
        Period period = SurveyFields.period(cells);
        Dates signed = cells.read("signedOn", Dates::parse);
        BigDecimal claimed = cells.read("claimedPercent", Numbers::percent);
        boolean usable = !cells.failed();
        reading.count(Kind.FOLLOW_UP, usable);
        List<PlanItem> plan =
                items(report.get("plan"), listOf(cells, "plan"), Fields.PLAN_OBJECT, usable, this::planItem);
        List<Realisation> done = items(
                report.get("realisations"),
                listOf(cells, "realisations"),
                Fields.REALISATION_OBJECT,
                usable,
                this::realisation);
        List<OpenItem> open =
                items(report.get("open"), listOf(cells, "open"), Fields.OPEN_OBJECT, usable, this::openItem);
        if (usable) {
            reading.target.followUps.add(new FollowUpRecord(
                    cells.recorded("survey"),
                    cells.recorded("unit"),
                    period,
                    signed == null ? null : signed.first(),
                    signed == null ? null : signed.last(),
                    claimed,
                    plan,
                    done,
                    open,
                    cells.row()));
        }
    }

    private <T> List<T> items(
            Object list, SourceTable table, Fields fields, boolean usable, Function<Cells, T> parser) {
        List<T> items = new ArrayList<>();
        if (!(list instanceof List<?> values)) {
            return items;
        }
        for (int i = 0; i < values.size(); i++) {
            JsonRow row = new JsonRow(reading, table, i + 1);
            T item = null;
            if (values.get(i) instanceof JsonTree.Members members) {
                Cells cells = row.add(members, fields).cells();
                item = parser.apply(cells);
                item = cells.failed() ? null : item;
            } else {
                row.reject(null, JsonRow.shown(values.get(i)), "type-wrong", "expected", "{…}");
            }
            reading.count(Kind.FOLLOW_UP, usable && item != null);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private PlanItem planItem(Cells cells) {
        List<Quarter> quarters = new ArrayList<>();
        for (String written : cells.list("quarters")) {
            try {
                quarters.add(Words.quarter(written));
            } catch (Unreadable e) {
                cells.reject("quarters", e);
            }
        }
        return new PlanItem(
                cells.required("id"),
                cells.recorded("element"),
                cells.recorded("activity"),
                quarters,
                cells.recorded("owner"),
                cells.row());
    }

    private Realisation realisation(Cells cells) {
        return new Realisation(
                cells.recorded("plan"),
                cells.recorded("activity"),
                cells.read("done", Words::done),
                cells.recorded("description"),
                cells.list("evidence"),
                cells.recorded("obstacle"),
                cells.row());
    }

    private OpenItem openItem(Cells cells) {
        return new OpenItem(
                cells.recorded("activity"),
                cells.recorded("strategy"),
                cells.recorded("target"),
                cells.recorded("owner"),
                cells.row());
    }
}
