package id.patuh.rulebook;

import id.patuh.engine.RuleCache;
import id.patuh.report.RuleEvent;
import id.patuh.ruleset.RuleCode;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetMerge;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Versions of the rule set and their way: draft, tested, proposed, approved, published; rejected, or rolled back to. Nothing
 * is ever changed or removed, only added. May be used by many threads, and by many processes on one database. Whatever is not
 * allowed is a {@link RulebookException}, and nothing is changed then.
 */
public final class Rulebook {

    private final Store store;
    private final Clock clock;
    private final Examiner examiner;
    /** Null where no checks are kept. */
    private final Simulator simulator;

    private final Function<Entry, Transaction.Step> along;

    /** @param cache keeps what rule sets are compiled to */
    public Rulebook(Store store, Clock clock, RuleCache cache) {
        this(store, clock, cache, null);
    }

    /** @param simulator tells what a version that is proposed would have changed; null where no checks are kept */
    public Rulebook(Store store, Clock clock, RuleCache cache, Simulator simulator) {
        this(store, clock, new Examiner(cache), simulator);
    }

    Rulebook(Store store, Clock clock, Examiner examiner) {
        this(store, clock, examiner, null);
    }

    Rulebook(Store store, Clock clock, Examiner examiner, Simulator simulator) {
        this(store, clock, examiner, simulator, entry -> Transaction.Step.NONE);
    }

    private Rulebook(
            Store store, Clock clock, Examiner examiner, Simulator simulator, Function<Entry, Transaction.Step> along) {
        this.store = store;
        this.clock = clock;
        this.examiner = examiner;
        this.simulator = simulator;
        this.along = along;
    }

    /**
     * The same rulebook with something to be done in each transaction that takes a version a step on its way.
     *
     * @param along what is done along with the step that an entry of the history tells; of a draft that takes the place of
     *     another one the entry of the new one
     */
    public Rulebook along(Function<Entry, Transaction.Step> along) {
        return new Rulebook(store, clock, examiner, simulator, along);
    }

    /**
     * Says what somebody may do. The first engineer may be named by anybody, and all further roles are given by engineers.
     *
     * @param role {@link Role#NONE} to take it away; the only engineer cannot lose it
     */
    public void giveRole(String person, Role role, String actor) {
        giveRole(person, role, actor, Transaction.Step.NONE);
    }

    /** @param first what must be done before, or refuses it */
    public void giveRole(String person, Role role, String actor, Transaction.Step first) {
        store.write(transaction -> {
            first.in(transaction);
            new Roles(clock).give(person, role, actor, transaction);
            return role;
        });
    }

    /**
     * Adds a version. One with other code than its parent, or without a parent, needs an engineer.
     *
     * @param comment what changes, and why
     * @param parent the version that it was made from, or null
     * @throws id.patuh.ruleset.RuleSetException if the files are no usable rule set
     */
    public Version draft(RuleSetContent content, String author, String comment, Long parent) {
        return drafted(content, author, comment, (history, who) -> parent, null);
    }

    /**
     * Goes on with a version that was not proposed yet: adds one with other files, made from the same parent, in its place,
     * and rejects it. Whoever else goes on with it, in another window say, is told, rather than that either be undone. Only
     * its author does: nobody is to approve his own changes under another name.
     *
     * @throws id.patuh.ruleset.RuleSetException if the files are no usable rule set
     * @throws RulebookException also where somebody was faster
     */
    public Version redraft(long version, RuleSetContent content, String author, String comment) {
        return drafted(
                content,
                author,
                comment,
                (history, who) -> {
                    history.checkRedraft(version, content.sha256(), who);
                    return history.version(version).draft().parent();
                },
                version);
    }

    /** Tells which version a new one is made from, or that it may not be made. */
    private interface Origin {
        Long in(History history, String author);
    }

    /** @param replaced the version in whose place the new one comes; null for none */
    private Version drafted(RuleSetContent content, String author, String comment, Origin origin, Long replaced) {
        String who = Texts.person(author);
        String why = Texts.required(comment);
        content.paths().forEach(Texts::path);
        origin.in(history(), who);
        examiner.compile(content);
        String code = RuleCode.sha256(content);
        return store.write(transaction -> {
            RulebookTables tables = new RulebookTables(transaction);
            History history = tables.history();
            Long parent = origin.in(history, who);
            Draft draft = new Draft(history.versions().size() + 1L, parent, content.sha256(), code, who);
            Entry entry = history.drafted(draft, now(), why);
            history.add(entry);
            tables.add(content);
            tables.add(entry.draft());
            tables.add(entry);
            if (replaced != null) {
                Entry rejected = history.replaced(replaced, draft.id(), who, now());
                history.add(rejected);
                tables.add(rejected);
            }
            along.apply(entry).in(transaction);
            return history.version(entry.draft().id());
        });
    }

    /**
     * Makes a version again from the latest one: its changes against its parent, on top of what was published meanwhile; also
     * one that was rejected, or whose publication was voided before its date. It is a new version, which takes its way from
     * the beginning. Only the author of the first makes it: nobody is to approve his own changes under another name.
     *
     * @throws RulebookException also where both changed the same file; names all such files
     */
    public Version rebase(long version, String actor, String comment) {
        String who = Texts.person(actor);
        History history = history();
        Version mine = history.version(version);
        Version latest = history.latest().orElseThrow(() -> new RulebookException("none-in-force", Map.of()));
        boolean stillUnderWay = mine.state() != State.PUBLISHED && mine.state() != State.REJECTED;
        if (stillUnderWay && history.parentProblem(mine).isEmpty()) {
            throw new RulebookException("rebase-needless", "version", version);
        }
        if (!mine.draft().author().equals(who)) {
            throw new RulebookException("rebase-by-author", "version", version);
        }
        Long parent = mine.draft().parent();
        RuleSetContent base = parent == null ? RuleSetContent.of(Map.of()) : content(parent);
        RuleSetMerge merge = RuleSetMerge.of(base, content(version), content(latest.id()));
        if (!merge.conflicts().isEmpty()) {
            throw new RulebookException(
                    "rebase-conflict",
                    Map.of(
                            "version", "" + version,
                            "latest", "" + latest.id(),
                            "files", String.join(", ", merge.conflicts())));
        }
        return draft(merge.content(), who, comment, latest.id());
    }

    /**
     * Examines a version: reads and compiles its files, looks for what is wrong with them, and runs the cases beside its
     * rules. It is tested if nothing fails, and a draft otherwise; the report is kept either way. Tested again, the last
     * time counts.
     *
     * @param actor who lets them run
     */
    public Examination test(long version, String actor) {
        RuleSetContent files = content(version);
        history().checkStep(version, Action.TESTED, Texts.person(actor));
        Examination examination = examiner.examine(files);
        String report = Texts.storable(examiner.report(files, examination));
        step(version, examination.passed() ? Action.TESTED : Action.FAILED, actor, "", null, report);
        return examination;
    }

    /** Asks for a tested version to be approved, on the strength of all checks that were kept. */
    public Version propose(long version, String actor, String comment) {
        return propose(version, actor, comment, null);
    }

    /**
     * Asks for a tested version to be approved. What it would have changed in the checks that were kept, against the version
     * in force, is worked out before and stays with the proposal; where no version is in force there is nothing to compare.
     *
     * @param since as of when, at the earliest, these checks are; null for all
     */
    public Version propose(long version, String actor, String comment, Instant since) {
        History history = history();
        history.checkStep(version, Action.PROPOSED, Texts.person(actor));
        Optional<Version> inForce = history.inForce(now());
        String report = simulator == null || inForce.isEmpty()
                ? null
                : Texts.storable(
                        simulator.report(content(version), content(inForce.get().id()), since));
        return step(version, Action.PROPOSED, actor, Texts.optional(comment), null, report);
    }

    /**
     * Refuses what {@link #approve} would refuse, before anything is shown of the version.
     *
     * @throws RulebookException if it cannot be approved, or not by this one
     */
    public void checkApproval(long version, String approver) {
        String who = Texts.person(approver);
        History history = history();
        history.add(history.next(
                history.version(version).draft(), null, null, Action.APPROVED, who, now(), null, null, ""));
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
     * Publishes an approved version that was made from the latest one.
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
    public Optional<Version> inForce(Instant moment) {
        return history().inForce(moment);
    }

    /** The version that somebody names, as {@link History#version(String, Instant)} has it now. */
    public Version version(String name) {
        return history().version(name, now());
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
     * A report of tests or of a simulation, by its hash in the history.
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
     * What became of a rule in the versions that were published, in their order.
     *
     * @param rule id of the rule
     * @throws RulebookException if the history does not fit, or a file is not as it was drafted
     */
    public List<RuleEvent> history(String rule) {
        return read(tables -> new RuleHistory(tables, rule).of(tables.history()));
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
            Entry entry =
                    history.next(draft, null, null, action, who, now, inMicroseconds(from), reportSha256, comment);
            history.add(entry);
            if (action.publishes()) {
                tables.content(draft);
            }
            tables.add(entry);
            along.apply(entry).in(transaction);
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
