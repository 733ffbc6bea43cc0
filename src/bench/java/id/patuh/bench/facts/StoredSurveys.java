package id.patuh.bench.facts;

import id.patuh.bench.surveys.SurveyTable;
import id.patuh.facts.Facts;
import id.patuh.facts.HowRead;
import id.patuh.facts.JudgedSurveys;
import id.patuh.intake.FoundInput;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/**
 * Takes a large survey, judges it as a night does, three times, and looks whether it is due again.
 *
 * <pre>StoredSurveys FOLDER [RESPONSES]</pre>
 */
public final class StoredSurveys {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant AS_OF = Instant.parse("2026-11-21T17:00:00Z");
    private static final int ROUNDS = 3;

    private StoredSurveys() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        long responses = args.length > 1 ? Long.parseLong(args[1]) : 100_000;
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        Path survey = folder.resolve("survey-" + responses + ".csv");
        SurveyTable.write(survey, responses, 1, false);
        run("jdbc:h2:file:" + folder.resolve("h2-" + System.nanoTime()) + ";USER=patuh", survey, rules);
        run(TestDatabase.POSTGRESQL.newUrl(), survey, rules);
    }

    private static void run(String url, Path survey, RuleSet rules) throws Exception {
        System.out.printf(
                "%n%s, %,d bytes, %s%n", survey.getFileName(), Files.size(survey), url.replaceAll("[/?].*", ""));
        try (Store store = Store.open(url)) {
            Facts facts = new Facts(store);
            Hold hold =
                    new Scopes(store).take("unit", "bench", Duration.ofDays(1)).orElseThrow();
            timed(
                            "take",
                            () -> facts.take(
                                    hold,
                                    FoundInput.file(survey.getFileName().toString(), survey),
                                    new HowRead(ZONE),
                                    rules,
                                    AS_OF,
                                    (path, rows) -> {},
                                    taking -> Transaction.Step.NONE))
                    .read()
                    .rejected()
                    .close();
            for (int round = 0; round < ROUNDS; round++) {
                JudgedSurveys judged =
                        timed("judge", () -> facts.surveys().judge(hold, rules, AS_OF, ZONE, (path, rows) -> {}));
                store.write(transaction -> {
                    facts.surveys().judged(hold, 1, rules.sha256(), judged).in(transaction);
                    return null;
                });
            }
            boolean due = timed("due again", () -> facts.surveys().isDue(hold, AS_OF.plusSeconds(1), rules.sha256()));
            System.out.printf("    %s%n", due);
        }
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        System.out.printf("  %-12s %,8d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
        return result;
    }
}
