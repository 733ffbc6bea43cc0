package id.patuh.nightly;

import id.patuh.facts.Facts;
import id.patuh.facts.HowRead;
import id.patuh.facts.SavedMappings;
import id.patuh.facts.Taking;
import id.patuh.intake.FoundInput;
import id.patuh.intake.Intake;
import id.patuh.intake.RejectedRow;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSet;
import id.patuh.scope.Hold;
import id.patuh.spool.Spool;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings the files of an inbox to the facts of its scope, and from there to the archive or the quarantine. */
final class Collector {

    /** A file may have millions of rows that cannot be read; nobody reads as many reasons. */
    private static final int MOST_REASONS = 1_000;

    private final Facts facts;
    private final SavedMappings mappings;
    private final NightSettings settings;
    private final Language language;

    /** @param language of the reasons that stand beside files */
    Collector(Facts facts, SavedMappings mappings, NightSettings settings, Language language) {
        this.facts = facts;
        this.mappings = mappings;
        this.settings = settings;
        this.language = language;
    }

    /**
     * Collects what is in the inbox of a night's scope.
     *
     * @param now the moment that a file's age is counted to
     * @return whether all of the inbox could be looked into, and all that was taken be moved where it belongs; what was not
     *     is for the next night
     */
    boolean collect(Hold hold, Night night, RuleSet ruleSet, Instant now, Intake.Progress progress) {
        Inbox inbox = new Inbox(
                settings.inboxes().resolve(night.scope()),
                settings.archive().resolve(night.scope()),
                settings.quarantine().resolve(night.scope()),
                settings.rest());
        HowRead how = how(night.scope(), ruleSet);
        Inbox.Taking taking;
        try {
            taking = inbox.take(now);
        } catch (IOException e) {
            return false;
        }
        boolean whole = taking.unreadable().isEmpty();
        for (TakenFile file : taking.files()) {
            whole &= collect(hold, night, file, how, ruleSet, progress);
        }
        return whole;
    }

    private HowRead how(String scope, RuleSet ruleSet) {
        InboxSettings said = settings.inbox(scope);
        if (said.mapping() != null && ruleSet.mapping(said.mapping()).isEmpty()) {
            throw new NightException("mapping-of-inbox-missing", "mapping", said.mapping());
        }
        if (said.sop() != null && !ruleSet.sops().knows(said.sop())) {
            throw new NightException("sop-of-inbox-missing", "sop", said.sop());
        }
        return new HowRead(settings.zone(), said.sop(), said.mapping(), mappings.current(scope));
    }

    private boolean collect(
            Hold hold, Night night, TakenFile file, HowRead how, RuleSet ruleSet, Intake.Progress progress) {
        Taking taken = facts.take(
                hold,
                FoundInput.file(file.name(), file.file()),
                how,
                ruleSet,
                night.asOf(),
                progress,
                taking -> transaction -> note(transaction, night, NightFile.of(file.name(), taking)));
        try (Spool<RejectedRow> rejected = taken.read().rejected()) {
            List<String> reasons = reasons(rejected);
            if (taken.outcome() == Taking.Outcome.WITHOUT_FACTS) {
                if (reasons.isEmpty()) {
                    reasons.add(Reasons.text("file-without-facts", Map.of(), language));
                }
                file.quarantine(night.date(), reasons);
            } else {
                file.archive(night.date(), reasons);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A process may have ended after it stored a file's facts, and before it moved the file: it was noted then. */
    private static void note(Transaction transaction, Night night, NightFile file) throws SQLException {
        NightTables tables = new NightTables(transaction);
        if (!tables.isNoted(night, file)) {
            tables.add(night, file);
        }
    }

    /** Why rows could not be read; none where all could. */
    private List<String> reasons(Spool<RejectedRow> rejected) {
        List<String> reasons = new ArrayList<>();
        for (RejectedRow row : rejected) {
            if (reasons.size() == MOST_REASONS) {
                String more = Long.toString(rejected.size() - MOST_REASONS);
                reasons.add(Reasons.text("reasons-more", Map.of("more", more), language));
                break;
            }
            reasons.add(Reasons.of(row, language));
        }
        return reasons;
    }
}
