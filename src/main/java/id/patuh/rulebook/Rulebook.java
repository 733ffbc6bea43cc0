package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Versions of the rule set and their way: draft, tested, proposed, approved, published; rejected, or rolled back to. Nothing
 * is ever changed or removed, only added. May be used by many threads, and by many processes on one database. Whatever is not
 * allowed is a {@link RulebookException}, and nothing is changed then.
 */
public final class Rulebook {

    private final Store store;
    private final Clock clock;
    private final Consumer<RuleSetContent> compiler;

    /** @param compiler throws an exception of its own for files that are no usable rule set: they do not become a draft */
    public Rulebook(Store store, Clock clock, Consumer<RuleSetContent> compiler) {
        this.store = store;
        this.clock = clock;
        this.compiler = compiler;
    }

    /**
     * Adds a version.
     *
     * @param comment what changes, and why
     * @param parent the version that it was made from, or null
     */
    public Version draft(RuleSetContent content, String author, String comment, Long parent) {
        String who = Texts.person(author);
        String why = Texts.required(comment);
        content.paths().forEach(Texts::path);
        compiler.accept(content);
        return store.write(transaction -> {
            RulebookTables tables = new RulebookTables(transaction);
            History history = tables.history();
            Entry entry = history.drafted(parent, content.sha256(), who, now(), why);
            history.add(entry);
            tables.add(content);
            tables.add(entry.draft());
            tables.add(entry);
            return history.version(entry.draft().id());
        });
    }

    /**
     * Notes what the tests of a version said. Tested again, the last time counts.
     *
     * @param passed whether all of them passed
     * @param actor who let them run
     */
    public Version tested(long version, boolean passed, String report, String actor) {
        if (report.isBlank()) {
            throw new RulebookException("report-absent", "version", version);
        }
        Texts.storable(report);
        return step(version, passed ? Action.TESTED : Action.FAILED, actor, "", null, report);
    }

    /** Asks for a tested version to be approved. */
    public Version propose(long version, String actor, String comment) {
        return step(version, Action.PROPOSED, actor, Texts.optional(comment), null, null);
    }

    /** Approves a proposed version; never its author. */
    public Version approve(long version, String approver, String comment) {
        return step(version, Action.APPROVED, approver, Texts.optional(comment), null, null);
    }

    /** Ends the way of a version that is not yet published; its author may withdraw it so. */
    public Version reject(long version, String actor, String comment) {
        return step(version, Action.REJECTED, actor, Texts.required(comment), null, null);
    }

    /**
     * Publishes an approved version.
     *
     * @param effectiveFrom from when on it is in force, not in the past; null for now
     */
    public Version publish(long version, String actor, Instant effectiveFrom) {
        return step(version, Action.PUBLISHED, actor, "", effectiveFrom, null);
    }

    /**
     * Publishes a version again that was in force before, from now on. What had been published for later dates is void; where
     * there is such, the version may be the one in force.
     */
    public Version rollBack(long to, String actor, String comment) {
        return step(to, Action.ROLLED_BACK, actor, Texts.required(comment), null, null);
    }

    /** The version in force at a moment, as far as is known now. */
    public Optional<Version> publishedAt(Instant moment) {
        return history().publishedAt(moment);
    }

    /**
     * The files of a version, as they were drafted to the byte.
     *
     * @throws RulebookException also if the database gives other files than were drafted
     */
    public RuleSetContent content(long version) {
        return read(tables -> tables.content(tables.history().version(version).draft()));
    }

    /**
     * A report of tests, by its hash in the history.
     *
     * @throws RulebookException if it is missing or not as it was
     */
    public String report(String sha256) {
        return read(tables -> tables.report(sha256));
    }

    /**
     * All that happened.
     *
     * @throws RulebookException at the first entry that does not fit; {@link #verify} names it
     */
    public History history() {
        return read(RulebookTables::history);
    }

    /**
     * Looks for changes made behind the rulebook's back, in entries, versions, files and reports.
     *
     * @param expectedHead a head that was known before, which shows whether the end was cut off or all was written anew; or
     *     null
     */
    public Verification verify(String expectedHead) {
        return read(tables -> new Verifier(tables).verify(expectedHead));
    }

    private Version step(
            long version, Action action, String actor, String comment, Instant effectiveFrom, String report) {
        String who = Texts.person(actor);
        return store.write(transaction -> {
            RulebookTables tables = new RulebookTables(transaction);
            History history = tables.history();
            Draft draft = history.version(version).draft();
            Instant now = history.notBefore(now());
            Instant from = action.publishes() && effectiveFrom == null ? now : effectiveFrom;
            String reportSha256 = report == null ? null : tables.add(report);
            Entry entry = history.next(draft, action, who, now, inMicroseconds(from), reportSha256, comment);
            history.add(entry);
            if (action.publishes()) {
                tables.content(draft);
            }
            tables.add(entry);
            return history.version(version);
        });
    }

    private Instant now() {
        return inMicroseconds(clock.instant());
    }

    /** As exact as databases keep it. */
    private static Instant inMicroseconds(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    private interface Reading<T> {
        T from(RulebookTables tables) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        Transaction.Work<T> work = transaction -> reading.from(new RulebookTables(transaction));
        return store.read(work);
    }
}
