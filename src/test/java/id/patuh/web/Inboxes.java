package id.patuh.web;

import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.WrittenSettings;
import id.patuh.report.Language;
import id.patuh.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What units drop into their inboxes, and the nights over them. */
final class Inboxes {

    private final Store store;
    private final Path folder;
    private final RuleSource rules;

    Inboxes(Store store, Path folder, RuleSource rules) {
        this.store = store;
        this.folder = folder;
        this.rules = rules;
    }

    /** Puts files of the sample data into the inbox of a unit. */
    Inboxes drop(String scope, String... samples) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(scope));
        for (String sample : samples) {
            Path file = Path.of("sample-data").resolve(sample);
            Files.copy(file, inbox.resolve(file.getFileName()));
        }
        return this;
    }

    /** Runs the night of a date over all inboxes. */
    Inboxes night(LocalDate date) {
        NightSettings settings = WrittenSettings.of(folder);
        Instant moment = settings.asOf(date);
        Nights.Work work = new Nights.Work("test", "test", Language.ID, (path, rows) -> {});
        Nights nights = new Nights(store, settings, rules, work, Clock.fixed(moment, settings.zone()));
        nights.scopes().forEach(scope -> nights.run(scope, moment));
        return this;
    }
}
