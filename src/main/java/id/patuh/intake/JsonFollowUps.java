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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads follow-up reports. Their items are the rows. What cannot be read of a report's own cells, or of an item's quarters,
 * is rejected alone: the rest is used, and rules that need the cell are not evaluated. A list whose key is not there is
 * unknown; one without an item says that there is nothing.
 */
final class JsonFollowUps {

    private static final Map<String, TableKind> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("plan", TableKind.PLAN);
        LISTS.put("realisations", TableKind.REALISATIONS);
        LISTS.put("open", TableKind.OPEN);
    }

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
        Set<TableKind> kinds = EnumSet.noneOf(TableKind.class);
        LISTS.forEach((key, kind) -> {
            Object list = report.get(key);
            if (list != null) {
                kinds.add(kind);
            }
            if (list != null && !(list instanceof List)) {
                row.reject(key, JsonRow.shown(list), "type-wrong", "expected", "[{…}]");
            }
        });
        Cells cells = row.cells();
        Period period = SurveyFields.period(cells);
        Dates signed = cells.read("signedOn", Dates::parse);
        BigDecimal claimed = cells.read("claimedPercent", Numbers::percent);
        reading.count(Kind.FOLLOW_UP, true);
        List<PlanItem> plan = new ArrayList<>();
        List<Realisation> done = new ArrayList<>();
        List<OpenItem> open = new ArrayList<>();
        SourceTable realised = listOf(cells, "realisations");
        FollowUpRecord.Lost lost = new FollowUpRecord.Lost(
                items(report.get("plan"), listOf(cells, "plan"), Fields.PLAN_OBJECT, this::planItem, plan),
                items(report.get("realisations"), realised, Fields.REALISATION_OBJECT, this::realisation, done),
                items(report.get("open"), listOf(cells, "open"), Fields.OPEN_OBJECT, this::openItem, open));
        FollowUpRecord read = new FollowUpRecord(
                cells.recorded("survey"),
                cells.recorded("unit"),
                period,
                signed == null ? null : signed.first(),
                signed == null ? null : signed.last(),
                claimed,
                plan,
                done,
                kinds.contains(TableKind.REALISATIONS) && (done.isEmpty() || realised.has("done")),
                open,
                lost,
                cells.row());
        reading.target.reports.add(reading.path, new JsonFollowUp(kinds, read), List.of(), reading.target);
    }

    /** Reads the items of a list; returns how many could not be used. */
    private <T> int items(Object list, SourceTable table, Fields fields, Function<Cells, T> parser, List<T> items) {
        if (!(list instanceof List<?> values)) {
            return list == null ? 0 : 1;
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
            reading.count(Kind.FOLLOW_UP, item != null);
            if (item != null) {
                items.add(item);
            }
        }
        return values.size() - items.size();
    }

    private PlanItem planItem(Cells cells) {
        List<Quarter> quarters = new ArrayList<>();
        boolean readable = true;
        for (String written : cells.list("quarters")) {
            try {
                quarters.addAll(Quarters.parse(written));
            } catch (Unreadable e) {
                cells.rejectAlone("quarters", e);
                readable = false;
            }
        }
        return new PlanItem(
                cells.required("id"),
                cells.recorded("element"),
                cells.recorded("activity"),
                readable ? quarters : null,
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
