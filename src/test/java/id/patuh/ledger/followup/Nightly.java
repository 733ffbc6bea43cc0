package id.patuh.ledger.followup;

import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.FixedRules;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RetentionSettings;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.report.Language;
import id.patuh.ruleset.OurRules;
import id.patuh.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Nights over one inbox. */
public final class Nightly {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    public static final String SCOPE = "Kecamatan D";

    private static final FixedRules RULES = new FixedRules(new AppliedRules(OurRules.LIBRARY.files(), OurRules.RULES));

    private final Store store;
    private final Path folder;
    private RetentionSettings retention = RetentionSettings.NONE;

    /** @param folder for its inbox and what becomes of files */
    public Nightly(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** From now on. */
    public void keep(RetentionSettings kept) {
        retention = kept;
    }

    /** Puts a file into the inbox. */
    public void drop(String name, String text) {
        try {
            Path inbox = Files.createDirectories(folder.resolve("masuk").resolve(SCOPE));
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
        NightSettings settings = new NightSettings(
                LocalTime.of(1, 30),
                ZONE,
                folder.resolve("masuk"),
                folder.resolve("arsip"),
                folder.resolve("karantina"),
                Duration.ZERO,
                Duration.ofMinutes(1),
                100,
                Map.of(),
                retention);
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
