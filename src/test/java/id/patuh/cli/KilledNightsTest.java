package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.patuh.notice.Notice;
import id.patuh.notice.NoticeState;
import id.patuh.store.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed at any moment of a night. For many of them: {@code ./mvnw test -Dtest=KilledNightsTest
 * -Dpatuh.kills=100}, on each database.
 */
class KilledNightsTest {

    private static final int KILLS = Integer.getInteger("patuh.kills", 2);
    private static final int MOST_IN_A_NIGHT = 4;
    private static final int CASES = 40;
    private static final int DATES = 5;
    private static final List<String> UNITS = List.of("Dinas Kesehatan", "Sekretariat");
    /** The second one catches up with two dates that were missed. */
    private static final List<String> NIGHTS =
            List.of("2026-06-01T18:30:00Z", "2026-06-04T18:30:00Z", "2026-06-05T18:30:00Z");

    private static final List<Integer> OVER = List.of(ExitCode.OK, ExitCode.VIOLATIONS, ExitCode.UNREADABLE);

    private static final String SETTINGS = """
                lease: 1s
                shard: 7
                retention: {personal: 1d, facts: 2d}
                digest:
                  mail: {host: 127.0.0.1, port: %d, security: none, from: patuh@example.go.id}
                  recipients:
                    - {name: Inspektorat, email: inspektorat@example.go.id}
                    - {name: Sekretariat, email: sekretariat@example.go.id, units: [Sekretariat]}
            """;

    @TempDir
    private Path folder;

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final Random random = new Random(7);
    private int kills;

    @BeforeEach
    void startMails() {
        mails.start();
    }

    @AfterEach
    void stopMails() {
        mails.stop();
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerIsThatOfNightsThatNobodyDisturbed(TestDatabase database) throws Exception {
        NightPlace calm = place("calm", database);
        List<Long> usual = new ArrayList<>();
        for (int night = 0; night < NIGHTS.size(); night++) {
            calm.deliver(night, CASES);
            long begun = System.nanoTime();
            assertThat(start(calm, night).waitFor()).isEqualTo(ExitCode.UNREADABLE);
            usual.add(System.nanoTime() - begun);
        }
        List<String> expected = calm.told();
        checkMails(calm);
        assertThat(String.join("\n", expected)).contains("change=NEW", "COMPLETED", "arsip", "rusak.csv.alasan.txt");
        assertThat(expected).filteredOn(line -> line.contains(" COMPLETED ")).hasSize(UNITS.size() * DATES);

        for (int round = 0; kills < KILLS; round++) {
            NightPlace disturbed = place("round" + round, database);
            for (int night = 0; night < NIGHTS.size(); night++) {
                disturbed.deliver(night, CASES);
                runDisturbed(disturbed, night, usual.get(night));
            }
            assertThat(disturbed.told()).as("round " + round).isEqualTo(expected);
            checkMails(disturbed);
        }
    }

    /** Each message came once at most; one that did not come is known not to have, or not to be certain. */
    private void checkMails(NightPlace place) throws Exception {
        mails.waitForIncomingEmail(0, 0);
        List<String> came = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            came.add(mail.getAllRecipients()[0] + " "
                    + mail.getSubject().replaceAll(".*(\\d{4}-\\d\\d-\\d\\d).*", "$1"));
        }
        assertThat(came).doesNotHaveDuplicates();
        List<Notice> notices = place.notices();
        assertThat(notices).isNotEmpty();
        long sent = notices.stream()
                .filter(notice -> notice.state() == NoticeState.SENT)
                .count();
        assertThat(notices).noneMatch(notice -> notice.state() == NoticeState.GIVEN_UP);
        assertThat((long) came.size()).isBetween(sent, (long) notices.size());
        mails.purgeEmailFromAllMailboxes();
    }

    private NightPlace place(String name, TestDatabase database) throws IOException {
        return new NightPlace(
                folder.resolve(name),
                UNITS,
                database,
                SETTINGS.formatted(mails.getSmtp().getPort()));
    }

    private static Process start(NightPlace place, int night) throws IOException {
        return place.start("--as-of", NIGHTS.get(night));
    }

    private void runDisturbed(NightPlace place, int night, long usual) throws IOException, InterruptedException {
        boolean over = false;
        int left = Math.min(MOST_IN_A_NIGHT, (KILLS - kills) / (NIGHTS.size() - night));
        while (!over) {
            Process process = start(place, night);
            long patience = left == 0 ? TimeUnit.MINUTES.toNanos(5) : (long) (random.nextDouble() * usual);
            if (process.waitFor(patience, TimeUnit.NANOSECONDS)) {
                over = OVER.contains(process.exitValue());
            } else {
                process.destroyForcibly().waitFor();
                kills++;
                left--;
            }
        }
    }
}
