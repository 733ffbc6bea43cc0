package id.patuh.facts;

import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Mappings that people saved for scopes: by these their tables are read, by day and by night. Whatever changes one adds a version;
 * none is ever removed, since files were read by it. May be used by many threads, and by many processes on one database.
 */
public final class SavedMappings {

    /** So that looking for the one that fits takes no time to speak of. */
    static final int MOST = 50;

    static final int LONGEST_NAME = 80;
    static final int LONGEST = 200_000;
    private static final String COLUMNS =
            "SELECT m.id, m.scope, m.name, m.version, m.content, m.actor, m.at FROM saved_mapping m ";
    private static final String LATEST =
            "m.version = (SELECT MAX(o.version) FROM saved_mapping o WHERE o.scope = m.scope AND o.name = m.name)";

    private final Store store;
    private final Clock clock;

    /** @param clock by which moments of versions are told */
    public SavedMappings(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The mappings by which tables of a scope are read now, those saved last first. */
    public List<SavedMapping> current(String scope) {
        return store.read(transaction -> current(transaction, scope));
    }

    private static List<SavedMapping> current(Transaction transaction, String scope) throws SQLException {
        return transaction.list(
                COLUMNS + "WHERE m.scope = ? AND m.content IS NOT NULL AND " + LATEST + " ORDER BY m.id DESC",
                SavedMappings::saved,
                scope);
    }

    /** Those of these numbers, in the order in which they are tried. */
    static List<SavedMapping> numbered(Transaction transaction, List<Long> numbers) throws SQLException {
        List<SavedMapping> found = new ArrayList<>();
        for (long number : numbers) {
            transaction
                    .find(COLUMNS + "WHERE m.id = ?", SavedMappings::saved, number)
                    .ifPresent(found::add);
        }
        return found;
    }

    /** All versions of all mappings of a scope, the last first. */
    public List<SavedMapping> history(String scope) {
        return store.read(transaction ->
                transaction.list(COLUMNS + "WHERE m.scope = ? ORDER BY m.id DESC", SavedMappings::saved, scope));
    }

    /** The one of a scope that has a number; one of another scope is not there. */
    public Optional<SavedMapping> find(String scope, long number) {
        return store.read(transaction ->
                transaction.find(COLUMNS + "WHERE m.scope = ? AND m.id = ?", SavedMappings::saved, scope, number));
    }

    /**
     * Saves a mapping, as the next version where the scope has one of that name.
     *
     * @param content the mapping file
     * @param along what is done in the same transaction
     * @throws FactsException if it cannot have that name, is too long, or the scope has too many
     * @throws RuleSetException if the file is wrong
     */
    public SavedMapping save(
            String scope, String name, String content, String actor, Function<SavedMapping, Transaction.Step> along) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new FactsException("saved-mapping-name", Map.of("limit", "" + LONGEST_NAME));
        }
        if (content.length() > LONGEST) {
            throw new FactsException("saved-mapping-long", Map.of("limit", "" + LONGEST));
        }
        RuleSetReader.readMapping(stripped, content.getBytes(StandardCharsets.UTF_8));
        return store.write(transaction -> {
            List<SavedMapping> others = current(transaction, scope);
            if (others.size() >= MOST
                    && others.stream().noneMatch(other -> other.name().equals(stripped))) {
                throw new FactsException("saved-mappings-many", Map.of("limit", "" + MOST));
            }
            return add(transaction, scope, stripped, content, actor, along);
        });
    }

    /**
     * Takes one away: from now on no table is read by it.
     *
     * @param along what is done in the same transaction
     * @throws FactsException if it is not, or not any more, one by which tables are read
     */
    public void remove(SavedMapping mapping, String actor, Function<SavedMapping, Transaction.Step> along) {
        store.write(transaction -> {
            boolean holds = current(transaction, mapping.scope()).stream()
                    .anyMatch(current -> current.number() == mapping.number());
            if (!holds) {
                throw new FactsException("saved-mapping-replaced", Map.of("mapping", mapping.label()));
            }
            return add(transaction, mapping.scope(), mapping.name(), null, actor, along);
        });
    }

    private SavedMapping add(
            Transaction transaction,
            String scope,
            String name,
            String content,
            String actor,
            Function<SavedMapping, Transaction.Step> along)
            throws SQLException {
        int version = 1
                + transaction
                        .find(
                                "SELECT COALESCE(MAX(version), 0) AS last FROM saved_mapping WHERE scope = ? AND name = ?",
                                row -> row.getInt("last"),
                                scope,
                                name)
                        .orElse(0);
        transaction.change(
                "INSERT INTO saved_mapping (scope, name, version, content, actor, at) VALUES (?, ?, ?, ?, ?, ?)",
                scope,
                name,
                version,
                content,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        SavedMapping added = transaction
                .find(
                        COLUMNS + "WHERE m.scope = ? AND m.name = ? AND m.version = ?",
                        SavedMappings::saved,
                        scope,
                        name,
                        version)
                .orElseThrow();
        along.apply(added).in(transaction);
        return added;
    }

    private static SavedMapping saved(ResultSet row) throws SQLException {
        return new SavedMapping(
                row.getLong("id"),
                row.getString("scope"),
                row.getString("name"),
                row.getInt("version"),
                row.getString("content"),
                row.getString("actor"),
                Transaction.instant(row, "at"));
    }
}
