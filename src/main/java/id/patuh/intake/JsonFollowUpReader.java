package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.Period;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follow-up reports of a JSON document. */
final class JsonFollowUpReader {

    private static final Pattern QUARTER =
            Pattern.compile("(?:tw|triwulan|q|kuartal)\\s*(iv|iii|ii|i|[1-4])(?:\\s+(\\d{4}))?");
    private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);
    private static final Map<String, Boolean> DONE = Map.of(
            "true", true, "sudah", true, "ya", true, "yes", true, "false", false, "belum", false, "tidak", false, "no",
            false);

    private final FileFacts facts;

    JsonFollowUpReader(FileFacts facts) {
        this.facts = facts;
    }

    void read(JsonNode report, int position) {
        SourceTable table = new SourceTable(facts.path, null);
        ObjectNode flat = JsonReader.MAPPER.createObjectNode();
        report.properties().forEach(p -> {
            if (p.getKey().equals("period")) {
                flat.set("period_start", p.getValue().path("start"));
                flat.set("period_end", p.getValue().path("end"));
            } else if (!List.of("plan", "realisations", "open").contains(p.getKey())) {
                flat.set(p.getKey(), p.getValue());
            }
        });
        flat.properties().removeIf(p -> p.getValue().isMissingNode());
        SourceRow row = JsonReader.row(
                table,
                position,
                flat,
                key -> facts.reject(position, key, null, "key-unknown"),
                "survey",
                "unit",
                "period_start",
                "period_end",
                "signedOn",
                "claimedPercent");
        Cells cells = new Cells(row, facts);
        Period period = SurveyCells.period(cells);
        LocalDate[] signed = cells.span("signedOn");
        BigDecimal claimed = percent(cells);
        List<FollowUpRecord.PlanItem> plan = new ArrayList<>();
        each(report.path("plan"), List.of("id", "element", "activity", "quarters", "owner"), (c, n) -> plan(c, plan));
        List<FollowUpRecord.Realisation> realisations = new ArrayList<>();
        each(
                report.path("realisations"),
                List.of("plan", "activity", "done", "description", "evidence", "obstacle"),
                (c, n) -> realisation(c, realisations));
        List<FollowUpRecord.OpenItem> open = new ArrayList<>();
        each(
                report.path("open"),
                List.of("activity", "strategy", "target", "owner", "stakeholder"),
                (c, n) -> open.add(new FollowUpRecord.OpenItem(
                        c.text("activity"), c.text("strategy"), c.text("target"), c.text("owner"), c.row)));
        if (!cells.rejected()) {
            facts.all.followUps.add(new FollowUpRecord(
                    cells.text("survey"),
                    cells.text("unit"),
                    period,
                    signed == null ? null : signed[0],
                    signed == null ? null : signed[1],
                    claimed,
                    plan,
                    realisations,
                    open,
                    row));
        }
        facts.row(InputFile.Kind.FOLLOW_UP, cells.rejected());
    }

    private void each(JsonNode list, List<String> fields, BiConsumer<Cells, Integer> read) {
        SourceTable table = new SourceTable(facts.path, null);
        int position = 0;
        for (JsonNode node : list) {
            int number = ++position;
            Cells cells = new Cells(
                    JsonReader.row(
                            table,
                            number,
                            node,
                            key -> facts.reject(number, key, null, "key-unknown"),
                            fields.toArray(String[]::new)),
                    facts);
            read.accept(cells, number);
            facts.row(InputFile.Kind.FOLLOW_UP, cells.rejected());
        }
    }

    private static void plan(Cells cells, List<FollowUpRecord.PlanItem> plan) {
        String id = cells.required("id");
        List<FollowUpRecord.Quarter> quarters = new ArrayList<>();
        for (String text : cells.list("quarters")) {
            Matcher quarter = QUARTER.matcher(Wording.normalise(text));
            if (quarter.matches()) {
                Integer number = ROMAN.get(quarter.group(1));
                quarters.add(new FollowUpRecord.Quarter(
                        number == null ? Integer.parseInt(quarter.group(1)) : number,
                        quarter.group(2) == null ? null : Integer.valueOf(quarter.group(2))));
            } else {
                cells.reject("quarters", "quarter-unreadable", "entry", text);
            }
        }
        if (!cells.rejected()) {
            plan.add(new FollowUpRecord.PlanItem(
                    id, cells.text("element"), cells.text("activity"), quarters, cells.text("owner"), cells.row));
        }
    }

    private static void realisation(Cells cells, List<FollowUpRecord.Realisation> realisations) {
        String text = cells.text("done");
        Boolean done = text == null ? null : DONE.get(Wording.normalise(text));
        if (text != null && done == null) {
            cells.reject("done", "done-unknown");
        }
        if (!cells.rejected()) {
            realisations.add(new FollowUpRecord.Realisation(
                    cells.text("plan"),
                    cells.text("activity"),
                    done,
                    cells.text("description"),
                    cells.list("evidence"),
                    cells.text("obstacle"),
                    cells.row));
        }
    }

    private static BigDecimal percent(Cells cells) {
        String text = cells.text("claimedPercent");
        if (text == null) {
            return null;
        }
        BigDecimal number = Cells.number(text.replace("%", ""));
        if (number == null) {
            cells.reject("claimedPercent", "number-unreadable");
        }
        return number;
    }
}
