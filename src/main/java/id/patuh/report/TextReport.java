package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Finding;
import id.patuh.check.Grade;
import id.patuh.check.NotEvaluated;
import id.patuh.check.Priority;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputNote;
import id.patuh.intake.RejectedRow;
import id.patuh.spool.Spool;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result for a person at a terminal. */
public final class TextReport implements Report {

    /** More evidence of one violation than this helps nobody at a terminal; JSON has it all. */
    private static final int EVIDENCE_SHOWN = 5;

    private final boolean colours;

    /** @param colours whether the reader's terminal shows them */
    public TextReport(boolean colours) {
        this.colours = colours;
    }

    @Override
    public void write(CheckResult result, Verdict verdict, Language language, Writer to) throws IOException {
        new Page(result, verdict, language, to).write();
    }

    private final class Page {

        private final CheckResult result;
        private final Verdict verdict;
        private final Language language;
        private final Words words;
        private final ResultWords overall;
        private final Writer out;

        Page(CheckResult result, Verdict verdict, Language language, Writer out) {
            this.result = result;
            this.verdict = verdict;
            this.language = language;
            this.words = new Words(result, language);
            this.overall = new ResultWords(result, language);
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
            if (!result.inputs().isEmpty()) {
                title("inputs");
                List<List<String>> rows = new ArrayList<>();
                for (InputFile input : result.inputs()) {
                    rows.add(List.of(
                            input.path(),
                            input.kind() == null
                                    ? "?"
                                    : label("kind." + input.kind().word()),
                            Words.counted("rows", input.rows(), language)
                                    + (input.rejected() > 0
                                            ? ", " + input.rejected() + " " + label("rejected.count")
                                            : "")));
                }
                table(rows);
                for (InputFile input : result.inputs()) {
                    for (InputNote note : input.notes()) {
                        line("  " + input.path() + ": " + words.note(note));
                    }
                }
            }
            if (!result.skipped().isEmpty()) {
                line("  " + label("skipped") + " " + String.join(", ", result.skipped()));
            }
        }

        private void violations() throws IOException {
            if (result.findings().isEmpty()) {
                return;
            }
            title("violations");
            String last = null;
            for (Finding finding : result.findings()) {
                String group = group(finding.violation().subject());
                if (!group.equals(last)) {
                    coloured("  " + bold(group));
                    last = group;
                }
                violation(finding.violation());
            }
        }

        private String group(Subject subject) {
            String group = words.subject(new Subject(
                    subject.unit(), subject.sop(), subject.caseId(), null, null, null, subject.survey(), null));
            return group.isEmpty() ? label("no.subject") : group;
        }

        private void violation(Violation violation) throws IOException {
            coloured("    " + mark(violation.severity()) + " " + Printable.of(violation.rule()));
            line("      " + words.message(violation));
            line("      " + label("basis") + " " + words.basis(violation));
            List<Evidence> evidence = violation.evidence();
            for (Evidence each : evidence.subList(0, Math.min(EVIDENCE_SHOWN, evidence.size()))) {
                line("      " + label("evidence") + " " + Place.of(each, language));
            }
            if (evidence.size() > EVIDENCE_SHOWN) {
                line("      " + label("evidence") + " +" + (evidence.size() - EVIDENCE_SHOWN) + " " + label("more"));
            }
        }

        private void grades() throws IOException {
            if (result.grades().isEmpty()) {
                return;
            }
            title("grades");
            for (Grade grade : result.grades()) {
                coloured("  " + bold(words.graded(grade)));
                line("    " + words.grade(grade));
                List<List<String>> rows = new ArrayList<>();
                for (Grade.Element element : grade.elements()) {
                    rows.add(List.of(
                            "  " + element.code(),
                            element.name(),
                            element.mean() == null ? "-" : words.value(element.mean()),
                            element.index() == null ? "-" : words.value(element.index()),
                            element.grade() == null ? "-" : element.grade()));
                }
                table(rows);
            }
        }

        private void priorities() throws IOException {
            if (result.priorities().isEmpty()) {
                return;
            }
            title("priorities");
            for (Priority priority : result.priorities()) {
                line("  " + priority.survey() + of(priority) + "  "
                        + priority.rank() + ". " + priority.code() + " " + priority.name() + " "
                        + words.value(priority.mean()) + (priority.tied() ? " (" + label("tied") + ")" : ""));
                for (Priority.Reason reason : priority.reasons()) {
                    line("      " + words.reason(reason));
                }
            }
        }

        private static String of(Priority priority) {
            String whole = Stream.of(priority.unit(), priority.service())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            return whole.isEmpty() ? "" : " (" + whole + ")";
        }

        private void notEvaluated() throws IOException {
            try (SharedReasons reasons = new SharedReasons(Spool.USUAL_MOST)) {
                for (NotEvaluated rule : result.notEvaluated()) {
                    String subject = words.subject(rule);
                    reasons.add((subject.isEmpty() ? "" : subject + ": ") + words.reason(rule), rule.rule());
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
            if (result.rejected().isEmpty()) {
                return;
            }
            title("rejected");
            for (RejectedRow rejected : result.rejected()) {
                line("  " + Place.of(rejected, language));
                line("      " + words.reason(rejected));
            }
        }

        private void verdict() throws IOException {
            title("summary");
            line("  " + overall.checked());
            line("  " + overall.bySeverity());
            coloured("  " + bold(label("verdict." + verdict.word())));
            if (verdict == Verdict.VIOLATIONS && result.isIncomplete()) {
                coloured("  " + bold(label("verdict." + Verdict.INCOMPLETE.word())));
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
