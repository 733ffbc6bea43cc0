package id.patuh.ledger;

import id.patuh.check.CheckResult;
import id.patuh.intake.FoundInput;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that were kept. Nothing is ever changed; only the bytes of inputs may be removed, by hand. May be used by many
 * threads, and by many processes on one database.
 */
public final class Ledger {

    private final Store store;
    private final Vault vault;
    private final Clock clock;

    /** The ledger of a database: inputs are kept in a folder beside one that is a file, else within it. */
    public Ledger(Store store, Clock clock) {
        this.store = store;
        this.vault = vault(store);
        this.clock = clock;
    }

    /** Where inputs of runs are kept, and what people settle by. */
    public static Vault vault(Store store) {
        return Vault.of(store, "inputs", "run_content");
    }

    /**
     * Keeps a check.
     *
     * @param request what it was asked
     * @param found what its paths came to; the files must still be there
     * @param mapping the file of the mapping, or null where the request has no hash of one
     * @param ruleSet the files of the rule set
     * @param program the version of patuh, and its build where that is known
     * @throws LedgerException if a file cannot be read, or if one of them or the rules are not what was checked
     */
    public KeptRun keep(
            RunRequest request,
            List<FoundInput> found,
            CheckResult result,
            Path mapping,
            RuleSetContent ruleSet,
            String program) {
        if (!ruleSet.sha256().equals(result.ruleSet().sha256())) {
            throw new LedgerException("rules-changed", Map.of());
        }
        Map<String, String> checked = new HashMap<>();
        result.inputs().forEach(input -> checked.putIfAbsent(input.path(), input.sha256()));
        List<KeptInput> inputs = new ArrayList<>();
        for (FoundInput input : found) {
            KeptInput kept = keep(input);
            // What has the content of another file is not read, and no input of its own.
            String before = checked.get(kept.name());
            if (before != null && !before.equals(kept.sha256())) {
                throw LedgerException.of(VaultException.changed(kept.name()));
            }
            inputs.add(kept);
        }
        if (mapping != null
                && !keep(FoundInput.file(request.mapping(), mapping)).sha256().equals(request.mappingSha256())) {
            throw LedgerException.of(VaultException.changed(request.mapping()));
        }
        RunResult came = RunResult.of(result, request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.write(transaction -> {
            RunTables tables = new RunTables(transaction);
            KeptRun last = tables.last();
            KeptRun run = new KeptRun(
                            last == null ? 1 : last.number() + 1,
                            now,
                            request,
                            ruleSet.sha256(),
                            program,
                            came,
                            inputs,
                            last == null ? null : last.hash(),
                            "")
                    .sealed();
            new RuleSetTables(transaction).add(ruleSet);
            tables.add(run);
            return run;
        });
    }

    private KeptInput keep(FoundInput input) {
        if (input.outcome() != FoundInput.Outcome.FILE) {
            return new KeptInput(input.outcome(), input.name(), null, 0, input.reason(), input.details());
        }
        try {
            String sha256 = vault.put(input.file());
            return new KeptInput(input.outcome(), input.name(), sha256, Files.size(input.file()), null, Map.of());
        } catch (VaultException e) {
            throw LedgerException.of(e);
        } catch (IOException e) {
            throw new LedgerException("input-not-kept", Map.of("input", input.name(), "cause", Vault.cause(e)));
        }
    }

    /**
     * All runs, in order.
     *
     * @throws LedgerException at the first one that is not as it was kept
     */
    public List<KeptRun> runs() {
        List<KeptRun> runs;
        try {
            runs = store.read(transaction -> new RunTables(transaction).runs());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new LedgerException("run-altered", "run", "?");
        }
        KeptRun previous = null;
        for (KeptRun run : runs) {
            if (!run.follows(previous)) {
                throw new LedgerException("run-altered", "run", previous == null ? 1 : previous.number() + 1);
            }
            previous = run;
        }
        return runs;
    }

    /** @throws LedgerException if there is no such run, or one up to it is not as it was kept */
    public KeptRun run(long number) {
        return runs().stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow(() -> new LedgerException("run-unknown", "run", number));
    }

    /**
     * The inputs of a run as files again, for a check.
     *
     * @throws LedgerException at the first one that is missing or altered
     */
    public OpenRun open(KeptRun run) {
        return OpenRun.of(run, vault);
    }

    /**
     * The rule set of a run.
     *
     * @throws LedgerException if it is not as it was
     */
    public RuleSetContent ruleSet(KeptRun run) {
        List<String> altered = new ArrayList<>();
        RuleSetContent content =
                store.read(transaction -> new RuleSetTables(transaction).content(run.ruleSetSha256(), altered));
        if (!altered.isEmpty() || !content.sha256().equals(run.ruleSetSha256())) {
            throw new LedgerException("rules-altered", "run", run.number());
        }
        return content;
    }
}
