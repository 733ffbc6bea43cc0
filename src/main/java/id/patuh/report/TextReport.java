package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.spool.Spool;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result for a person at a terminal. */
public final class TextReport implements TextualReport {

    /** More evidence of one violation than this helps nobody at a terminal; JSON has it all. */
    private static final int EVIDENCE_SHOWN = 5;

    private final boolean colours;

    /** @param colours whether the reader's terminal shows them */
    public TextReport(boolean colours) {
        this.colours = colours;
    }

    @Override
    public void write(ReportContent content, Writer to) throws IOException {
        new Page(content, to).write();
    }

    private final class Page {

        private final ReportContent content;
        private final Language language;
        private final ResultWords overall;
        private final Writer out;

        Page(ReportContent content, Writer out) {
            this.content = content;
            this.language = content.language();
            this.overall = new ResultWords(content);
            this.out = out;
        }

        void write() throws IOException {
            head();
            violations();
            grades();
            priorities();
            notEvaluated();
            rejected();
            verdict();
            out.flush();
        }

        private void head() throws IOException {
            line(overall.matter());
            line(overall.ruleSet());
            List<ReportContent.Input> inputs = content.inputs();
            if (!inputs.isEmpty()) {
                title("inputs");
                List<List<String>> rows = new ArrayList<>();
                for (ReportContent.Input input : inputs) {
                    rows.add(List.of(
                            input.path(),
                            input.kind() == null
                                    ? "?"
                                    : label("kind." + input.kind().word()),
                            Numbers.counted("rows", input.rows(), language)
                                    + (input.rejected() > 0
                                            ? ", " + input.rejected() + " " + label("rejected.count")
                                            : "")));
                }
                table(rows);
                for (ReportContent.Input input : inputs) {
                    for (String note : input.notes()) {
                        line("  " + input.path() + ": " + note);
                    }
                }
            }
            if (!content.skipped().isEmpty()) {
                line("  " + label("skipped") + " " + String.join(", ", content.skipped()));
            }
        }

        private void violations() throws IOException {
            String last = null;
            for (WordedViolation violation : content.violations()) {
                if (last == null) {
                    title("violations");
                }
                String group = SubjectWords.group(violation.subject(), language);
                if (!group.equals(last)) {
                    coloured("  " + bold(group));
                    last = group;
                }
                violation(violation);
            }
        }

        private void violation(WordedViolation violation) throws IOException {
            coloured("    " + mark(violation.severity()) + " " + Printable.of(violation.rule()));
            line("      " + violation.said().message());
            line("      " + label("basis") + " " + violation.said().basis());
            List<Evidence> evidence = violation.evidence();
            for (Evidence each : evidence.subList(0, Math.min(EVIDENCE_SHOWN, evidence.size()))) {
                line("      " + label("evidence") + " " + Place.of(each, language));
            }
            if (evidence.size() > EVIDENCE_SHOWN) {
                line("      " + label("evidence") + " +" + (evidence.size() - EVIDENCE_SHOWN) + " " + label("more"));
            }
        }

        private void grades() throws IOException {
            List<WordedGrade> grades = content.grades();
            if (grades.isEmpty()) {
                return;
            }
            title("grades");
            for (WordedGrade grade : grades) {
                coloured("  " + bold(grade.graded()));
                line("    " + grade.inWords(language));
                List<List<String>> rows = new ArrayList<>();
                for (Grade.Element element : grade.grade().elements()) {
                    rows.add(List.of(
                            "  " + element.code(),
                            element.name(),
                            element.mean() == null ? "-" : Numbers.of(element.mean(), language),
                            element.index() == null ? "-" : Numbers.of(element.index(), language),
                            element.grade() == null ? "-" : element.grade()));
                }
                table(rows);
            }
        }

        private void priorities() throws IOException {
            List<ReportContent.RankedUnsur> priorities = content.priorities();
            if (priorities.isEmpty()) {
                return;
            }
            title("priorities");
            for (ReportContent.RankedUnsur priority : priorities) {
                line("  " + priority.survey() + of(priority) + "  "
                        + priority.rank() + ". " + priority.code() + " " + priority.name() + " "
                        + Numbers.of(priority.mean(), language) + (priority.tied() ? " (" + label("tied") + ")" : ""));
                for (String reason : priority.reasons()) {
                    line("      " + reason);
                }
            }
        }

        private static String of(ReportContent.RankedUnsur priority) {
            String whole = Stream.of(priority.unit(), priority.service())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            return whole.isEmpty() ? "" : " (" + whole + ")";
        }

        private void notEvaluated() throws IOException {
            try (SharedReasons reasons = new SharedReasons(Spool.USUAL_MOST)) {
                for (ReportContent.Lack lack : content.notEvaluated()) {
                    reasons.add(lack.said().inOneLine(), lack.rule());
                }
                if (reasons.isEmpty()) {
                    return;
                }
                title("not.evaluated");
                for (SharedReasons.Shared each : reasons) {
                    line("  " + String.join(", ", each.rules()));
                    line("      " + each.reason());
                }
            }
        }

        private void rejected() throws IOException {
            boolean first = true;
            for (ReportContent.Rejection rejected : content.rejected()) {
                if (first) {
                    title("rejected");
                    first = false;
                }
                line("  " + Place.of(rejected, language));
                line("      " + rejected.reason());
            }
        }

        private void verdict() throws IOException {
            title("summary");
            line("  " + overall.checked());
            line("  " + overall.bySeverity());
            for (String verdict : overall.verdict()) {
                coloured("  " + bold(verdict));
            }
        }

        private void title(String key) throws IOException {
            line("");
            coloured(bold(label(key)));
        }

        private void table(List<List<String>> rows) throws IOException {
            for (String line : Columns.aligned(rows)) {
                line("  " + line);
            }
        }

        private String mark(Severity severity) {
            String word = label("severity." + severity.word()).toUpperCase(language.locale());
            return switch (severity) {
                case CRITICAL -> colour("1;31", word);
                case MAJOR -> colour("31", word);
                case MINOR -> colour("33", word);
                case INFO -> colour("36", word);
            };
        }

        private String bold(String text) {
            return colour("1", text);
        }

        private String colour(String code, String text) {
            return colours ? "\u001b[" + code + "m" + Printable.of(text) + "\u001b[0m" : Printable.of(text);
        }

        private String label(String key) {
            return language.label(key);
        }

        /** A line without colours: whatever its parts hold, it remains one line. */
        private void line(String text) throws IOException {
            coloured(Printable.of(text));
        }

        /** A line of which only the colours may be control characters. */
        private void coloured(String text) throws IOException {
            out.write(text);
            out.write('\n');
        }
    }
}
