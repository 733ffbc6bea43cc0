package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads the tables that stand one under the other in a text or a sheet: finds each header, and has the rows below it read
 * until the next one.
 */
final class TableReader implements Table {

    /** Columns of a table below another: without a bound each row of a hostile sheet would be looked at as a header. */
    static final int WIDEST_BELOW = 256;

    private final InputFile.Kind forced;
    private final TablePlace place;
    /** Looks for a header; null while a table is read, which is null otherwise. */
    private HeaderSearch search;

    private HeadedTable table;
    private boolean besideAnother;
    private List<Line> above = List.of();
    private Map<String, Letterhead.Entry> letterhead = Map.of();
    private boolean anyLost;
    private boolean anyLog;

    /**
     * @param sheet the sheet the rows stand in, or null in a text
     * @param forced what the file is to hold, or null to recognise it
     */
    TableReader(
            Reading reading,
            String sheet,
            Layout layout,
            InputFile.Kind forced,
            Labels labels,
            ActivityFields activities) {
        List<TableKind> wanted = Arrays.stream(TableKind.values())
                .filter(k -> forced == null || k.kind() == forced)
                .toList();
        this.forced = forced;
        this.place = new TablePlace(reading, sheet, layout, wanted, labels, activities);
        this.search = new HeaderSearch(labels, wanted);
    }

    /** Says what stands above the table outside of it. */
    void above(List<Line> rows) {
        above = List.copyOf(rows);
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (search == null) {
            if (!table.mayHead(row) || !headsNext(row)) {
                data(row, number);
                return;
            }
            if (table.goesOnUnder(row)) {
                return;
            }
            searchBelow();
        }
        if (search.isOver(row, number)) {
            begin();
            data(row, number);
        } else if (search.header() == null && search.titles().size() > HeaderSearch.ROWS) {
            throw unrecognised();
        }
    }

    @Override
    public ByteRows byBytes() {
        return search != null || besideAnother ? null : table.byBytes();
    }

    /** Whether a header was found. */
    boolean hasBegun() {
        return search == null || search.header() != null;
    }

    @Override
    public void lose(int number, String text) {
        beginIfHeaded();
        if (search == null) {
            table.lose(number, text);
        } else {
            anyLost = true;
        }
    }

    @Override
    public void breakOff() {
        if (search == null) {
            table.breakOff();
        }
    }

    @Override
    public void end() throws Unreadable {
        beginIfHeaded();
        if (search == null) {
            table.end(anyLog);
        } else if (!anyLost || !search.titles().isEmpty()) {
            throw unrecognised();
        }
    }

    private void beginIfHeaded() {
        if (search != null && search.header() != null) {
            begin();
        }
    }

    private void begin() {
        Header header = search.header();
        List<Line> titles = new ArrayList<>(above);
        titles.addAll(search.titles());
        List<String> headers = header.cells();
        int second = SideBySide.second(headers, place.wanted(), place.labels());
        besideAnother = second > 0;
        Header own = besideAnother ? SideBySide.left(header, second, place.wanted(), place.labels()) : header;
        table = under(own, titles);
        search = null;
        letterhead = table.letterhead.entries();
        if (besideAnother) {
            table.rejectBeside(headers.subList(second, headers.size()));
        }
    }

    private HeadedTable under(Header header, List<Line> titles) {
        return switch (header.kind()) {
            case ACTIVITIES -> new ActivityTable(place, header, titles, letterhead);
            case RESPONSES -> new ResponseTable(place, header, titles, letterhead);
            case PUBLISHED -> new PublishedTable(place, header, titles, letterhead);
            case PLAN, REALISATIONS, OPEN -> new FollowUpTable(place, header, titles, letterhead);
        };
    }

    private void data(TableRow row, int number) {
        if (!besideAnother) {
            table.row(row, number);
            return;
        }
        TableRow own = new SideBySide.Left(row, table.columns.size());
        if (!own.isBlank()) {
            table.row(own, number);
        }
    }

    /** Whether the row heads a table that may follow. */
    private boolean headsNext(TableRow row) {
        List<String> cells = row.cells();
        return table.following().stream().anyMatch(kind -> kind.isHeadedBy(cells, place.labels()));
    }

    /** Ends a table and looks for the headings of the one under it. */
    private void searchBelow() {
        above = table.aboveNext(above);
        List<Line> between = table.textsBelow();
        table.end(anyLog);
        anyLog |= table.kind() == TableKind.ACTIVITIES;
        search = new HeaderSearch(place.labels(), table.following());
        for (Line line : between) {
            search.isOver(line, line.number());
        }
        table = null;
    }

    private Unreadable unrecognised() {
        return UnknownTable.problem(search.titles(), forced);
    }
}
