package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Priority;
import id.patuh.intake.InputFile;
import id.patuh.intake.RejectedRow;
import java.util.List;
import java.util.TreeMap;

/** What reports show of a check whose result is there, and must be until they are written. For one thread. */
public final class CheckedContent implements ReportContent {

    private final CheckResult result;
    private final Verdict verdict;
    private final Language language;
    private final Words words;

    /** The content of a report on a result. */
    public CheckedContent(CheckResult result, Verdict verdict, Language language) {
        this.result = result;
        this.verdict = verdict;
        this.language = language;
        this.words = new Words(result.ruleSet(), result.zone(), language);
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Head head() {
        return new Head(
                result.matter(),
                Version.current(),
                result.asOf(),
                result.zone(),
                new RuleSetName(
                        result.ruleSet().name(),
                        result.ruleSet().version(),
                        result.ruleSet().sha256()));
    }

    @Override
    public List<Input> inputs() {
        return result.inputs().stream().map(this::input).toList();
    }

    private Input input(InputFile file) {
        List<String> notes =
                file.notes().stream().map(note -> Words.note(note, language)).toList();
        return new Input(file.path(), file.kind(), file.sha256(), file.rows(), file.rejected(), notes);
    }

    @Override
    public List<String> skipped() {
        return result.skipped();
    }

    @Override
    public Summary summary() {
        return new Summary(
                result.cases(),
                result.activities(),
                result.surveys(),
                result.definitions(),
                followUps(),
                result.findings().bySeverity(),
                new TreeMap<>(result.findings().byRule()),
                verdict,
                result.isIncomplete());
    }

    private long followUps() {
        return result.inputs().stream()
                .filter(input -> input.kind() == InputFile.Kind.FOLLOW_UP)
                .mapToLong(input -> input.rows() - input.rejected())
                .sum();
    }

    @Override
    public Iterable<WordedViolation> violations() {
        return () -> result.findings().stream()
                .map(finding -> WordedViolation.of(finding, words))
                .iterator();
    }

    @Override
    public List<WordedGrade> grades() {
        return result.grades().stream()
                .map(grade -> WordedGrade.of(grade, words))
                .toList();
    }

    @Override
    public List<RankedUnsur> priorities() {
        return result.priorities().stream().map(this::priority).toList();
    }

    private RankedUnsur priority(Priority priority) {
        return new RankedUnsur(
                priority.survey(),
                priority.unit(),
                priority.service(),
                priority.rank(),
                priority.code(),
                priority.name(),
                priority.mean(),
                priority.tied(),
                priority.reasons().stream().map(words::reason).toList());
    }

    @Override
    public Iterable<Lack> notEvaluated() {
        return () -> result.notEvaluated().stream()
                .map(lacking -> new Lack(lacking.rule(), lacking.missing().subject(), words.said(lacking)))
                .iterator();
    }

    @Override
    public Iterable<Rejection> rejected() {
        return () -> result.rejected().stream().map(this::rejection).iterator();
    }

    private Rejection rejection(RejectedRow row) {
        return new Rejection(
                row.path(), row.sheet(), row.row(), row.column(), row.value(), Words.reason(row, language));
    }
}
