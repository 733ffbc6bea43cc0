package id.patuh.rulebook;

import id.patuh.report.RuleEvent;
import id.patuh.ruleset.RuleParts;
import id.patuh.ruleset.RuleSetChange;
import id.patuh.ruleset.RuleSetContent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Goes through the versions that were published, one after the other, and tells where a rule was added, changed or removed.
 * Of each version only the hashes of files are read, and of files only those that may tell something of the rule and differ
 * from the version before.
 */
final class RuleHistory {

    private final RulebookTables tables;
    private final String rule;
    private final List<RuleEvent> events = new ArrayList<>();
    private final Map<Long, Entry> drafted = new HashMap<>();
    private final Map<Long, Entry> approved = new HashMap<>();
    private Map<String, String> hashes = Map.of();
    private Map<String, byte[]> files = Map.of();
    private RuleParts parts;

    RuleHistory(RulebookTables tables, String rule) {
        this.tables = tables;
        this.rule = rule;
        this.parts = RuleParts.of(RuleSetContent.of(files), rule);
    }

    List<RuleEvent> of(History history) throws SQLException {
        for (Entry entry : history.entries()) {
            if (entry.action() == Action.DRAFTED) {
                drafted.put(entry.draft().id(), entry);
            } else if (entry.action() == Action.APPROVED) {
                approved.put(entry.draft().id(), entry);
            } else if (entry.action().publishes()) {
                published(entry);
            }
        }
        return events;
    }

    private void published(Entry entry) throws SQLException {
        Map<String, String> before = hashes;
        hashes = tables.hashes(entry.draft());
        hashes.keySet().removeIf(path -> !RuleParts.concerns(path, rule));
        if (hashes.equals(before)) {
            return;
        }
        Map<String, byte[]> contents = new HashMap<>();
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            String path = file.getKey();
            boolean same = Objects.equals(before.get(path), file.getValue());
            contents.put(path, same ? files.get(path) : tables.file(entry.draft(), path, file.getValue()));
        }
        files = contents;
        RuleParts now = RuleParts.of(RuleSetContent.of(files), rule);
        tell(entry, parts, now);
        parts = now;
    }

    private void tell(Entry entry, RuleParts before, RuleParts after) {
        if (before.isThere() != after.isThere()) {
            add(entry, after.isThere() ? RuleEvent.Kind.ADDED : RuleEvent.Kind.REMOVED, List.of());
        } else if (after.isThere()) {
            List<RuleSetChange> changes = RuleParts.between(before, after);
            if (!changes.isEmpty()) {
                add(entry, RuleEvent.Kind.CHANGED, changes);
            }
        }
    }

    private void add(Entry entry, RuleEvent.Kind kind, List<RuleSetChange> changes) {
        long version = entry.draft().id();
        boolean rolledBack = entry.action() == Action.ROLLED_BACK;
        events.add(new RuleEvent(
                version,
                kind,
                rolledBack,
                entry.at(),
                entry.effectiveFrom(),
                entry.draft().author(),
                approved.get(version).actor(),
                entry.actor(),
                rolledBack ? entry.comment() : drafted.get(version).comment(),
                changes));
    }
}
