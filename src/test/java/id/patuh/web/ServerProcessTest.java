package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedLog;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.report.Language;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.submission.HandedIn;
import id.patuh.submission.KeptContent;
import id.patuh.submission.Seen;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.SubmissionOrder;
import id.patuh.submission.Submissions;
import id.patuh.web.ServerPlace.Served;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers as processes of their own: how they end, and what they log. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServerProcessTest {

    private static final Instant AS_OF = Instant.parse("2026-11-20T16:59:59Z");

    @TempDir
    private Path folder;

    private ServerPlace place;
    private Store store;
    private Submissions submissions;
    private Path log;

    @BeforeEach
    void open() throws IOException {
        place = new ServerPlace(folder, TestDatabase.POSTGRESQL.newUrl(), "patuh: {}\n");
        store = place.store();
        submissions = new Submissions(store);
        log = Files.writeString(folder.resolve("log.csv"), GeneratedLog.text(GeneratedLog.rows(new Random(5), 2_000)));
    }

    @AfterEach
    void close() {
        place.close();
        store.close();
    }

    /** It finishes what is under way; the rest is done by whoever comes next, once, as if nothing had been. */
    @Test
    void whatAServerThatIsToldToEndLeavesAnotherOneDoes() throws Exception {
        Served first = place.serve("first");
        // Rules that are yet to be compiled may take longer than a server that ends waits for.
        awaitDone(List.of(handedIn(null)));
        List<Submission> asked = List.of(handedIn("Dinas A"), handedIn("Dinas B"), handedIn(null));
        while (states(asked).stream().noneMatch(state -> state == State.RUNNING)) {
            Thread.sleep(10);
        }
        first.end();
        assertThat(first.said()).doesNotContain("ERROR", "Exception");
        assertThat(states(asked)).doesNotContain(State.RUNNING, State.FAILED).contains(State.WAITING, State.DONE);

        place.serve("second");
        List<Submission> undisturbed = List.of(handedIn("Dinas D"), handedIn(null));
        awaitDone(asked);
        awaitDone(undisturbed);
        assertThat(Stream.of("Dinas A", "Dinas B").map(this::told))
                .allMatch(told -> told.equals(told("Dinas D")) && !told.isEmpty());
        List<String> expected = fingerprints(undisturbed.get(1));
        assertThat(expected).isNotEmpty();
        assertThat(asked).allSatisfy(each -> assertThat(fingerprints(each)).isEqualTo(expected));
    }

    /** Who asked for what, by the number that he was shown; never what he sent, nor a line that he made up. */
    @Test
    void incidentsAreLoggedByTheNumberThatIsShown() throws Exception {
        Served server = place.serve("said");
        String address = server.address();
        WebClient client = new WebClient(path -> address + path).signIn(RunningServer.NAME, RunningServer.PASSWORD);
        String token = place.token(store);
        store.write(transaction -> transaction.change("ALTER TABLE life_run RENAME TO life_run_away"));

        HttpResponse<String> page = client.get("/units/Dinas%20A?q=rahasia%0A");
        assertThat(page.statusCode()).isEqualTo(500);
        String number = page.body().replaceFirst("(?s).*<code>(\\w{8})</code>.*", "$1");
        HttpResponse<String> api = client.getAs(token, "/api/v1/units/Dinas%20A/violations?rule=rahasia");
        assertThat(api.statusCode()).isEqualTo(500);
        String incident = api.body().replaceFirst("(?s).*\"incident\"\\s*:\\s*\"(\\w{8})\".*", "$1");

        for (String path : List.of("/units/Dinas%0D%0Apalsu", "/api/v1/units/Dinas%0D%0Apalsu")) {
            assertThat(client.getAs(token, path).statusCode()).as(path).isEqualTo(400);
        }

        String logged = server.said();
        assertThat(logged)
                .containsPattern("ERROR \\S+ incident " + number + ": GET /units/Dinas%20A of admin\n")
                .containsPattern(
                        "ERROR \\S+ incident " + incident + ": GET /api/v1/units/Dinas%20A/violations of admin\n")
                .doesNotContain("rahasia", "palsu", token);
        assertThat(logged.lines().filter(line -> line.matches("(\\S+ )?(ERROR|SEVERE)\\b.*")))
                .as("by nobody else")
                .hasSize(2);
    }

    private Submission handedIn(String unit) {
        SubmissionOrder order =
                new SubmissionOrder(RunningServer.NAME, unit, AS_OF, ZoneId.of("Asia/Jakarta"), null, null, null);
        return submissions.submit(order, List.of(new HandedIn("log.csv", log)));
    }

    private Submission now(Submission submission) {
        return submissions
                .find(submission.code(), new Seen(RunningServer.NAME, null))
                .orElseThrow();
    }

    private List<State> states(List<Submission> asked) {
        return asked.stream().map(each -> now(each).state()).toList();
    }

    private void awaitDone(List<Submission> asked) throws InterruptedException {
        while (!states(asked).stream().allMatch(State::isOver)) {
            Thread.sleep(50);
        }
        assertThat(states(asked)).containsOnly(State.DONE);
    }

    private List<String> fingerprints(Submission submission) {
        KeptContent result = submissions.result(now(submission), Language.EN);
        List<String> fingerprints = new ArrayList<>();
        result.violations().forEach(violation -> fingerprints.add(violation.fingerprint()));
        return fingerprints;
    }

    /** What the runs of a unit came to. */
    private List<String> told(String unit) {
        return new LifeBook(store)
                .runs(unit).stream().map(ServerProcessTest::told).toList();
    }

    private static String told(LifeRun run) {
        return run.number() + " " + run.stage() + " " + run.counts();
    }
}
