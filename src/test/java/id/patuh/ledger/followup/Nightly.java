package id.patuh.ledger.followup;

import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.FixedRules;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.nightly.WrittenSettings;
import id.patuh.report.Language;
import id.patuh.ruleset.OurRules;
import id.patuh.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Nights over one inbox. */
public final class Nightly {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    public static final String SCOPE = "Kecamatan D";

    private static final FixedRules RULES = new FixedRules(new AppliedRules(OurRules.LIBRARY.files(), OurRules.RULES));

    private final Store store;
    private final Path folder;
    private String retention = "";

    /** @param folder for its inbox and what becomes of files */
    public Nightly(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Keeps raw data for so long, from now on. */
    public void keep(String length) {
        retention = "retention: {personal: " + length + ", facts: " + length + "}";
    }

    /** Puts a file into the inbox. */
    public void drop(String name, String text) {
        try {
            Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(SCOPE));
            Files.writeString(inbox.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moment of the night of a date. */
    public static Instant asOf(LocalDate date) {
        return date.atTime(1, 30).atZone(ZONE).toInstant();
    }

    /** Runs all nights that are due until a date. */
    public ScopeOutcome until(LocalDate date) {
        NightSettings settings = WrittenSettings.of(folder, retention);
        Nights.Work work = new Nights.Work("test", "test", Language.ID, (path, rows) -> {});
        return new Nights(store, settings, RULES, work, Clock.fixed(asOf(date), ZONE)).run(SCOPE, asOf(date));
    }

    /** How the items stand on a date. */
    public List<ItemStanding> items(LocalDate date) {
        return new ItemStandings(store, ZONE).of(SCOPE, asOf(date));
    }

    /** How many rows are kept of items. */
    public long rows() {
        return store.read(transaction -> transaction
                .find("SELECT COUNT(*) FROM followup_item", row -> row.getLong(1))
                .orElseThrow());
    }
}
