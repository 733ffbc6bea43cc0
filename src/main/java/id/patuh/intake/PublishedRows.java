package id.patuh.intake;

import id.patuh.intake.TotalsLabel.Total;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.PublishedResult.Element;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads published results from rows, one an unsur and one, {@code IKM}, for the unit. Of a result of which a row cannot be
 * read no figure is used: with a hole in its table it would seem to break rules that it keeps.
 */
final class PublishedRows implements Rows {

    private static final Set<String> NO_PRIORITY = Set.of("", "tidak", "no", "false", "0");
    private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(4);

    private final Reading reading;
    private final Labels labels;
    private final SurveyFields surveys;
    private final SourceTable table;
    private final Map<List<String>, Result> results = new LinkedHashMap<>();
    private boolean anyLost;

    PublishedRows(Reading reading, Labels labels, SourceTable table) {
        this.reading = reading;
        this.labels = labels;
        this.surveys = new SurveyFields(reading.baseName());
        this.table = table;
    }

    @Override
    public boolean read(Cells cells) {
        SurveyHeader header = surveys.read(cells, List.of());
        Result result = results.computeIfAbsent(
                Arrays.asList(header.id(), header.unit(), header.service()),
                k -> new Result(header, cells.row(), labels));
        BigDecimal weight = cells.read("weight", Numbers::decimal);
        String name = cells.recorded("element");
        if (!result.agreesWith(header)) {
            cells.reject(new Unreadable("survey-contradicts", "survey", header.id(), "row", "" + result.row.number()));
        }
        result.complete &= !cells.failed();
        Total total = name == null || labels.scored(name).isPresent() ? null : PublishedFooter.total(name);
        if (total == null) {
            element(result, cells);
        } else if (total == Total.INDEX || total == Total.CONVERTED || isIndex(total, cells)) {
            unitFigure(result, cells);
        } else if (total == Total.GRADE) {
            unitGrade(result, cells);
        }
        if (result.priorities.isEmpty()) {
            result.priorities.addAll(cells.list("priorities"));
        }
        if (result.weight == null) {
            result.weight = weight;
        }
        result.rows += cells.failed() ? 0 : 1;
        return !cells.failed();
    }

    /** The row may be of any result. */
    @Override
    public void lose(Integer line, String text) {
        anyLost = true;
    }

    @Override
    public void end() {
        for (Result result : results.values()) {
            if (result.complete && result.lines.isReadable() && !anyLost) {
                reading.target.publish(result.build(unitTable(table, result.ikmField)));
            } else {
                reading.withdraw(InputFile.Kind.PUBLISHED_RESULT, result.rows);
                reading.reject(null, null, null, "result-incomplete", "survey", result.header.id());
                reading.target.publish(PublishedResult.unread(result.header, result.row));
            }
        }
    }

    /** "Nilai Indeks" is the sum of the weighted means, or the index where it is beyond the scores. */
    private static boolean isIndex(Total total, Cells cells) {
        String mean = total == Total.WEIGHTED_SUM ? cells.recorded("mean") : null;
        BigDecimal index = mean == null ? null : ScoreTotals.index(mean);
        return index != null && index.compareTo(HIGHEST_SCORE) > 0;
    }

    private void unitFigure(Result result, Cells cells) {
        BigDecimal mean = cells.read("mean", Numbers::decimal);
        BigDecimal weighted = cells.read("weighted", Numbers::decimal);
        // The line may hold the sum of the weighted means beside the index: the index is the one beyond the scores.
        boolean meanIsIndex = weighted == null || mean != null && mean.compareTo(HIGHEST_SCORE) > 0;
        BigDecimal index = meanIsIndex ? mean : weighted;
        String field = meanIsIndex ? "mean" : "weighted";
        BigDecimal converted = cells.read("converted", Numbers::decimal);
        if (converted != null && (index == null || index.compareTo(HIGHEST_SCORE) <= 0)) {
            index = converted;
            field = "converted";
        }
        if (result.ikmRow != null && index != null) {
            boolean beyond = index.compareTo(HIGHEST_SCORE) > 0;
            boolean earlierBeyond = result.ikm.compareTo(HIGHEST_SCORE) > 0;
            if (beyond == earlierBeyond) {
                cells.reject("element", new Unreadable("index-duplicate", "row", "" + result.ikmRow));
                result.complete = false;
                return;
            }
            if (earlierBeyond) {
                // The same on the scale of the scores.
                return;
            }
        }
        if (index == null) {
            result.gradedBeside(cells);
            result.complete &= !cells.failed();
            return;
        }
        result.ikm = index;
        result.gradedBeside(cells);
        result.row = cells.row();
        result.ikmRow = cells.row().number();
        result.complete &= !cells.failed();
        result.ikmField = field;
    }

    /** The unit's grade on a line of its own, in whichever column. */
    private static void unitGrade(Result result, Cells cells) {
        for (String field : List.of("grade", "mean", "weighted")) {
            if (cells.recorded(field) != null && result.grade == null) {
                result.graded(cells, field);
            }
        }
        result.complete &= !cells.failed();
    }

    private void element(Result result, Cells cells) {
        Element element = result.lines.add(cells);
        if (element == null) {
            return;
        }
        String priority = cells.recorded("priority");
        if (priority != null && !NO_PRIORITY.contains(Wording.normalise(priority))) {
            result.priorities.add(element.label().key());
        }
    }

    // The unit's figures stand in columns that are named after what an unsur has there.
    private static SourceTable unitTable(SourceTable table, String ikmField) {
        SourceTable unit = new SourceTable(table.path(), table.sheet());
        unit.add("ikm", table.header(ikmField));
        unit.add("weight", table.header("weight"));
        unit.add("grade", table.header("grade"));
        unit.add("priorities", table.header("priorities"));
        return unit;
    }

    private static final class Result {

        private final PublishedLines lines;
        private final List<String> priorities = new ArrayList<>();
        private SurveyHeader header;
        private SourceRow row;
        private Integer ikmRow;
        private String ikmField = "mean";
        private BigDecimal ikm;
        private BigDecimal weight;
        private String grade;
        private String gradeAsWritten;
        private int gradeRow;
        private boolean complete = true;
        private int rows;

        Result(SurveyHeader header, SourceRow row, Labels labels) {
            this.lines = new PublishedLines(labels);
            this.header = header;
            this.row = row;
        }

        /** Whether a row says nothing else of the survey than those before; what it adds is kept. */
        boolean agreesWith(SurveyHeader other) {
            boolean agrees = agree(header.sop(), other.sop())
                    && agree(header.regulation(), other.regulation())
                    && agree(header.period(), other.period())
                    && agree(header.population(), other.population())
                    && agree(header.respondents(), other.respondents());
            if (agrees) {
                header = new SurveyHeader(
                        header.id(),
                        header.unit(),
                        header.service(),
                        either(header.sop(), other.sop()),
                        either(header.regulation(), other.regulation()),
                        either(header.period(), other.period()),
                        either(header.population(), other.population()),
                        either(header.respondents(), other.respondents()),
                        List.of());
            }
            return agrees;
        }

        /** Takes the grade that stands in the row of the index, as a letter or in words. */
        void gradedBeside(Cells cells) {
            String field = cells.recorded("grade") != null ? "grade" : "category";
            if (cells.recorded(field) != null) {
                graded(cells, field);
            }
        }

        void graded(Cells cells, String field) {
            grade = cells.read(field, Words::grade);
            gradeAsWritten = cells.row().value(field);
            gradeRow = cells.row().number();
        }

        PublishedResult build(SourceTable unitTable) {
            String[] values = {
                ikm == null ? null : row.value(ikmField),
                row.value("weight"),
                grade == null ? null : gradeAsWritten,
                row.value("priorities")
            };
            int at = row.number();
            SourceRow unit =
                    new SourceRow(unitTable, at, values, new int[] {at, at, grade == null ? at : gradeRow, at});
            return new PublishedResult(
                    header, weight, ikm, grade, priorities, lines.elements(), lines.hasStrange(), unit);
        }

        private static boolean agree(Object one, Object other) {
            return one == null || other == null || Objects.equals(one, other);
        }

        private static <T> T either(T one, T other) {
            return one == null ? other : one;
        }
    }
}
