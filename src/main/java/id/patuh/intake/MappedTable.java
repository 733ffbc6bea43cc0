package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.mapping.Column;
import id.patuh.mapping.Condition;
import id.patuh.mapping.Condition.Answer;
import id.patuh.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a table of another system by a mapping: finds the header, leaves out what is to be skipped, hands on the rest. */
final class MappedTable implements Table {

    private static final int SHOWN = 20;

    private final Reading reading;
    private final String sheet;
    private final Layout layout;
    private final Mapping mapping;
    private final Target target;
    private final List<Line> seen = new ArrayList<>();
    private MappedHeader header;
    private boolean usable;
    private boolean any;
    private boolean anyLost;
    private int skipped;

    /** Takes the rows that a mapping leaves. */
    interface Target {

        /** Called once, before the first row. */
        void begin(MappedHeader header, int number, String sheet) throws Unreadable;

        void row(TableRow row, int number) throws Unreadable;

        /** A row that cannot be judged by the mapping's conditions, which was rejected; it may still tell its case. */
        void refuse(TableRow row, int number);

        /** A row that was rejected before it could be split into cells. */
        void lose(int number, String text);

        /** The table cannot be read any further. */
        void breakOff();

        void end() throws Unreadable;
    }

    MappedTable(Reading reading, String sheet, Layout layout, Mapping mapping, Target target) {
        this.reading = reading;
        this.sheet = sheet;
        this.layout = layout;
        this.mapping = mapping;
        this.target = target;
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (header != null) {
            data(row, number);
            return;
        }
        if (MappedHeader.isPassedOver(mapping, number)) {
            return;
        }
        Line line = Line.of(row, number);
        seen.add(line);
        MappedHeader found = MappedHeader.of(mapping, line.cells());
        if (found.isComplete()) {
            begin(found, number);
        } else if (seen.size() > HeaderSearch.ROWS) {
            beginAtBest();
        }
    }

    @Override
    public void lose(int number, String text) {
        if (header == null) {
            anyLost = true;
            return;
        }
        any = true;
        target.lose(number, text);
    }

    @Override
    public void breakOff() {
        if (header != null && usable) {
            target.breakOff();
        }
    }

    @Override
    public void end() throws Unreadable {
        if (header == null) {
            if (seen.isEmpty() && anyLost) {
                return;
            }
            beginAtBest();
        }
        if (!any) {
            reading.reject(sheet, null, null, null, new Unreadable("rows-none"));
        }
        if (skipped > 0) {
            reading.note("rows-skipped", Map.of("count", "" + skipped, "mapping", mapping.name()));
        }
        if (usable) {
            target.end();
        }
    }

    /** Begins at the row that has most of the columns, so that the others can be named. */
    private void beginAtBest() throws Unreadable {
        Line best = null;
        MappedHeader bestHeader = null;
        for (Line line : seen) {
            MappedHeader candidate = MappedHeader.of(mapping, line.cells());
            if (candidate.known() > (bestHeader == null ? 0 : bestHeader.known())) {
                best = line;
                bestHeader = candidate;
            }
        }
        if (best == null) {
            throw unfit();
        }
        begin(bestHeader, best.number());
        for (Line line : List.copyOf(seen)) {
            if (line.number() > best.number()) {
                data(line, line.number());
            }
        }
    }

    private Unreadable unfit() {
        if (seen.isEmpty()) {
            return new Unreadable("file-empty");
        }
        String wanted = mapping.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return new Unreadable(
                "mapping-unfit",
                "mapping",
                mapping.name(),
                "wanted",
                wanted,
                "found",
                shown(seen.get(0).cells()));
    }

    private void begin(MappedHeader found, int number) throws Unreadable {
        header = found;
        usable = found.isComplete();
        reading.found(InputFile.Kind.named(mapping.kind().word()));
        if (!mapping.confirmed() && reading.first("unconfirmed " + mapping.name())) {
            reading.note("mapping-unconfirmed", Map.of("mapping", mapping.name()));
        }
        for (Column column : found.missing()) {
            reject(
                    number,
                    column.name(),
                    new Unreadable(
                            "mapping-column-missing", "mapping", mapping.name(), "found", shown(found.headers())));
        }
        for (Column column : found.doubled()) {
            reject(number, column.name(), new Unreadable("mapping-column-doubled", "mapping", mapping.name()));
        }
        List<String> unread = found.unknown();
        if (usable && !unread.isEmpty()) {
            reading.note("columns-unmapped", Map.of("columns", shown(unread), "mapping", mapping.name()));
        }
        if (usable) {
            target.begin(found, number, sheet);
        }
    }

    private void data(TableRow row, int number) throws Unreadable {
        any = true;
        if (!usable) {
            reading.count(InputFile.Kind.named(mapping.kind().word()), false);
            return;
        }
        for (int i = header.headers().size(); i < row.size() && layout == Layout.TEXT; i++) {
            if (!row.cell(i).isBlank()) {
                String columns = "" + header.headers().size();
                reading.reject(sheet, number, null, row.cell(i), new Unreadable("cell-surplus", "columns", columns));
                target.lose(number, String.join(" ", row.cells()));
                return;
            }
        }
        if (row.isFaulty() && rejectFaults(row, number)) {
            target.refuse(Line.withoutFaults(row, number), number);
            return;
        }
        for (Condition condition : mapping.skipped()) {
            String value = header.cell(row, condition.column());
            Answer answer = condition.on(value);
            if (answer == Answer.YES) {
                skipped++;
                return;
            }
            if (answer == Answer.UNKNOWN) {
                reading.reject(
                        sheet,
                        number,
                        header.headerOf(condition.column()),
                        value,
                        new Unreadable("value-undecided", "mapping", mapping.name()));
                target.refuse(row, number);
                return;
            }
        }
        target.row(row, number);
    }

    /** Whether a column that the mapping reads holds a cell that cannot be used. */
    private boolean rejectFaults(TableRow row, int number) {
        boolean any = false;
        for (int i = 0; i < header.headers().size(); i++) {
            Unreadable fault = row.fault(row.origin(i));
            if (fault != null && mapping.knows(header.headers().get(i))) {
                reading.reject(sheet, number, header.headers().get(i), row.cell(row.origin(i)), fault);
                any = true;
            }
        }
        return any;
    }

    private void reject(int number, String column, Unreadable problem) {
        reading.reject(sheet, number == JsonRecords.HEADER ? null : (Integer) number, column, null, problem);
    }

    private static String shown(List<String> cells) {
        List<String> filled = cells.stream().filter(c -> !c.isBlank()).toList();
        return String.join(", ", filled.subList(0, Math.min(filled.size(), SHOWN)))
                + (filled.size() > SHOWN ? ", …" : "");
    }
}
