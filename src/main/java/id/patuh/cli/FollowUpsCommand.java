package id.patuh.cli;

import id.patuh.ledger.followup.FollowUpCsv;
import id.patuh.ledger.followup.FollowUpJson;
import id.patuh.ledger.followup.FollowUpReport;
import id.patuh.ledger.followup.ItemFilter;
import id.patuh.ledger.followup.ItemReport;
import id.patuh.ledger.followup.ItemStanding;
import id.patuh.ledger.followup.ItemStandings;
import id.patuh.ledger.followup.ItemState;
import id.patuh.ledger.followup.Summary;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh followups}: the items of follow-up plans, and what became of them. */
@Command(
        name = FollowUpsCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = FollowUpsCommand.Show.class)
final class FollowUpsCommand implements Callable<Integer> {

    static final String NAME = "followups";

    private static final Pattern QUARTER =
            Pattern.compile("(\\d{4})-?(?:TW|Q)\\s*([1-4]|I{1,3}|IV)", Pattern.CASE_INSENSITIVE);
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final int MONTHS = 3;

    @Mixin
    private TableOptions options;

    @Parameters(paramLabel = "SCOPE", arity = "0..1", descriptionKey = "scope-or-command")
    private String scope;

    @Option(names = "--state", paramLabel = "STATE", split = ",", descriptionKey = "followups-state")
    private Set<ItemState> states = EnumSet.noneOf(ItemState.class);

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "followups-unit")
    private String unit;

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "followups-owner")
    private String owner;

    @Option(names = "--quarter", paramLabel = "QUARTER", descriptionKey = "followups-quarter")
    private String quarter;

    @Option(names = "--due-within", paramLabel = "DAYS", descriptionKey = "followups-due-within")
    private Integer dueWithinDays;

    @Override
    public Integer call() {
        options.check();
        if (dueWithinDays != null) {
            options.checkNotNegative("--due-within", dueWithinDays);
        }
        ItemFilter filter = new ItemFilter(states, unit, owner, quarterDay(), dueWithinDays);
        options.write(Rulebooks.withStore(options, store -> {
            ItemStandings standings = new ItemStandings(store, options.zone());
            List<ItemStanding> all =
                    scope == null ? standings.all(options.throughAsOf()) : standings.of(scope, options.throughAsOf());
            List<ItemStanding> shown = filter.of(all);
            return text(shown, Summary.of(shown, all));
        }));
        return ExitCode.OK;
    }

    private String text(List<ItemStanding> shown, Summary summary) {
        if (options.isCsv()) {
            return new FollowUpCsv(options.language()).text(shown);
        }
        return options.isJson()
                ? new FollowUpJson(options.zone()).of(shown, summary, options.throughAsOf())
                : new FollowUpReport(options.language()).list(shown, summary);
    }

    /** The first day of the quarter asked for, or null. */
    private LocalDate quarterDay() {
        if (quarter == null) {
            return null;
        }
        Matcher named = QUARTER.matcher(quarter.strip());
        if (!named.matches()) {
            throw options.usage("quarter.unreadable", quarter);
        }
        int number = ROMAN.indexOf(named.group(2).toUpperCase(Locale.ROOT));
        int index = number < 0 ? Integer.parseInt(named.group(2)) - 1 : number;
        return LocalDate.of(Integer.parseInt(named.group(1)), MONTHS * index + 1, 1);
    }

    /** {@code patuh followups show}. */
    @Command(name = "show", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(index = "0", paramLabel = "SCOPE", descriptionKey = "ledger-scope")
        private String scope;

        @Parameters(index = "1", paramLabel = "ITEM", descriptionKey = "followups-item")
        private String item;

        @Override
        public Integer call() {
            options.check();
            options.write(Rulebooks.withStore(options, store -> {
                ItemStanding shown = new ItemStandings(store, options.zone()).of(scope, item, options.throughAsOf());
                return options.isJson()
                        ? new FollowUpJson(options.zone()).of(shown)
                        : new ItemReport(options.zone(), options.language()).text(shown);
            }));
            return ExitCode.OK;
        }
    }
}
