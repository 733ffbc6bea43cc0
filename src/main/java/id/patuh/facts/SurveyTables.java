package id.patuh.facts;

import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of surveys and follow-up reports within a transaction. */
final class SurveyTables {

    private final Transaction transaction;

    /** A part that stands in the tables. */
    record Stored(long fileId, SurveyPart part, boolean counts) {}

    SurveyTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Adds what a file holds, which takes the place of the same parts of earlier files.
     *
     * @param fileId of the file, which stands in the tables already
     * @param readOtherwise the same bytes as they were taken before, of which nothing counts any more
     * @return what it has replaced
     */
    List<SurveyPart> add(
            long scope, long fileId, HowRead how, Collection<SurveyPart> parts, Collection<Long> readOtherwise)
            throws SQLException {
        if (!parts.isEmpty()) {
            transaction.change(
                    "INSERT INTO fact_survey_file (file_id, zone, sop, mapping) VALUES (?, ?, ?, ?)",
                    fileId,
                    how.zone().getId(),
                    how.sop(),
                    how.mapping());
        }
        List<SurveyPart> replaced = new ArrayList<>();
        for (Stored earlier : parts(scope)) {
            boolean givesWay =
                    readOtherwise.contains(earlier.fileId) || parts.stream().anyMatch(earlier.part::givesWayTo);
            if (earlier.counts && givesWay) {
                replace(scope, earlier, fileId);
                replaced.add(earlier.part);
            }
        }
        for (SurveyPart part : parts) {
            add(scope, fileId, part);
        }
        if (!parts.isEmpty() || !replaced.isEmpty()) {
            change(scope);
        }
        return replaced;
    }

    private void replace(long scope, Stored earlier, long by) throws SQLException {
        transaction.change(
                "UPDATE fact_survey_part SET replaced_by = ? "
                        + "WHERE scope_id = ? AND kind = ? AND part = ? AND file_id = ?",
                by,
                scope,
                earlier.part.kind().word(),
                earlier.part.key(),
                earlier.fileId);
    }

    private void add(long scope, long fileId, SurveyPart part) throws SQLException {
        transaction.change(
                "INSERT INTO fact_survey_part (scope_id, kind, part, file_id, survey, unit, service, lists, "
                        + "items, last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scope,
                part.kind().word(),
                part.key(),
                fileId,
                part.survey(),
                part.unit(),
                part.service(),
                part.lists(),
                part.items(),
                part.lastDay());
    }

    private void change(long scope) throws SQLException {
        int known = transaction.change("UPDATE fact_survey_state SET changes = changes + 1 WHERE scope_id = ?", scope);
        if (known == 0) {
            transaction.change("INSERT INTO fact_survey_state (scope_id, changes, judged) VALUES (?, 1, 0)", scope);
        }
    }

    /** How often the surveys and reports of a scope changed. */
    long changes(long scope) throws SQLException {
        return transaction
                .find("SELECT changes FROM fact_survey_state WHERE scope_id = ?", row -> row.getLong("changes"), scope)
                .orElse(0L);
    }

    /** Whether they changed, their next moment has come, or they were judged under other rules. */
    boolean isDue(long scope, Instant asOf, String ruleSet) throws SQLException {
        return transaction
                .find(
                        "SELECT 1 FROM fact_survey_state s WHERE s.scope_id = ? AND (s.judged < s.changes "
                                + "OR s.next_at <= ? OR NOT EXISTS "
                                + "(SELECT 1 FROM fact_rule_set r WHERE r.id = s.rule_set_id AND r.sha256 = ?))",
                        row -> 1,
                        scope,
                        asOf,
                        ruleSet)
                .isPresent();
    }

    void markJudged(long scope, JudgedSurveys judged, long ruleSet, long run) throws SQLException {
        transaction.change(
                "UPDATE fact_survey_state SET judged = ?, next_at = ?, settled_before = ?, rule_set_id = ?, run_id = ? "
                        + "WHERE scope_id = ?",
                judged.changes(),
                judged.verdict().nextChange(),
                judged.verdict().settledBefore(),
                ruleSet,
                run,
                scope);
    }

    /** What covers earlier days only is judged for good; empty where nobody can tell, or not all was judged. */
    Optional<LocalDate> settledBefore(long scope) throws SQLException {
        return transaction.find(
                "SELECT settled_before FROM fact_survey_state "
                        + "WHERE scope_id = ? AND judged = changes AND settled_before IS NOT NULL",
                row -> row.getObject("settled_before", LocalDate.class),
                scope);
    }

    /** Makes them due if it was this run that judged them last. */
    void makeDueAgain(long scope, long run) throws SQLException {
        transaction.change("UPDATE fact_survey_state SET judged = 0 WHERE scope_id = ? AND run_id = ?", scope, run);
    }

    /** The files of which something counts, in the order in which they came. */
    List<StoredSurveys> files(long scope) throws SQLException {
        Map<Long, List<SurveyPart>> counting = new HashMap<>();
        Map<Long, List<SurveyPart>> replaced = new HashMap<>();
        for (Stored stored : parts(scope)) {
            (stored.counts ? counting : replaced)
                    .computeIfAbsent(stored.fileId, id -> new ArrayList<>())
                    .add(stored.part);
        }
        List<StoredSurveys> files = new ArrayList<>();
        transaction.each(
                "SELECT f.id, f.name, f.sha256, f.saved_mappings, s.zone, s.sop, s.mapping, s.purged_at "
                        + "FROM fact_file f JOIN fact_survey_file s ON s.file_id = f.id WHERE f.scope_id = ? "
                        + "ORDER BY f.id",
                row -> {
                    long id = row.getLong("id");
                    if (counting.containsKey(id)) {
                        files.add(new StoredSurveys(
                                row.getString("name"),
                                row.getString("sha256"),
                                row.getObject("purged_at") != null,
                                how(row),
                                counting.get(id),
                                replaced.getOrDefault(id, List.of())));
                    }
                },
                scope);
        return files;
    }

    private HowRead how(ResultSet row) throws SQLException {
        return new HowRead(
                ZoneId.of(row.getString("zone")),
                row.getString("sop"),
                row.getString("mapping"),
                SavedMappings.numbered(transaction, FactTables.savedMappings(row)));
    }

    /** All that files hold, in the order in which they came. */
    List<Stored> parts(long scope) throws SQLException {
        return transaction.list(
                "SELECT kind, part, file_id, survey, unit, service, lists, items, last_day, "
                        + "replaced_by IS NULL AS counts FROM fact_survey_part WHERE scope_id = ? ORDER BY file_id, kind, part",
                row -> new Stored(
                        row.getLong("file_id"),
                        new SurveyPart(
                                SurveyPart.Kind.named(row.getString("kind")),
                                row.getString("part"),
                                row.getString("survey"),
                                row.getString("unit"),
                                row.getString("service"),
                                row.getInt("lists"),
                                row.getLong("items"),
                                row.getObject("last_day", LocalDate.class)),
                        row.getBoolean("counts")),
                scope);
    }
}
