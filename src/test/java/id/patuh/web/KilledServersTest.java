package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRun.Stage;
import id.patuh.report.Language;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.submission.KeptContent;
import id.patuh.submission.Seen;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.submission.SubmittedFile;
import id.patuh.submission.TrialRetention;
import id.patuh.vault.Vault;
import id.patuh.web.ServerPlace.Served;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that end at any moment while people and programs hand in: on a database file, which goes with its process. For many of
 * them, and on each database: {@code ./mvnw test -Dtest=KilledServersTest -Dpatuh.kills=50}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledServersTest {

    private static final int KILLS = Integer.getInteger("patuh.kills", 1);
    private static final Seen SEEN = new Seen(RunningServer.NAME, null);
    private static final String UNIT = "Dinas A";
    private static final String SETTINGS = """
            patuh.limits.waiting-per-account: 100000
            patuh.api.requests-per-minute: 1000000
            """;

    @TempDir
    private Path folder;

    private final Random random = new Random();

    static Stream<TestDatabase> databases() {
        return KILLS == 1 ? Stream.of(TestDatabase.H2) : Stream.of(TestDatabase.values());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasAnsweredIsThereAndDoneOnce(TestDatabase database) throws Exception {
        String url = database == TestDatabase.H2 ? database.newUrl(folder.resolve("data")) : database.newUrl();
        try (ServerPlace place = new ServerPlace(folder, url, SETTINGS)) {
            String token;
            try (Store store = place.store()) {
                token = place.token(store);
            }
            List<HandingIn> all = List.of(
                    HandingIn.onPages(),
                    HandingIn.byProgram(token, Map.of()),
                    HandingIn.byProgram(token, Map.of("scope", UNIT, "newScope", "true")));
            for (int kill = 0; kill < KILLS; kill++) {
                disturbed(place, all, "killed" + kill).kill();
                end(all);
                letLeasesEnd(place);
            }
            if (database == TestDatabase.H2) {
                disturbed(place, all, "told").end();
                end(all);
                checkEnd(place);
            }

            Served last = place.serve("last");
            String address = last.address();
            ApiClient program = new ApiClient(path -> address + path, token);
            all.forEach(each -> each.repeat(address));
            awaitAll(program);
            last.end();
            try (Store store = place.store()) {
                check(store, all);
            }
        }
    }

    /** What was under way was let end; the rest waits, in a file that needs no mending. */
    private void checkEnd(ServerPlace place) throws IOException {
        assertThat(Files.readString(folder.resolve("told.txt"))).doesNotContain("ERROR", "Exception");
        assertThat(place.own()).isEmpty();
        assertThat(isClean(folder.resolve("data/patuh.mv.db"))).isTrue();
        try (Store store = place.store()) {
            assertThat(new Submissions(store).counts()).doesNotContainKeys(State.RUNNING, State.FAILED);
        }
    }

    /** A server that is handed in to for some time. */
    private Served disturbed(ServerPlace place, List<HandingIn> all, String name) throws Exception {
        Served server = place.serve(name);
        String address = server.address();
        // What the one before left is gone.
        assertThat(place.own()).hasSize(1);
        for (HandingIn each : all) {
            each.begin(name, address);
        }
        for (HandingIn each : all) {
            each.awaitFirst(name);
        }
        Thread.sleep(random.nextInt(700));
        return server;
    }

    private static void end(List<HandingIn> all) throws InterruptedException {
        for (HandingIn each : all) {
            each.awaitEnd();
        }
    }

    private static void awaitAll(ApiClient program) throws InterruptedException {
        while (program.get("/api/v1/checks?limit=1000").body().matches("(?s).*\"state\" *: *\"(waiting|running)\".*")) {
            Thread.sleep(100);
        }
    }

    /** As if half a minute had gone by. */
    private static void letLeasesEnd(ServerPlace place) {
        try (Store store = place.store()) {
            for (String table : List.of("submission", "scope_lease")) {
                store.write(transaction -> transaction.change(
                        "UPDATE " + table + " SET held_until = CURRENT_TIMESTAMP WHERE held_until IS NOT NULL"));
            }
        }
    }

    /** Whether H2 closed a file as it ought to be: nothing of it needs to be found again. */
    private static boolean isClean(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(4096), StandardCharsets.ISO_8859_1).contains("clean:1");
        }
    }

    private static void check(Store store, List<HandingIn> people) throws IOException {
        Submissions submissions = new Submissions(store);
        List<Submission> all = submissions.behind(SEEN, null, 100_000);
        List<String> codes = all.stream().map(Submission::code).toList();
        assertThat(people).allSatisfy(each -> assertThat(codes).containsAll(each.answered()));
        assertThat(all).extracting(Submission::state).containsOnly(State.DONE);
        assertThat(all.stream().map(each -> each.order().key()).filter(key -> key != null))
                .doesNotHaveDuplicates();
        assertThat(handedInByTrail(store)).containsExactlyInAnyOrderElementsOf(codes);
        List<LifeRun> runs = new LifeBook(store).runs(UNIT);
        List<Submission> ofUnit = all.stream().filter(each -> !each.isTrial()).toList();
        assertThat(runs).hasSameSizeAs(ofUnit).allMatch(run -> run.stage() == Stage.COMPLETED);
        checkFiles(store, all);
        assertThat(all).allSatisfy(each -> checkResult(submissions.result(each, Language.EN)));
    }

    /** Of files that were kept and then not handed in, since the server was killed in between, none stays. */
    private static void checkFiles(Store store, List<Submission> all) throws IOException {
        new TrialRetention(store, Duration.ofDays(1)).run();
        Submissions submissions = new Submissions(store);
        Set<String> handedIn = all.stream()
                .flatMap(each -> submissions.find(each.code(), SEEN).orElseThrow().files().stream())
                .map(SubmittedFile::sha256)
                .collect(Collectors.toSet());
        assertThat(Vault.of(store, "submissions", "submission_content").hashes())
                .isEqualTo(handedIn);
    }

    /** Nothing of it was kept twice, nor lost. */
    private static void checkResult(KeptContent result) {
        AtomicLong kept = new AtomicLong();
        result.violations().forEach(violation -> kept.incrementAndGet());
        assertThat(result.summary().bySeverity().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(kept.get());
    }

    private static List<String> handedInByTrail(Store store) {
        AuditTrail trail = new AuditTrail(store, Clock.systemUTC());
        return Stream.of(AuditAction.CHECK, AuditAction.SUBMIT)
                .map(action -> new AuditFilter(null, action, null, null, null, null))
                .flatMap(filter -> trail.read(filter, null, 100_000).stream())
                .map(entry -> entry.event().object())
                .toList();
    }
}
