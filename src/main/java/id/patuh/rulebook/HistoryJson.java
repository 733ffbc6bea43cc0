package id.patuh.rulebook;

import id.patuh.report.DiffReport;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSetException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The history of the rulebook, or of one version, for programs; laid down in {@code src/docs/rulebook.md}. */
public final class HistoryJson {

    private final Rulebook rulebook;
    private final History history;
    private final Function<Version, Optional<DiffReport>> differences;
    private final ZoneId zone;
    private final Language language;

    /**
     * @param differences what a version changes against the one that it was made from, if it was made from one
     * @param zone in which words tell moments
     */
    public HistoryJson(
            Rulebook rulebook, Function<Version, Optional<DiffReport>> differences, ZoneId zone, Language language) {
        this.rulebook = rulebook;
        this.history = rulebook.history();
        this.differences = differences;
        this.zone = zone;
        this.language = language;
    }

    /**
     * All entries and versions, and what is in force at a moment.
     *
     * @param asOf the moment, of which its whole second is meant
     */
    public String all(Instant asOf) {
        Instant at = asOf.plusSeconds(1).minusNanos(1);
        Map<String, Object> document = document();
        document.put(
                "entries", history.entries().stream().map(HistoryJson::entry).toList());
        document.put(
                "versions",
                history.versions().stream().map(HistoryJson::version).toList());
        document.put("asOf", asOf.toString());
        document.put("inForce", history.inForce(at).map(Version::id).orElse(null));
        return JsonText.of(document);
    }

    /**
     * What whoever approves a version should know.
     *
     * @throws RulebookException if there is no such version
     */
    public String of(long version) {
        Version shown = history.version(version);
        Map<String, Object> document = document();
        document.putAll(version(shown));
        document.put(
                "entries",
                history.entries().stream()
                        .filter(entry -> entry.draft() != null && entry.draft().id() == shown.id())
                        .map(HistoryJson::entry)
                        .toList());
        document.put("unpublishable", unpublishable(shown));
        document.put("changes", changes(shown));
        document.put("tests", report(shown, Action.TESTED, Action.FAILED));
        document.put("simulation", report(shown, Action.PROPOSED));
        return JsonText.of(document);
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("head", history.head());
        return document;
    }

    private static Map<String, Object> version(Version version) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("version", version.id());
        one.put("state", version.state().word());
        one.put("parent", version.draft().parent());
        one.put("author", version.draft().author());
        one.put("filesSha256", version.draft().contentSha256());
        one.put("codeSha256", version.draft().codeSha256());
        return one;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("entry", entry.number());
        one.put("at", entry.at().toString());
        one.put("version", entry.draft() == null ? null : entry.draft().id());
        one.put("action", entry.action().word());
        one.put("actor", entry.actor());
        one.put("person", entry.person());
        one.put("role", entry.role() == null ? null : entry.role().word());
        one.put(
                "effectiveFrom",
                entry.effectiveFrom() == null ? null : entry.effectiveFrom().toString());
        one.put("comment", entry.comment());
        one.put("reportSha256", entry.reportSha256());
        one.put("previousHash", entry.previousHash());
        one.put("hash", entry.hash());
        return one;
    }

    private String unpublishable(Version shown) {
        return shown.state() == State.PUBLISHED || shown.state() == State.REJECTED
                ? null
                : history.parentProblem(shown)
                        .map(problem -> Reasons.text(problem.reason(), problem.details(zone), language))
                        .orElse(null);
    }

    /** Null where there is nothing to compare with, or this program no longer takes one of both. */
    private List<Map<String, Object>> changes(Version shown) {
        try {
            return differences.apply(shown).map(DiffReport::tree).orElse(null);
        } catch (RuleSetException e) {
            return null;
        }
    }

    private Map<String, Object> report(Version shown, Action... actions) {
        return history.lastReport(shown.id(), actions)
                .map(entry -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("entry", entry.number());
                    one.put("passed", entry.action() != Action.FAILED);
                    one.put("text", rulebook.report(entry.reportSha256()));
                    return one;
                })
                .orElse(null);
    }
}
