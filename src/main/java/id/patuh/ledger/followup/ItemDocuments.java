package id.patuh.ledger.followup;

import id.patuh.ledger.Ledger;
import id.patuh.ledger.outcome.EvidenceFile;
import id.patuh.rulebook.Texts;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.vault.Vault;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * Documents beside items of follow-up plans. They are added, never changed nor removed; their bytes are kept as inputs of runs
 * are. May be used by many threads, and by many processes on one database.
 */
public final class ItemDocuments {

    private static final String DOCUMENTS = "SELECT d.id, d.item, d.name, d.sha256, d.actor, d.at, d.comment "
            + "FROM followup_document d JOIN scope s ON s.id = d.scope_id WHERE s.name = ? ORDER BY d.id";

    private final Store store;
    private final Vault vault;
    private final Clock clock;
    private final Function<ItemDocument, Transaction.Step> along;

    public ItemDocuments(Store store, Clock clock) {
        this(store, clock, document -> Transaction.Step.NONE);
    }

    /** @param along what is done in the transaction that adds a document */
    public ItemDocuments(Store store, Clock clock, Function<ItemDocument, Transaction.Step> along) {
        this.store = store;
        this.vault = Ledger.vault(store);
        this.clock = clock;
        this.along = along;
    }

    /**
     * Adds a document to an item.
     *
     * @param name that its owner gave it, without its folder
     * @param comment may be empty
     * @throws id.patuh.ledger.LedgerException if there is no such item, or the file cannot be kept
     * @throws id.patuh.rulebook.RulebookException if a name or the text cannot be used
     */
    public ItemDocument add(String scope, String item, String name, Path file, String comment, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ItemStanding standing = new ItemStandings(store, ZoneOffset.UTC).of(scope, item, now);
        String who = Texts.person(actor);
        String said = Texts.optional(comment);
        Texts.refuseLong(said);
        EvidenceFile kept = EvidenceFile.keep(name, file, vault);
        return store.write(transaction -> {
            ItemDocument added = new ItemDocument(0, standing.item(), kept, who, now, said);
            transaction.change(
                    "INSERT INTO followup_document (scope_id, item, name, sha256, actor, at, comment) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    Scopes.find(transaction, scope).orElseThrow(),
                    added.item(),
                    kept.name(),
                    kept.sha256(),
                    who,
                    now,
                    said);
            along.apply(added).in(transaction);
            List<ItemDocument> all = transaction.list(DOCUMENTS, ItemDocuments::document, scope);
            return all.get(all.size() - 1);
        });
    }

    /** Those of all items of a scope, in the order in which they were added. */
    public List<ItemDocument> of(String scope) {
        return store.read(transaction -> transaction.list(DOCUMENTS, ItemDocuments::document, scope));
    }

    private static ItemDocument document(ResultSet row) throws SQLException {
        return new ItemDocument(
                row.getLong("id"),
                row.getString("item"),
                new EvidenceFile(row.getString("name"), row.getString("sha256")),
                row.getString("actor"),
                Transaction.instant(row, "at"),
                row.getString("comment"));
    }
}
