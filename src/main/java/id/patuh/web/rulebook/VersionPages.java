package id.patuh.web.rulebook;

import id.patuh.nightly.RuleSource;
import id.patuh.report.Language;
import id.patuh.rulebook.Action;
import id.patuh.rulebook.Entry;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.State;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetException;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.LatestFirst;
import id.patuh.web.frame.NotThere;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What pages show of versions. */
@Component
class VersionPages {

    private static final Set<State> OPEN = EnumSet.of(State.DRAFT, State.TESTED, State.PROPOSED, State.APPROVED);
    private static final int MOST_ENTRIES = 100;

    private final Rulebook rulebook;
    private final RuleLibraries libraries;
    private final RuleSource rules;
    private final Clock clock;
    private final ZoneId zone;

    VersionPages(Rulebook rulebook, RuleLibraries libraries, RuleSource rules, Clock clock, ZoneId zone) {
        this.rulebook = rulebook;
        this.libraries = libraries;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A version.
     *
     * @param own whether whoever looks drafted it
     * @param inForce whether it is in force now
     * @param latest whether it is the one that drafts are made from
     */
    record Shown(
            long number,
            String state,
            String author,
            Long parent,
            String comment,
            Instant at,
            String sha256,
            boolean own,
            boolean inForce,
            boolean latest) {}

    /**
     * An entry of the history.
     *
     * @param version null where a role was given
     * @param about who was given which role; null elsewhere
     */
    record Step(
            long number,
            Instant at,
            Long version,
            String action,
            String actor,
            String about,
            Instant from,
            String comment) {}

    /**
     * Versions, the last first, with what was done last.
     *
     * @param before number of the version that the page before ended with; null for the first one
     */
    void all(Long before, Visitor visitor, Model model) {
        History history = rulebook.history();
        Optional<Version> inForce = history.inForce(clock.instant());
        LatestFirst<Version> latest = LatestFirst.of(history.versions(), Version::id, before);
        List<Shown> versions = latest.shown().stream()
                .map(version -> shown(history, version, visitor))
                .toList();
        List<Step> steps = reversed(history.entries()).stream()
                .limit(MOST_ENTRIES)
                .map(VersionPages::step)
                .toList();
        model.addAttribute("versions", versions);
        model.addAttribute("latest", latest);
        model.addAttribute("steps", steps);
        model.addAttribute("head", history.head());
        String applied = rules.inForce(clock.instant()).files().sha256();
        boolean byFolder =
                inForce.isEmpty() || !inForce.get().draft().contentSha256().equals(applied);
        model.addAttribute("byFolder", byFolder);
        model.addAttribute("adoptable", history.latest().isEmpty());
    }

    /** One version with all that whoever approves it should know. */
    void one(long number, Visitor visitor, Language language, Model model) {
        History history = rulebook.history();
        Version version = find(history, number);
        model.addAttribute("drafted", shown(history, version, visitor));
        model.addAttribute("open", OPEN.contains(version.state()));
        model.addAttribute("editable", isEditable(history, version, visitor));
        model.addAttribute("wasInForce", wasInForce(history, version));
        model.addAttribute(
                "obstacle",
                OPEN.contains(version.state())
                        ? history.parentProblem(version)
                                .map(problem -> Refusals.text(problem, language, zone))
                                .orElse(null)
                        : null);
        List<Entry> entries = entries(history, number);
        model.addAttribute("steps", entries.stream().map(VersionPages::step).toList());
        model.addAttribute("tests", report(entries, EnumSet.of(Action.TESTED, Action.FAILED)));
        model.addAttribute("simulation", report(entries, EnumSet.of(Action.PROPOSED)));
        changes(history, version, language, model);
    }

    private void changes(History history, Version version, Language language, Model model) {
        Long parent = version.draft().parent();
        if (parent == null) {
            return;
        }
        try {
            model.addAttribute(
                    "areas", Changes.between(libraries.of(history.version(parent)), libraries.of(version), language));
        } catch (RuleSetException e) {
            // This program may no longer take what an earlier one took: that must not stand in the way of mending it.
            model.addAttribute("unreadable", Refusals.of(e, language));
        }
    }

    private String report(List<Entry> entries, Set<Action> actions) {
        return entries.stream()
                .filter(entry -> entry.reportSha256() != null && actions.contains(entry.action()))
                .reduce((earlier, later) -> later)
                .map(entry -> rulebook.report(entry.reportSha256()))
                .orElse(null);
    }

    private static List<Entry> entries(History history, long number) {
        return history.entries().stream()
                .filter(entry -> entry.draft() != null && entry.draft().id() == number)
                .toList();
    }

    private boolean wasInForce(History history, Version version) {
        Instant now = clock.instant();
        return entries(history, version.id()).stream()
                .anyMatch(entry ->
                        entry.effectiveFrom() != null && !entry.effectiveFrom().isAfter(now));
    }

    /** The version of that number, for whoever asks for it by its address. */
    static Version find(History history, long number) {
        try {
            return history.version(number);
        } catch (RulebookException e) {
            throw new NotThere();
        }
    }

    /** Whether whoever looks may make a draft of it: it is his own, or the one that drafts are made from. */
    static boolean isEditable(History history, Version version, Visitor visitor) {
        boolean underWay = version.state() == State.DRAFT || version.state() == State.TESTED;
        boolean own = version.draft().author().equals(visitor.account().name());
        return underWay && own || history.latest().equals(Optional.of(version));
    }

    /** Why a version was drafted. */
    static String comment(History history, Version version) {
        return entries(history, version.id()).get(0).comment();
    }

    private Shown shown(History history, Version version, Visitor visitor) {
        Entry drafted = entries(history, version.id()).get(0);
        return new Shown(
                version.id(),
                version.state().word(),
                version.draft().author(),
                version.draft().parent(),
                drafted.comment(),
                drafted.at(),
                version.draft().contentSha256(),
                version.draft().author().equals(visitor.account().name()),
                history.inForce(clock.instant()).equals(Optional.of(version)),
                history.latest().equals(Optional.of(version)));
    }

    private static Step step(Entry entry) {
        return new Step(
                entry.number(),
                entry.at(),
                entry.draft() == null ? null : entry.draft().id(),
                entry.action().word(),
                entry.actor(),
                entry.role() == null
                        ? null
                        : entry.person() + ": " + entry.role().word(),
                entry.effectiveFrom(),
                entry.comment());
    }

    private static <T> List<T> reversed(List<T> all) {
        List<T> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed;
    }
}
