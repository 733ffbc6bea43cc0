package id.patuh.intake;

import id.patuh.mapping.Condition;
import id.patuh.mapping.Condition.Answer;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.Mapping;
import id.patuh.mapping.Part;
import id.patuh.sop.ActivityRecord;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unfolds the rows of an export into activities. */
final class MappedActivities implements MappedTable.Target {

    private final Reading reading;
    private final Mapping mapping;
    private final ActivityFields activities;
    private final List<PartTable> parts = new ArrayList<>();
    private MappedHeader header;
    private String sheet;
    private MappedEvents events;

    /** A part with the columns that hold it; {@code table} has those of all parts of the same step, null for events. */
    private record PartTable(Part part, SourceTable table) {}

    MappedActivities(Reading reading, Mapping mapping, ActivityFields activities) {
        this.reading = reading;
        this.mapping = mapping;
        this.activities = activities;
    }

    @Override
    public void begin(MappedHeader found, int number, String inSheet) throws Unreadable {
        header = found;
        sheet = inSheet;
        Map<String, Set<String>> fieldsOfStep = new HashMap<>();
        for (Part part : mapping.parts()) {
            if (!part.fields().containsKey("sop") && !activities.hasDefaultSop()) {
                throw new Unreadable("mapping-sop-missing", "mapping", mapping.name());
            }
            if (part.step() != null) {
                fieldsOfStep
                        .computeIfAbsent(part.step(), step -> new HashSet<>())
                        .addAll(part.fields().keySet());
            }
        }
        Set<String> recorded = mapping.steps();
        Integer headerRow = number == JsonRecords.HEADER ? null : (Integer) number;
        List<Part> ofEvents = mapping.parts().stream().filter(Part::isEvent).toList();
        if (!ofEvents.isEmpty()) {
            events = new MappedEvents(reading, activities, ofEvents, header, sheet, headerRow, recorded);
        }
        for (Part part : mapping.parts()) {
            if (part.isEvent()) {
                parts.add(new PartTable(part, null));
                continue;
            }
            SourceTable table = table(part, headerRow);
            // Where another part of the step has a field, that it is not here says something.
            for (String field : fieldsOfStep.getOrDefault(part.step(), Set.of())) {
                if (!table.has(field)) {
                    table.add(field, null);
                }
            }
            if (recorded != null) {
                table.recordOnly(recorded);
            }
            table.seal();
            parts.add(new PartTable(part, table));
        }
    }

    private SourceTable table(Part part, Integer headerRow) {
        SourceTable table = new SourceTable(reading.path, sheet, headerRow);
        part.fields().forEach((field, source) -> table.add(field, MappedCell.header(source, header)));
        FieldSource start = part.fields().get("start");
        FieldSource end = part.fields().get("end");
        if (end != null && !end.isConstant() && end.columns().equals(start.columns())) {
            table.alias("end", "start");
        }
        return table;
    }

    @Override
    public void row(TableRow row, int number) {
        boolean used = true;
        boolean any = false;
        boolean anyRead = false;
        for (PartTable part : parts) {
            Answer answer = applies(part.part(), row, number);
            if (answer != Answer.NO && part.part().isEvent()) {
                any = true;
                events.add(part.part(), row, number, answer == Answer.UNKNOWN);
            } else if (answer != Answer.NO) {
                any = true;
                anyRead = true;
                used &= read(part, row, number, answer == Answer.UNKNOWN);
            }
        }
        if (!any) {
            reading.reject(sheet, number, null, null, new Unreadable("activities-none", "mapping", mapping.name()));
            lose(row, number);
        }
        // Events count once they are paired.
        if (!any || anyRead) {
            reading.count(InputFile.Kind.ACTIVITY_LOG, used && any);
        }
    }

    private Answer applies(Part part, TableRow row, int number) {
        Answer all = Answer.YES;
        for (Condition condition : part.when()) {
            String value = header.cell(row, condition.column());
            switch (condition.on(value)) {
                case NO -> {
                    return Answer.NO;
                }
                case UNKNOWN -> {
                    all = Answer.UNKNOWN;
                    String column = header.headerOf(condition.column());
                    if (reading.first("undecided " + sheet + " " + number + " " + column)) {
                        reading.reject(
                                sheet,
                                number,
                                column,
                                value,
                                new Unreadable("value-undecided", "mapping", mapping.name()));
                    }
                }
                default -> {}
            }
        }
        return all;
    }

    private boolean read(PartTable part, TableRow row, int number, boolean undecided) {
        Cells cells = cells(part, row, number, undecided, new LinkedHashMap<>());
        if (undecided) {
            activities.lose(cells);
            return false;
        }
        ActivityRecord activity = activities.read(cells);
        if (activity != null) {
            reading.target.activities.add(activity);
        }
        return activity != null;
    }

    /** @param problems takes what is wrong with the cells, by field */
    private Cells cells(PartTable part, TableRow row, int number, boolean failed, Map<String, Unreadable> problems) {
        SourceTable table = part.table();
        String[] values = new String[table.width()];
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        part.part().fields().forEach((field, source) -> {
            String written = MappedCell.written(source, header, row);
            try {
                String meaning = MappedCell.meaning(source, written);
                texts.put(field, meaning == null ? null : reading.share(meaning));
                List<String> items = MappedCell.items(source, meaning);
                if (items != null) {
                    lists.put(field, items);
                }
            } catch (Unreadable e) {
                problems.put(field, e);
            }
            values[table.column(field)] = written == null ? null : reading.share(written);
        });
        Cells.Meanings meanings = new Cells.Meanings(texts, problems.keySet());
        Cells cells = new Cells(reading, new SourceRow(table, number, values), lists, failed, meanings);
        if (!failed) {
            problems.forEach(cells::reject);
        }
        return cells;
    }

    @Override
    public void refuse(TableRow row, int number) {
        reading.count(InputFile.Kind.ACTIVITY_LOG, false);
        lose(row, number);
    }

    /** Notes that a row is lost of which it cannot be told what it holds; its case is looked for where the first part is. */
    private void lose(TableRow row, int number) {
        PartTable first = parts.get(0);
        if (first.table() != null) {
            activities.lose(cells(first, row, number, true, new HashMap<>()));
        } else {
            activities.lose(
                    meaning(first, "case", row),
                    meaning(first, "sop", row),
                    meaning(first, "unit", row),
                    reading.path,
                    number);
        }
        if (events != null) {
            events.lose(meaning(first, "case", row), number, null);
        }
    }

    private String meaning(PartTable part, String field, TableRow row) {
        FieldSource source = part.part().fields().get(field);
        try {
            return source == null ? null : MappedCell.meaning(source, MappedCell.written(source, header, row));
        } catch (Unreadable e) {
            return null;
        }
    }

    @Override
    public void lose(int number, String text) {
        reading.count(InputFile.Kind.ACTIVITY_LOG, false);
        activities.lose(reading.path, number, text);
        if (events != null) {
            events.lose(null, number, text);
        }
    }

    @Override
    public void breakOff() {
        activities.lose(reading.path, null, null);
        end(true);
    }

    @Override
    public void end() {
        end(false);
    }

    private void end(boolean broken) {
        if (events != null) {
            events.end(broken);
        }
    }
}
