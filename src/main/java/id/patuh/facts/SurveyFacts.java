package id.patuh.facts;

import id.patuh.check.CheckResult;
import id.patuh.check.CollectedCheck;
import id.patuh.check.SurveyCheck;
import id.patuh.check.SurveyVerdict;
import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.intake.NoActivities;
import id.patuh.intake.NoResponses;
import id.patuh.intake.Selection;
import id.patuh.ruleset.RuleSet;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.vault.Vault;
import id.patuh.violation.SourceTable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The surveys and follow-up reports of scopes. They bear on each other, so that those of a scope are judged together, from
 * the bytes of their files. Of a survey or report that came several times the last one counts.
 */
public final class SurveyFacts {

    /** Of a packed file both endings. */
    private static final Pattern ENDING = Pattern.compile("(\\.[^./]+)?(\\.gz)?$", Pattern.CASE_INSENSITIVE);

    private final Store store;
    private final Vault vault;

    SurveyFacts(Store store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** What of the scope was stored, at one moment. */
    private record Stored(long changes, Map<String, StoredSurveys> files) {

        Map<String, String> names() {
            Map<String, String> names = new LinkedHashMap<>();
            files.forEach((path, file) -> names.put(path, file.name()));
            return names;
        }
    }

    /**
     * Whether the surveys and reports of a scope are to be judged: since they changed, their next moment has come, or they
     * were judged under other rules.
     *
     * @param asOf the moment of the evaluation
     * @param ruleSet the hash of the rule set that it is under
     */
    public boolean isDue(Hold hold, Instant asOf, String ruleSet) {
        return store.read(transaction -> new SurveyTables(transaction).isDue(hold.scopeId(), asOf, ruleSet));
    }

    /**
     * Judges all surveys and reports of a scope.
     *
     * @param asOf the moment that deadlines are judged by
     * @param zone whose day it is then
     * @param progress hears how far reading has come
     * @throws FactsException if a file is not as it was kept
     */
    public JudgedSurveys judge(Hold hold, RuleSet ruleSet, Instant asOf, ZoneId zone, Intake.Progress progress) {
        Stored stored = stored(hold.scopeId());
        CountingParts counting = new CountingParts(stored.files);
        try (OpenSurveys open = OpenSurveys.of(stored.files, vault, ruleSet)) {
            SurveyVerdict verdict = new SurveyCheck(ruleSet, asOf, zone)
                    .run(open.inputs(), new HowRead(zone).intake(ruleSet), counting, counting::absent, progress);
            return new JudgedSurveys(stored.changes, verdict, stored.names(), counting.absentSurveys());
        }
    }

    /** The same with cases, as one result, for nothing to be kept of it. */
    CheckResult check(
            long scopeId,
            RuleSet ruleSet,
            Instant asOf,
            ZoneId zone,
            CollectedCheck.Cases cases,
            Intake.Progress progress) {
        Stored stored = stored(scopeId);
        try (OpenSurveys open = OpenSurveys.of(stored.files, vault, ruleSet)) {
            return new CollectedCheck(ruleSet, asOf, zone)
                    .run(
                            cases,
                            open.inputs(),
                            new HowRead(zone).intake(ruleSet),
                            new CountingParts(stored.files),
                            progress);
        }
    }

    /**
     * The follow-up reports of a scope, by whose plans limits of cases may be counted; surveys are not read for them.
     *
     * @param scopeId by which tables know the scope
     * @throws FactsException if a file is not as it was kept
     */
    public List<FollowUpRecord> reports(long scopeId, RuleSet ruleSet, ZoneId zone, Intake.Progress progress) {
        Map<String, StoredSurveys> files = stored(scopeId).files;
        files.values().removeIf(file -> !file.hasReports());
        try (OpenSurveys open = OpenSurveys.of(files, vault, ruleSet)) {
            Dataset read = new HowRead(zone)
                    .intake(ruleSet)
                    .read(
                            open.inputs(),
                            progress,
                            NoActivities::new,
                            NoResponses::new,
                            new Reports(new CountingParts(files)));
            read.rejected().close();
            return read.followUps();
        }
    }

    /**
     * Says that the surveys and reports of a scope were judged, in the transaction that records what was found.
     *
     * @param run the number by which tables know the run
     * @param ruleSet the hash of the rule set that they were judged under
     */
    public Transaction.Step judged(Hold hold, long run, String ruleSet, JudgedSurveys judged) {
        return transaction -> new SurveyTables(transaction)
                .markJudged(hold.scopeId(), judged, new FactTables(transaction).ruleSet(ruleSet), run);
    }

    /**
     * Removes the bytes of files that came before a moment, and whose surveys and reports cover earlier days only, if
     * neither time nor other facts are to change what was found of them. That stays, and they are not judged again.
     *
     * @param day the first day that is kept; its whole year is, and all years that share a file with it
     * @param at when they are removed
     * @param failures hears which bytes cannot be removed; they are tried again the next time
     * @return how many files
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public long erase(Hold hold, Instant before, LocalDate day, Instant at, Consumer<FactsException> failures) {
        long erased = store.write(transaction -> {
            Scopes.hold(transaction, hold);
            Optional<LocalDate> settled = new SurveyTables(transaction).settledBefore(hold.scopeId());
            if (settled.isEmpty()) {
                return 0L;
            }
            LocalDate until = settled.get().isBefore(day) ? settled.get() : day;
            return new SurveyErasure(transaction)
                    .erase(hold.scopeId(), before, until, at.truncatedTo(ChronoUnit.MICROS));
        });
        removeContents().forEach(failures);
        return erased;
    }

    /**
     * Of whatever was removed: an earlier process may have ended before it came to that.
     *
     * @return why some of them could not be
     */
    private List<FactsException> removeContents() {
        return store.write(transaction -> {
            SurveyErasure erasure = new SurveyErasure(transaction);
            List<FactsException> failures = new ArrayList<>();
            if (!erasure.contents().isEmpty()) {
                // Whoever takes the same file meanwhile sees afterwards that it is gone.
                erasure.lockContents();
                List<String> gone = new ArrayList<>();
                for (String sha256 : erasure.contents()) {
                    try {
                        vault.remove(sha256);
                        gone.add(sha256);
                    } catch (IOException e) {
                        failures.add(notRemoved(sha256, e));
                    }
                }
                erasure.contentsRemoved(gone);
            }
            return failures;
        });
    }

    private static FactsException notRemoved(String sha256, IOException e) {
        return new FactsException(
                "file-not-removed",
                Map.of("sha256", sha256, "cause", e.getClass().getSimpleName()));
    }

    private Stored stored(long scopeId) {
        return store.read(transaction -> {
            SurveyTables tables = new SurveyTables(transaction);
            return new Stored(tables.changes(scopeId), named(tables.files(scopeId)));
        });
    }

    /** By names that tell them apart: rows that do not tell their survey are of any in the file of that name. */
    private static Map<String, StoredSurveys> named(List<StoredSurveys> files) {
        Map<String, StoredSurveys> named = new LinkedHashMap<>();
        for (StoredSurveys file : files) {
            String name = file.name();
            for (int number = 2; named.containsKey(name); number++) {
                name = ENDING.matcher(file.name()).replaceFirst(" (" + number + ")$0");
            }
            named.put(name, file);
        }
        return named;
    }

    /** Leaves out surveys. */
    private record Reports(Selection counting) implements Selection {

        @Override
        public boolean wants(SurveyHeader survey, SourceTable table) {
            return false;
        }

        @Override
        public boolean wants(PublishedResult result) {
            return false;
        }

        @Override
        public boolean wants(FollowUpRecord report) {
            return counting.wants(report);
        }
    }
}
