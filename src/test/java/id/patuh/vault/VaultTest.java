package id.patuh.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.store.HeldConnections;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultTest {

    @TempDir
    private Path folder;

    /** As of a large file, while its bytes are packed. */
    @Test
    void noConnectionWaitsForWhatIsPacked() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        try (Store store = Store.open(TestDatabase.POSTGRESQL.newUrl())) {
            Vault vault = new TableVault(store, "run_content");
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(vault, packed -> {
                begun.countDown();
                await(looked);
                packed.write(1);
            }));
            await(begun);
            new HeldConnections(store, 0).close();
            assertThat(vault.has("ab")).isFalse();
            looked.countDown();
            written.get(1, TimeUnit.MINUTES);
            assertThat(vault.hashes()).containsExactly("ab");
        }
    }

    private static void write(Vault vault, Vault.Content content) {
        try {
            vault.write("ab", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Larger than the pieces in which the database keeps it. */
    @ParameterizedTest
    @EnumSource
    void whatHardlyPacksIsKeptByteForByte(TestDatabase database) throws IOException {
        byte[] noise = new byte[3_500_000];
        new Random(1).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise"), noise);
        try (Store store = Store.open(database.newUrl())) {
            for (Vault vault : List.of(new TableVault(store, "run_content"), new FolderVault(folder.resolve("v")))) {
                String sha256 = vault.put(file);
                assertThat(vault.put(file)).isEqualTo(sha256);
                vault.get(sha256, "noise", folder.resolve("copy"));
                assertThat(Files.readAllBytes(folder.resolve("copy"))).isEqualTo(noise);

                vault.remove(sha256);
                VaultException missing = catchThrowableOfType(
                        VaultException.class, () -> vault.get(sha256, "noise", folder.resolve("copy")));
                assertThat(missing.reason()).isEqualTo("input-missing");
            }
        }
    }
}
