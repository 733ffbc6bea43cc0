package id.patuh.ledger.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.ledger.Ledger;
import id.patuh.ledger.LedgerException;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemDocumentsTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void documentsStandBesideAnItemAndChangeNothingOfIt(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Nightly nights = new Nightly(store, folder.resolve("nights"));
            nights.drop("rtl.json", Files.readString(Path.of("sample-data/follow-up/rtl-2026.json")));
            nights.until(NIGHT);
            ItemStanding before = nights.items(NIGHT).get(0);
            Path photo = Files.writeString(folder.resolve("foto.jpg"), "loket");
            ItemDocuments documents = new ItemDocuments(store, Clock.fixed(Nightly.asOf(NIGHT), Nightly.ZONE));

            ItemDocument added =
                    documents.add(Nightly.SCOPE, before.item(), "foto loket.jpg", photo, " loket 3 ", "Ani");
            assertThat(documents.of(Nightly.SCOPE)).containsExactly(added);
            assertThat(added.actor()).isEqualTo("ani");
            assertThat(added.comment()).isEqualTo("loket 3");
            assertThat(nights.items(NIGHT).get(0)).isEqualTo(before);
            Path copy = folder.resolve("copy");
            Ledger.vault(store).get(added.file().sha256(), added.file().name(), copy);
            assertThat(copy).hasContent("loket");

            assertThatThrownBy(() -> documents.add(Nightly.SCOPE, "0".repeat(32), "a", photo, "", "ani"))
                    .isInstanceOf(LedgerException.class);
            assertThat(documents.of("other")).isEmpty();
        }
    }
}
