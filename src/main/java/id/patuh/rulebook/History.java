package id.patuh.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All entries so far, each checked as it came: it continues the chain, and what it did was allowed. */
public final class History {

    private static final String IN_FORCE = "in-force";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{8,64}");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Version> versions = new TreeMap<>();
    private final List<Entry> publications = new ArrayList<>();
    private final Map<String, Role> roles = new TreeMap<>();

    History() {}

    /** All entries, in order. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** All versions, in order. */
    public List<Version> versions() {
        return List.copyOf(versions.values());
    }

    /** Hash of the last entry, which stands for all of them; null where there is none. */
    public String head() {
        return entries.isEmpty() ? null : last().hash();
    }

    /** @throws RulebookException if there is no such version */
    public Version version(long id) {
        Version version = versions.get(id);
        if (version == null) {
            throw new RulebookException("version-unknown", "version", id);
        }
        return version;
    }

    /**
     * The version that somebody names.
     *
     * @param name its number, the first eight or more signs of the hash of its files, or {@code in-force}
     * @param now the moment that the latter means
     * @throws RulebookException if there is none, or several with other files have such a hash
     */
    public Version version(String name, Instant now) {
        if (name.equals(IN_FORCE)) {
            return inForce(now).orElseThrow(() -> new RulebookException("none-in-force", Map.of()));
        }
        if (NUMBER.matcher(name).matches()) {
            return version(Long.parseLong(name));
        }
        List<Version> named = versions.values().stream()
                .filter(v -> v.draft().contentSha256().startsWith(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (!HASH.matcher(name).matches() || named.isEmpty()) {
            throw new RulebookException("version-name", "name", name);
        }
        if (named.stream().map(v -> v.draft().contentSha256()).distinct().count() > 1) {
            throw new RulebookException("version-ambiguous", "name", name);
        }
        return named.get(named.size() - 1);
    }

    /** Whether a text looks like the name of a version. */
    public static boolean isName(String text) {
        return text.equals(IN_FORCE)
                || NUMBER.matcher(text).matches()
                || HASH.matcher(text).matches();
    }

    /** Everybody who was ever given a role, and the one that he has now. */
    public Map<String, Role> roles() {
        return Collections.unmodifiableMap(roles);
    }

    /** The role of somebody. */
    Role role(String person) {
        return roles.getOrDefault(person, Role.NONE);
    }

    /**
     * The version in force at a moment: the one published with the latest date that has come by then, the later entry where
     * dates are the same. A roll back voids what had been published for dates after it.
     */
    public Optional<Version> inForce(Instant moment) {
        return publications.stream()
                .filter(entry -> !entry.effectiveFrom().isAfter(moment))
                .reduce((earlier, later) -> later)
                .map(entry -> version(entry.draft().id()));
    }

    /**
     * The version that is in force, or is to be, when all dates have come. A version is published only if it was made from
     * this one: any other would take back what this one changed.
     */
    public Optional<Version> latest() {
        return inForce(Instant.MAX);
    }

    /** The last entry of one of these actions with a version that left a report. */
    public Optional<Entry> lastReport(long version, Action... actions) {
        return entries.stream()
                .filter(entry -> entry.draft() != null && entry.draft().id() == version)
                .filter(entry ->
                        entry.reportSha256() != null && Arrays.asList(actions).contains(entry.action()))
                .reduce((earlier, later) -> later);
    }

    /** The event that {@link #latest} goes back to; null where nothing was published. */
    Entry lastPublication() {
        return publications.isEmpty() ? null : publications.get(publications.size() - 1);
    }

    /** Why a version cannot be published as it is, whatever its state: it was not made from the latest one. */
    public Optional<Problem> parentProblem(Version version) {
        Long parent = version.draft().parent();
        Long latest = latest().map(Version::id).orElse(null);
        if (Objects.equals(parent, latest)) {
            return Optional.empty();
        }
        Map<String, String> details =
                Map.of("version", "" + version.id(), "parent", "" + parent, "latest", "" + latest);
        return Optional.of(new Problem(
                latest == null ? "parent-unpublished" : parent == null ? "parent-absent" : "parent-superseded",
                details));
    }

    /** The entry for a further version. */
    Entry drafted(Draft draft, Instant now, String comment) {
        return next(draft, null, null, Action.DRAFTED, draft.author(), now, null, null, comment);
    }

    /** The entry that ends the way of a version in whose place another one came. */
    Entry replaced(long version, long by, String actor, Instant now) {
        return next(version(version).draft(), null, null, Action.REJECTED, actor, now, null, null, "\u2192 " + by);
    }

    /** The entry for a role that somebody is given. */
    Entry roleGiven(String person, Role role, String actor, Instant now) {
        return next(null, person, role, Action.ROLE_GIVEN, actor, now, null, null, "");
    }

    /** The entry that would come next; time never goes back. */
    Entry next(
            Draft draft,
            String person,
            Role role,
            Action action,
            String actor,
            Instant now,
            Instant effectiveFrom,
            String reportSha256,
            String comment) {
        return new Entry(
                        entries.size() + 1L,
                        draft,
                        person,
                        role,
                        action,
                        actor,
                        notBefore(now),
                        effectiveFrom,
                        reportSha256,
                        comment,
                        head(),
                        null)
                .sealed();
    }

    /** The moment, or that of the last entry where the clock was set back. */
    Instant notBefore(Instant now) {
        return entries.isEmpty() || last().at().isBefore(now) ? now : last().at();
    }

    /**
     * Adds an entry.
     *
     * @throws RulebookException if it does not continue the chain, or what it does is not allowed
     */
    void add(Entry entry) {
        if (entry.number() != entries.size() + 1L) {
            throw new RulebookException("entry-missing", "entry", entries.size() + 1L);
        }
        if (!Objects.equals(entry.previousHash(), head())) {
            throw new RulebookException("entry-unlinked", "entry", entry.number());
        }
        if (!entry.isSealed() || !entry.isWhole() || entry.at().isBefore(notBefore(entry.at()))) {
            throw new RulebookException("entry-altered", "entry", entry.number());
        }
        if (entry.action() == Action.ROLE_GIVEN) {
            checkRoleGiven(entry);
            entries.add(entry);
            roles.put(entry.person(), entry.role());
            return;
        }
        if (entry.action() == Action.DRAFTED) {
            checkRole(entry.actor());
            checkDraft(entry);
        } else {
            checkStep(entry);
        }
        entries.add(entry);
        Draft draft = entry.draft();
        versions.put(draft.id(), new Version(draft, entry.action().to()));
        if (entry.action() == Action.ROLLED_BACK) {
            publications.removeIf(earlier -> earlier.effectiveFrom().isAfter(entry.at()));
        }
        if (entry.action().publishes()) {
            publications.add(entry);
        }
    }

    /** The first engineer may be named by anybody; from then on engineers give roles, and one is always left. */
    private void checkRoleGiven(Entry entry) {
        if (!roles.containsValue(Role.ENGINEER)) {
            if (entry.role() != Role.ENGINEER) {
                throw new RulebookException("first-role", "person", entry.person());
            }
            return;
        }
        checkEngineer(entry, "role-by-engineer");
        boolean onlyOne = roles.values().stream().filter(Role.ENGINEER::equals).count() == 1;
        if (role(entry.person()) == entry.role()) {
            throw new RulebookException("role-unchanged", "person", entry.person());
        }
        if (onlyOne && role(entry.person()) == Role.ENGINEER) {
            throw new RulebookException("last-engineer", "person", entry.person());
        }
    }

    private void checkEngineer(Entry entry, String reason) {
        if (role(entry.actor()) != Role.ENGINEER) {
            throw new RulebookException(reason, "person", entry.actor());
        }
    }

    private void checkDraft(Entry entry) {
        Draft draft = entry.draft();
        if (draft.id() != versions.size() + 1L) {
            throw new RulebookException("version-repeated", "version", draft.id());
        }
        if (draft.parent() != null
                && version(draft.parent()).draft().contentSha256().equals(draft.contentSha256())) {
            throw new RulebookException("nothing-changed", "version", draft.parent());
        }
        if (draft.parent() == null
                || !version(draft.parent()).draft().codeSha256().equals(draft.codeSha256())) {
            checkEngineer(entry, "code-by-engineer");
        }
    }

    private void checkRole(String actor) {
        if (role(actor) == Role.NONE) {
            throw new RulebookException(
                    roles.containsValue(Role.ENGINEER) ? "role-absent" : "first-role", "person", actor);
        }
    }

    /** @throws RulebookException if nobody, or not this one, may do that with the version in its state */
    void checkStep(long id, Action action, String actor) {
        checkRole(actor);
        Version version = version(id);
        if (!action.isAllowedIn(version.state())) {
            throw new RulebookException("version-is-" + version.state().word(), "version", id);
        }
    }

    /** @throws RulebookException if no version with those files may come in the place of this one */
    void checkRedraft(long id, String contentSha256, String actor) {
        Draft draft = version(id).draft();
        if (!draft.author().equals(actor)) {
            throw new RulebookException("redraft-by-author", "version", id);
        }
        State state = version(id).state();
        Optional<Version> successor = state == State.REJECTED ? successor(draft) : Optional.empty();
        if (successor.isPresent()) {
            throw new RulebookException(
                    "redraft-overtaken",
                    Map.of("version", "" + id, "latest", "" + successor.get().id()));
        }
        if (state != State.DRAFT && state != State.TESTED) {
            throw new RulebookException("version-is-" + state.word(), "version", id);
        }
        if (draft.contentSha256().equals(contentSha256)) {
            throw new RulebookException("nothing-changed", "version", id);
        }
    }

    /** What its author made last of what this one was made from, too. */
    private Optional<Version> successor(Draft draft) {
        return versions.values().stream()
                .filter(later ->
                        later.id() > draft.id() && later.draft().author().equals(draft.author()))
                .filter(later -> Objects.equals(later.draft().parent(), draft.parent()))
                .reduce((earlier, later) -> later);
    }

    private void checkStep(Entry entry) {
        checkStep(entry.draft().id(), entry.action(), entry.actor());
        Version version = version(entry.draft().id());
        if (entry.action() == Action.APPROVED
                && entry.actor().equals(version.draft().author())) {
            throw new RulebookException("approver-is-author", "version", version.id());
        }
        if (entry.action().publishes() && entry.effectiveFrom().isBefore(entry.at())) {
            throw new RulebookException(
                    new Problem("effective-in-past", Map.of(), Map.of("effective", entry.effectiveFrom())));
        }
        if (entry.action() == Action.PUBLISHED) {
            checkPublication(entry, version);
        }
        if (entry.action() == Action.ROLLED_BACK) {
            checkRollBack(entry, version);
        }
    }

    /** Publications follow each other in time, each made from the one before, so that none takes another back unseen. */
    private void checkPublication(Entry entry, Version version) {
        parentProblem(version).ifPresent(problem -> {
            throw new RulebookException(problem);
        });
        Entry pending = lastPublication();
        if (pending != null && entry.effectiveFrom().isBefore(pending.effectiveFrom())) {
            throw new RulebookException(new Problem(
                    "earlier-than-latest",
                    Map.of(
                            "version",
                            "" + version.id(),
                            "latest",
                            "" + pending.draft().id()),
                    Map.of("effective", pending.effectiveFrom())));
        }
    }

    private void checkRollBack(Entry entry, Version version) {
        boolean everInForce = publications.stream()
                .anyMatch(p ->
                        p.draft().equals(version.draft()) && !p.effectiveFrom().isAfter(entry.at()));
        if (!everInForce) {
            throw new RulebookException("version-never-in-force", "version", version.id());
        }
        boolean nothingToTakeBack =
                publications.stream().noneMatch(p -> p.effectiveFrom().isAfter(entry.at()));
        if (nothingToTakeBack && inForce(entry.at()).equals(Optional.of(version))) {
            throw new RulebookException("version-in-force", "version", version.id());
        }
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }
}
