package id.patuh.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    private static final String SCOPE = "Dinas Kesehatan";
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource
    void aScopeHasOneHolderUntilItsLeaseEnds(TestDatabase database) throws InterruptedException {
        try (Store store = Store.open(database.newUrl())) {
            Scopes scopes = new Scopes(store);
            Hold first = scopes.take(SCOPE, "first", HOUR).orElseThrow();
            assertThat(scopes.take(SCOPE, "second", HOUR)).isEmpty();
            assertThat(scopes.take("Other", "second", HOUR)).isPresent();
            assertThat(scopes.lease(SCOPE).orElseThrow().holder()).isEqualTo("first");

            assertThat(scopes.renew(first, Duration.ofMillis(1))).isTrue();
            Hold second = takeWhenItEnded(scopes);
            assertThat(second.fence()).isGreaterThan(first.fence());
            assertThat(scopes.renew(first, HOUR)).isFalse();
            scopes.release(first);
            assertThatThrownBy(() -> write(store, first)).isInstanceOf(TakenOverException.class);
            write(store, second);

            scopes.release(second);
            assertThat(scopes.lease(SCOPE)).isEmpty();
            assertThatThrownBy(() -> write(store, second)).isInstanceOf(TakenOverException.class);
            assertThat(scopes.take(SCOPE, "third", HOUR)).isPresent();
            assertThat(scopes.names()).containsExactly(SCOPE, "Other");
        }
    }

    /** As it is for whoever lost the database in the midst of a night. */
    @ParameterizedTest
    @EnumSource
    void whoeverCouldNotSayThatHeGaveUpDoesNotWaitForHimself(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            Scopes scopes = new Scopes(store);
            Hold first = scopes.take(SCOPE, "first", HOUR).orElseThrow();
            statement.execute("ALTER TABLE scope_lease RENAME TO gone");
            assertThatThrownBy(() -> scopes.release(first)).isInstanceOf(StoreException.class);
            statement.execute("ALTER TABLE gone RENAME TO scope_lease");

            assertThat(new Scopes(store).take(SCOPE, "another", HOUR)).isEmpty();
            Hold second = scopes.take(SCOPE, "first", HOUR).orElseThrow();
            assertThat(scopes.take(SCOPE, "first", HOUR)).isEmpty();
            assertThatThrownBy(() -> write(store, first)).isInstanceOf(TakenOverException.class);
            write(store, second);
        }
    }

    private static Hold takeWhenItEnded(Scopes scopes) throws InterruptedException {
        Optional<Hold> hold = Optional.empty();
        while (hold.isEmpty()) {
            Thread.sleep(5);
            hold = scopes.take(SCOPE, "second", HOUR);
        }
        return hold.get();
    }

    private static void write(Store store, Hold hold) {
        store.write(transaction -> {
            Scopes.hold(transaction, hold);
            return null;
        });
    }

    /** Whoever took it later is refused nothing, whoever took it earlier everything from then on. */
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsInOrderOfTheFences(TestDatabase database) throws InterruptedException, ExecutionException {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (Store store = Store.open(database.newUrl())) {
            Holds holds = new Holds(store);
            List<Long> written = Collections.synchronizedList(new ArrayList<>());
            holds.of(SCOPE);
            Callable<Integer> node = () -> {
                int refused = 0;
                for (int turn = 0; turn < 25; turn++) {
                    Hold hold = holds.seize(SCOPE);
                    refused += writeOnce(store, hold, written) + writeOnce(store, hold, written);
                }
                return refused;
            };
            int refused = 0;
            for (Future<Integer> one : nodes.invokeAll(Collections.nCopies(4, node))) {
                refused += one.get();
            }
            List<Long> fences = store.read(transaction -> transaction.list(
                    "SELECT name FROM scope WHERE name LIKE 'w%' ORDER BY id",
                    row -> Long.valueOf(row.getString("name").substring(1).split(" ")[0])));
            assertThat(fences).isSorted().hasSize(written.size());
            assertThat(written.size() + refused).isEqualTo(200);
        } finally {
            nodes.shutdownNow();
        }
    }

    private static int writeOnce(Store store, Hold hold, List<Long> written) {
        try {
            store.write(transaction -> {
                Scopes.hold(transaction, hold);
                return transaction.change(
                        "INSERT INTO scope (name) VALUES (?)", "w" + hold.fence() + " " + System.nanoTime());
            });
            written.add(hold.fence());
            return 0;
        } catch (TakenOverException e) {
            return 1;
        }
    }

    /** Nobody else can use the file: whoever held a scope when it was last open has ended. */
    @Test
    void nobodyWaitsForAnEndedProcessOfItsOwnFile(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("patuh") + ";USER=patuh";
        try (Store store = Store.open(url)) {
            Scopes scopes = new Scopes(store);
            Hold hold = scopes.take(SCOPE, "ended", HOUR).orElseThrow();
            assertThat(scopes.take(SCOPE, "another thread", HOUR)).isEmpty();
            store.write(transaction -> transaction.change("UPDATE scope_lease SET process = 'of before'"));
            assertThat(scopes.take(SCOPE, "next", HOUR)).isPresent();
            assertThatThrownBy(() -> write(store, hold)).isInstanceOf(TakenOverException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b", "a\ud800b", "..", ".x", "a/b", "a\\b", "a\nb", "a;b"})
    void noScopeHasANameThatCannotBeKept(String name) {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            assertThatThrownBy(() -> new Scopes(store).take(name, "test", HOUR))
                    .isInstanceOfSatisfying(
                            ScopeException.class, e -> assertThat(e.reason()).isEqualTo("scope-unusable"));
        }
    }
}
