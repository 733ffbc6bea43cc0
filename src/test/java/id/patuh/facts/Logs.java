package id.patuh.facts;

import id.patuh.engine.RuleCache;
import id.patuh.intake.FoundInput;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.scope.Holds;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Small logs on their way into a scope. */
final class Logs {

    static final Instant AT = Instant.parse("2026-03-31T17:00:00Z");

    private static final RuleSet RULES = RuleSetReader.read(SmallRules.FILES, RuleCache.none());
    private static final HowRead HOW = new HowRead(ZoneId.of("Asia/Jakarta"));
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Facts facts;
    private final Holds holds;
    private final Path folder;

    Logs(Facts facts, Holds holds, Path folder) {
        this.facts = facts;
        this.holds = holds;
        this.folder = folder;
    }

    /** @param rows {@code case,step,start,end} each */
    Taking take(String scope, String... rows) {
        return take(scope, AT, "case,step,start,end", List.of(rows));
    }

    Taking take(String scope, Instant at, String header, List<String> rows) {
        Path file = folder.resolve("log" + NUMBER.incrementAndGet() + ".csv");
        try {
            // No two files are the same.
            boolean namesSop = header.contains("sop");
            Files.writeString(
                    file,
                    header + (namesSop ? "" : ",sop") + ",note\n"
                            + rowsOf(rows, (namesSop ? "," : ",B276,") + NUMBER + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return take(scope, file, at);
    }

    private static String rowsOf(List<String> rows, String end) {
        return String.join(end, rows) + end;
    }

    Taking take(String scope, Path file, Instant at) {
        Taking taking = facts.take(
                holds.of(scope),
                FoundInput.file(file.toString(), file),
                HOW,
                RULES,
                at,
                (path, rows) -> {},
                taken -> Transaction.Step.NONE);
        taking.read().rejected().close();
        return taking;
    }
}
