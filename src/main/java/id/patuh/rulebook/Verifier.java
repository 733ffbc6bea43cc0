package id.patuh.rulebook;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Looks through all that the database holds of the rulebook, and stops at the first entry that does not fit. */
final class Verifier {

    private final RulebookTables tables;
    private final History history = new History();
    private final Set<Draft> sound = new HashSet<>();

    Verifier(RulebookTables tables) {
        this.tables = tables;
    }

    /** @param expectedHead hash of an entry that must be there, or null */
    Verification verify(String expectedHead) throws SQLException {
        try {
            for (Entry entry : tables.entries()) {
                checkWhatItNames(entry);
                history.add(entry);
            }
            tables.checkStrays();
            if (expectedHead != null
                    && history.entries().stream()
                            .noneMatch(entry -> entry.hash().equals(expectedHead))) {
                throw new RulebookException("head-absent", "head", expectedHead);
            }
            return new Verification(history.entries().size(), history.head(), null);
        } catch (RulebookException e) {
            return new Verification(history.entries().size(), history.head(), e.problem());
        }
    }

    private void checkWhatItNames(Entry entry) throws SQLException {
        Draft draft = entry.draft();
        if (draft != null && draft.contentSha256() != null && sound.add(draft)) {
            tables.content(draft);
        }
        if (entry.reportSha256() != null) {
            tables.report(entry.reportSha256());
        }
    }
}
