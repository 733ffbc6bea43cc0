package id.patuh.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All entries so far, each checked as it came: it continues the chain, and what it did was allowed. */
public final class History {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Version> versions = new TreeMap<>();
    private final List<Entry> publications = new ArrayList<>();

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
     * The version in force at a moment: the one published with the latest date that has come by then, the later entry where
     * dates are the same. A roll back voids what had been published for dates after it.
     */
    public Optional<Version> publishedAt(Instant moment) {
        return publications.stream()
                .filter(entry -> !entry.effectiveFrom().isAfter(moment))
                .max(Comparator.comparing(Entry::effectiveFrom).thenComparing(Entry::number))
                .map(entry -> version(entry.draft().id()));
    }

    /** The entry for a further version. */
    Entry drafted(Long parent, String contentSha256, String author, Instant now, String comment) {
        Draft draft = new Draft(versions.size() + 1L, parent, contentSha256, author);
        return next(draft, Action.DRAFTED, author, now, null, null, comment);
    }

    /** The entry that would come next; time never goes back. */
    Entry next(
            Draft draft,
            Action action,
            String actor,
            Instant now,
            Instant effectiveFrom,
            String reportSha256,
            String comment) {
        return new Entry(
                        entries.size() + 1L,
                        draft,
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
        if (!entry.isSealed() || entry.action() == null || entry.at().isBefore(notBefore(entry.at()))) {
            throw new RulebookException("entry-altered", "entry", entry.number());
        }
        if (entry.action() == Action.DRAFTED) {
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

    private void checkDraft(Entry entry) {
        Draft draft = entry.draft();
        if (draft.id() != versions.size() + 1L) {
            throw new RulebookException("version-repeated", "version", draft.id());
        }
        if (draft.parent() != null
                && version(draft.parent()).draft().contentSha256().equals(draft.contentSha256())) {
            throw new RulebookException("nothing-changed", "version", draft.parent());
        }
    }

    private void checkStep(Entry entry) {
        Version version = version(entry.draft().id());
        if (!entry.action().isAllowedIn(version.state())) {
            throw new RulebookException("version-is-" + version.state().word(), "version", version.id());
        }
        if (entry.action() == Action.APPROVED
                && entry.actor().equals(version.draft().author())) {
            throw new RulebookException("approver-is-author", "version", version.id());
        }
        if (entry.action().publishes() && entry.effectiveFrom().isBefore(entry.at())) {
            throw new RulebookException("effective-in-past", "effective", entry.effectiveFrom());
        }
        if (entry.action() == Action.ROLLED_BACK) {
            checkRollBack(entry, version);
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
        if (nothingToTakeBack && publishedAt(entry.at()).equals(Optional.of(version))) {
            throw new RulebookException("version-in-force", "version", version.id());
        }
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }
}
