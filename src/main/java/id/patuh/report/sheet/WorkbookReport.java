package id.patuh.report.sheet;

import id.patuh.check.Grade;
import id.patuh.report.Language;
import id.patuh.report.Report;
import id.patuh.report.ReportContent;
import id.patuh.report.WordedGrade;
import id.patuh.report.WordedViolation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.util.TempFile;

/** The result as a workbook: a sheet in front that sums it up, and one for each thing there is to list. */
public final class WorkbookReport implements Report {

    /** A sheet has 1,048,576 rows. */
    private static final int MOST_ROWS = 1_048_575;

    private final int mostRows;

    /** A workbook whose sheets take as many rows as spreadsheets can hold. */
    public WorkbookReport() {
        this(MOST_ROWS);
    }

    WorkbookReport(int mostRows) {
        this.mostRows = mostRows;
    }

    /** A score of a survey, or of one of its unsur; then it is null there. */
    private record Score(WordedGrade worded, Grade.Element element) {

        Grade grade() {
            return worded.grade();
        }
    }

    @Override
    public void write(ReportContent content, OutputStream to) throws IOException {
        try (TemporaryFiles files = new TemporaryFiles()) {
            TempFile.setThreadLocalTempFileCreationStrategy(files);
            try (ReportBook book = new ReportBook()) {
                new Sheets(book, content).write();
                book.write(to);
            } finally {
                TempFile.setThreadLocalTempFileCreationStrategy(null);
            }
        }
    }

    private final class Sheets {

        private final ReportBook book;
        private final ReportContent content;
        private final Language language;
        private final SheetWords words;

        Sheets(ReportBook book, ReportContent content) {
            this.book = book;
            this.content = content;
            this.language = content.language();
            this.words = new SheetWords(language);
        }

        void write() {
            new SummarySheet(book, content).write();
            violations();
            grades();
            priorities();
            notEvaluated();
            rejected();
        }

        private void violations() {
            SheetTable<WordedViolation> table = table("violations", ViolationTable.columns(language));
            content.violations().forEach(violation -> table.add(violation, book.of(violation.severity())));
            table.end();
        }

        private void grades() {
            SheetTable<Score> table = table(
                    "grades",
                    List.of(
                            new Column<>("survey", 22, s -> s.grade().survey()),
                            new Column<>("unit", 26, s -> s.grade().unit()),
                            new Column<>("service", 26, s -> s.grade().service()),
                            new Column<>("regulation", 24, s -> s.grade().regulation()),
                            new Column<>("aggregation", 24, s -> aggregation(s.grade())),
                            new Column<>(
                                    "respondents",
                                    12,
                                    s -> s.element() == null ? s.grade().respondents() : null),
                            new Column<>(
                                    "code",
                                    8,
                                    s -> s.element() == null
                                            ? "IKM"
                                            : s.element().code()),
                            new Column<>(
                                    "element",
                                    40,
                                    s -> s.element() == null
                                            ? null
                                            : s.element().name()),
                            new Column<>(
                                    "mean",
                                    9,
                                    s -> s.element() == null
                                            ? null
                                            : s.element().mean()),
                            new Column<>(
                                    "index",
                                    9,
                                    s -> s.element() == null
                                            ? s.grade().ikm()
                                            : s.element().index()),
                            new Column<>(
                                    "grade",
                                    8,
                                    s -> s.element() == null
                                            ? s.grade().grade()
                                            : s.element().grade()),
                            new Column<>(
                                    "reason",
                                    50,
                                    s -> s.element() == null ? s.worded().reason() : null)));
            for (WordedGrade worded : content.grades()) {
                table.add(new Score(worded, null));
                worded.grade().elements().forEach(element -> table.add(new Score(worded, element)));
            }
            table.end();
        }

        private String aggregation(Grade grade) {
            return grade.aggregation() == null ? null : language.label("aggregation." + grade.aggregation());
        }

        private void priorities() {
            SheetTable<ReportContent.RankedUnsur> table = table(
                    "priorities",
                    List.of(
                            new Column<>("survey", 22, ReportContent.RankedUnsur::survey),
                            new Column<>("unit", 26, ReportContent.RankedUnsur::unit),
                            new Column<>("service", 26, ReportContent.RankedUnsur::service),
                            new Column<>("rank", 10, ReportContent.RankedUnsur::rank),
                            new Column<>("code", 8, ReportContent.RankedUnsur::code),
                            new Column<>("element", 40, ReportContent.RankedUnsur::name),
                            new Column<>("mean", 9, ReportContent.RankedUnsur::mean),
                            new Column<>("tied", 20, p -> p.tied() ? language.label("tied") : null),
                            new Column<>("reasons", 70, p -> String.join("\n", p.reasons()))));
            content.priorities().forEach(table::add);
            table.end();
        }

        private void notEvaluated() {
            SheetTable<ReportContent.Lack> table = table(
                    "not-evaluated",
                    List.of(
                            new Column<>("rule", 28, ReportContent.Lack::rule),
                            new Column<>("subject", 60, lack -> lack.said().subject()),
                            new Column<>("reason", 80, lack -> lack.said().reason())));
            content.notEvaluated().forEach(table::add);
            table.end();
        }

        private void rejected() {
            SheetTable<ReportContent.Rejection> table = table(
                    "rejected",
                    List.of(
                            new Column<>("path", 40, ReportContent.Rejection::path),
                            new Column<>("sheet", 20, ReportContent.Rejection::sheet),
                            new Column<>("row", 10, ReportContent.Rejection::row),
                            new Column<>("column", 20, ReportContent.Rejection::column),
                            new Column<>("value", 40, ReportContent.Rejection::value),
                            new Column<>("reason", 70, ReportContent.Rejection::reason)));
            content.rejected().forEach(table::add);
            table.end();
        }

        private <T> SheetTable<T> table(String key, List<Column<T>> columns) {
            return new SheetTable<>(book, words.of("sheet." + key), words.headings(columns), columns, mostRows);
        }
    }
}
