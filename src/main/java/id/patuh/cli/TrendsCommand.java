package id.patuh.cli;

import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.trend.Span;
import id.patuh.ledger.trend.SurveyTrend;
import id.patuh.ledger.trend.SurveyTrendCsv;
import id.patuh.ledger.trend.SurveyTrendJson;
import id.patuh.ledger.trend.SurveyTrendReport;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.ledger.trend.Trend;
import id.patuh.ledger.trend.TrendCsv;
import id.patuh.ledger.trend.TrendJson;
import id.patuh.ledger.trend.TrendQuestion;
import id.patuh.ledger.trend.TrendReport;
import id.patuh.ledger.trend.ViolationTrends;
import id.patuh.store.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh trends}: how many violations scopes had over time. */
@Command(
        name = TrendsCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = TrendsCommand.Surveys.class)
final class TrendsCommand implements Callable<Integer> {

    static final String NAME = "trends";

    @Mixin
    private TableOptions options;

    @Parameters(paramLabel = "SCOPE", arity = "0..1", descriptionKey = "scope-or-command")
    private String scope;

    @Option(names = "--by", paramLabel = "SPAN", defaultValue = "month", descriptionKey = "trend-by")
    private Span span;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "trend-unit")
    private String unit;

    @Option(names = "--rule", paramLabel = "RULE", descriptionKey = "trend-rule")
    private String rule;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "trend-from")
    private String from;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "trend-until")
    private String until;

    @Option(names = "--most", paramLabel = "N", defaultValue = "30", descriptionKey = "trend-most")
    private int most;

    @Override
    public Integer call() {
        options.check();
        options.checkNotNegative("--most", most);
        LocalDate first = date("--from", from);
        LocalDate last = date("--until", until);
        if (first != null && last != null && first.isAfter(last)) {
            throw options.usage("dates.reversed", "--from " + from + " --until " + until);
        }
        TrendQuestion question = new TrendQuestion(span, options.zone(), first, last, unit, rule);
        options.write(Rulebooks.withStore(options, store -> {
            ViolationTrends trends = new ViolationTrends(store);
            return text(
                    question,
                    scopes(store, scope, options).stream()
                            .map(run -> trends.of(run, question))
                            .toList());
        }));
        return ExitCode.OK;
    }

    private LocalDate date(String option, String named) {
        try {
            return named == null ? null : LocalDate.parse(named);
        } catch (DateTimeException e) {
            throw options.usage("date.unreadable", option + " " + named);
        }
    }

    private String text(TrendQuestion question, List<Trend> trends) {
        if (options.isJson()) {
            return new TrendJson(question).text(trends);
        }
        if (options.isCsv()) {
            return new TrendCsv(options.zone(), options.language()).text(trends);
        }
        TrendReport report = new TrendReport(question, options.language());
        return scope == null ? report.list(trends) : report.text(trends.get(0), most);
    }

    /** The last completed run of a scope, or of each scope where none is named, as of the moment that is named. */
    private static List<LifeRun> scopes(Store store, String named, TableOptions options) {
        LifeBook book = new LifeBook(store);
        Instant asOf = options.asksAsOf() ? options.throughAsOf() : null;
        return named == null ? book.lasts(asOf) : List.of(book.checked(named, asOf, options.zone()));
    }

    /** {@code patuh trends surveys}. */
    @Command(name = "surveys", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Surveys implements Callable<Integer> {

        @Mixin
        private TableOptions options;

        @Parameters(paramLabel = "SCOPE", arity = "0..1", descriptionKey = "scope-or-all")
        private String scope;

        @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "trend-unit")
        private String unit;

        @Option(names = "--revisions", descriptionKey = "trend-revisions")
        private boolean revisions;

        @Override
        public Integer call() {
            options.check();
            options.write(Rulebooks.withStore(options, store -> {
                SurveyTrends trends = new SurveyTrends(store);
                return text(scopes(store, scope, options).stream()
                        .map(run -> new SurveyTrend(run, trends.series(run)).of(unit, revisions))
                        .toList());
            }));
            return ExitCode.OK;
        }

        private String text(List<SurveyTrend> trends) {
            if (options.isJson()) {
                return new SurveyTrendJson(options.language()).text(trends);
            }
            return options.isCsv()
                    ? new SurveyTrendCsv(options.zone(), options.language()).text(trends)
                    : new SurveyTrendReport(options.zone(), options.language()).text(trends);
        }
    }
}
