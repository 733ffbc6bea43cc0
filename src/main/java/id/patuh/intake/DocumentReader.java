package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.DocumentBlock.Prose;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.skm.Regulations;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the tables of a report, wherever they stand among its prose, and what the prose says of them. A table that is torn
 * apart, by empty lines or by the heading that a new page repeats, is one table. What is no table of a report is prose.
 */
final class DocumentReader {

    private static final int LONGEST_BETWEEN = 60;
    private static final int CAPTION_LINES = 3;

    private final Reading reading;
    private final Labels labels;
    private final Regulations regulations;
    private final InputFile.Kind forced;
    private final Function<String, TableReader> tables;
    private final List<TableKind> wanted;
    private final List<Part> parts = new ArrayList<>();
    private final List<Prose> prose = new ArrayList<>();

    /** A table of a known kind, or a further piece of it. */
    private static final class Part {

        private final TableKind kind;
        private final Grid grid;
        private final List<String> headers;
        private final List<Line> head;
        private final List<Line> rows;
        private final List<Prose> above;
        private final List<Grid> doubtful = new ArrayList<>();

        Part(Grid grid, HeaderSearch.Header header, List<Line> head, List<Line> rows, List<Prose> above) {
            this.kind = header.kind();
            this.grid = grid;
            this.headers = header.cells();
            this.head = head;
            this.rows = new ArrayList<>(rows);
            this.above = above;
        }

        int firstRow() {
            return head.get(0).number();
        }

        /** Rows of a further piece; where tables are numbered one by one they count on. */
        void add(List<Line> more) {
            for (Line row : more) {
                int last = (rows.isEmpty() ? head : rows)
                        .get((rows.isEmpty() ? head : rows).size() - 1)
                        .number();
                rows.add(grid.name() == null ? row : new Line(row.cells(), last + 1));
            }
        }

        RowAligner aligner() {
            int width = head.stream().mapToInt(Line::size).max().orElse(0);
            return new RowAligner(kind, headers, Math.max(width, headers.size()));
        }

        /** Whether a heading stands above none of the columns, or among the data: then two rows of headings slid apart. */
        boolean hasSlidHeadings() {
            Fields known = kind.fields(headers);
            Set<String> placed = new HashSet<>();
            headers.forEach(h -> placed.add(known.field(h)));
            if (!rows.isEmpty()
                    && rows.get(0).cells().stream()
                                    .filter(c -> known.field(c) != null)
                                    .count()
                            > 1) {
                return true;
            }
            // "Waktu" is the heading of a group.
            return head.stream()
                    .skip(Math.max(0, head.size() - 3))
                    .flatMap(row -> row.cells().stream())
                    .map(known::field)
                    .anyMatch(field -> field != null && !field.equals("quarters") && !placed.contains(field));
        }

        /** Whether rows without a heading of their own are about as wide as this table. */
        boolean isLike(List<Line> more) {
            return more.stream()
                    .allMatch(r -> r.size() <= headers.size() && r.size() >= Math.max(3, headers.size() - 1));
        }

        /** Whether rows without a heading of their own can only belong to this table. */
        boolean goesOn(List<Line> more) {
            RowAligner aligner = aligner();
            return isLike(more) && more.stream().allMatch(aligner::isWhole);
        }

        boolean repeats(HeaderSearch.Header header) {
            return header.kind() == kind
                    && Wording.key(String.join("", header.cells())).equals(Wording.key(String.join("", headers)));
        }
    }

    /** @param tables gives the reader of a table, by its name */
    DocumentReader(
            Reading reading,
            Labels labels,
            Regulations regulations,
            InputFile.Kind forced,
            Function<String, TableReader> tables) {
        this.reading = reading;
        this.labels = labels;
        this.regulations = regulations;
        this.forced = forced;
        this.tables = tables;
        this.wanted = Arrays.stream(TableKind.values())
                .filter(k -> forced == null || k.kind() == forced)
                .toList();
    }

    void read(List<DocumentBlock> blocks) throws Unreadable {
        List<Prose> since = new ArrayList<>();
        for (DocumentBlock block : blocks) {
            if (block instanceof Prose line) {
                prose.add(line);
                since.add(line);
            } else if (block instanceof Grid grid) {
                grid(grid, since);
                since = new ArrayList<>();
            }
        }
        if (parts.isEmpty()) {
            throw unrecognised(blocks);
        }
        ReportProse said = new ReportProse(prose, reading);
        Map<String, Letterhead.Entry> head = said.followUp(firstTable());
        if (parts.stream().anyMatch(p -> p.kind.kind() == InputFile.Kind.FOLLOW_UP)) {
            reading.followUp(new SourceTable(reading.path, null), firstTable(), head);
        }
        Letterhead.Entry regulation = said.regulation(regulations);
        for (Part part : parts) {
            part(part, head, regulation);
        }
    }

    /** The place from which on no title speaks of the whole report; a Word document numbers paragraphs and tables apart. */
    private int firstTable() {
        Part first = parts.get(0);
        if (first.grid.name() == null) {
            return first.firstRow();
        }
        return first.above.isEmpty()
                ? 1
                : first.above.get(first.above.size() - 1).place() + 1;
    }

    /** Takes a grid apart where further headings stand in it. */
    private void grid(Grid grid, List<Prose> above) {
        List<Line> rows = grid.rows().stream().map(Grid::flat).toList();
        int begin = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || isHeading(rows.get(i)) && !isHeading(rows.get(i - 1))) {
                piece(grid, begin, rows.subList(begin, i), begin == 0 ? above : List.of());
                begin = i;
            }
        }
    }

    private boolean isHeading(Line row) {
        return wanted.stream().anyMatch(kind -> kind.isHeadedBy(row.cells(), labels));
    }

    private void piece(Grid grid, int begin, List<Line> rows, List<Prose> above) {
        HeaderSearch search = new HeaderSearch(labels, wanted);
        int data = 0;
        while (data < rows.size()
                && !search.isOver(rows.get(data), rows.get(data).number())) {
            data++;
        }
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (search.header() == null) {
            if (last != null && isBetween(above) && last.goesOn(rows)) {
                last.add(rows);
            } else if (last != null && last.isLike(rows)) {
                last.doubtful.add(new Grid(grid.name(), rows));
            } else {
                skip(grid, begin, rows);
            }
        } else if (last != null && isBetween(above) && last.repeats(search.header())) {
            last.add(rows.subList(data, rows.size()));
        } else {
            parts.add(new Part(grid, search.header(), rows.subList(0, data), rows.subList(data, rows.size()), above));
        }
    }

    /** Whether there is no more than what stands at the edges of pages. */
    private static boolean isBetween(List<Prose> lines) {
        return lines.size() <= 2 && lines.stream().allMatch(l -> l.text().length() <= LONGEST_BETWEEN);
    }

    /** What no heading explains may still say who signed the report, and when. */
    private void skip(Grid grid, int begin, List<Line> rows) {
        int place = prose.isEmpty() ? 1 : prose.get(prose.size() - 1).place();
        for (Line row : grid.rows().subList(begin, begin + rows.size())) {
            for (String cell : row.cells()) {
                cell.lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> prose.add(new Prose(line, grid.name() == null ? row.number() : place)));
            }
        }
        String found = String.join(
                ", ",
                rows.get(0).cells().stream().filter(c -> !c.isBlank()).limit(5).toList());
        reading.note("table-skipped", Map.of("place", place(grid, rows.get(0)), "found", found));
    }

    private static String place(Grid grid, Line row) {
        return grid.name() == null ? "" + row.number() : grid.name() + ":" + row.number();
    }

    private void part(Part part, Map<String, Letterhead.Entry> head, Letterhead.Entry regulation) throws Unreadable {
        TableReader reader = tables.apply(part.grid.name());
        if (part.kind.kind() != InputFile.Kind.FOLLOW_UP) {
            reader.above(aboveSurvey(part, head, regulation));
        }
        RowAligner aligner = part.aligner();
        for (Line row : part.head) {
            reader.row(row, row.number());
        }
        boolean slid = part.hasSlidHeadings();
        if (slid) {
            Line first = part.head.get(part.head.size() - 1);
            reading.reject(
                    part.grid.name(),
                    first.number(),
                    null,
                    String.join(" | ", first.cells()),
                    new Unreadable("headings-misaligned"));
        }
        for (Line row : part.rows) {
            if (slid) {
                reader.lose(row.number(), null);
                continue;
            }
            RowAligner.Aligned aligned = aligner.align(row);
            if (aligned.place() == RowAligner.Place.UNKNOWN) {
                lose(reader, part.grid, row, "row-misaligned");
                continue;
            }
            if (aligned.place() == RowAligner.Place.MOVED) {
                reading.note("row-moved", Map.of("place", place(part.grid, row)));
            }
            reader.row(aligned.row(), row.number());
        }
        for (Grid piece : part.doubtful) {
            piece.rows().forEach(row -> lose(reader, piece, row, "row-unheaded"));
        }
        reader.end();
    }

    private void lose(TableReader reader, Grid grid, Line row, String reason) {
        String shown = String.join(" | ", row.cells());
        reading.reject(grid.name(), row.number(), null, shown, new Unreadable(reason));
        reader.lose(row.number(), shown);
    }

    /** A table is headed by a caption; what that leaves open holds as for the whole report. */
    private List<Line> aboveSurvey(Part part, Map<String, Letterhead.Entry> head, Letterhead.Entry regulation) {
        List<Prose> above = part.above;
        Letterhead.Entry period = null;
        for (int i = above.size() - 1; i >= Math.max(0, above.size() - CAPTION_LINES) && period == null; i--) {
            period = ReportProse.periodOf(above.get(i));
        }
        List<Line> rows = new ArrayList<>();
        above.forEach(line -> rows.add(new Line(List.of(line.text()), line.place())));
        rows.addAll(ReportProse.rows(Arrays.asList(
                head.get("survey"),
                head.get("unit"),
                period == null ? head.get("period") : period,
                regulation,
                priorities())));
        return rows;
    }

    /** The unsur that the plan heads as its priorities. */
    private Letterhead.Entry priorities() {
        Set<String> names = new LinkedHashSet<>();
        for (Part part : parts) {
            for (int i = 0; i < part.headers.size() && part.kind == TableKind.PLAN; i++) {
                String header = part.headers.get(i);
                if ("element".equals(part.kind.fields().field(header))
                        && Wording.normalise(header).contains("prioritas")) {
                    int column = i;
                    RowAligner aligner = part.aligner();
                    if (part.hasSlidHeadings()
                            || part.rows.stream().anyMatch(r -> aligner.align(r).place() == RowAligner.Place.UNKNOWN)) {
                        return null;
                    }
                    part.rows.stream()
                            .map(row -> aligner.align(row).row().cell(column))
                            .filter(name -> !Words.notRecorded(name))
                            .forEach(names::add);
                }
            }
        }
        return names.isEmpty() ? null : new Letterhead.Entry("Prioritas", String.join("; ", names), firstTable());
    }

    private Unreadable unrecognised(List<DocumentBlock> blocks) {
        List<String> seen = new ArrayList<>();
        for (DocumentBlock block : blocks) {
            if (block instanceof Grid grid) {
                seen.add(String.join(", ", grid.rows().get(0).cells()));
            } else if (block instanceof Prose line && seen.size() < 3) {
                seen.add(line.text());
            }
        }
        if (seen.isEmpty()) {
            return new Unreadable("file-empty");
        }
        String found = String.join("; ", seen.subList(0, Math.min(seen.size(), 5)));
        return forced == null
                ? new Unreadable("content-unrecognised", "found", found)
                : new Unreadable("kind-unrecognised", "wanted", forced.word(), "found", found);
    }
}
