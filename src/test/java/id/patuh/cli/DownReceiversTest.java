package id.patuh.cli;

import static id.patuh.notice.NoticeState.GIVEN_UP;
import static id.patuh.notice.NoticeState.IN_DOUBT;
import static id.patuh.notice.NoticeState.SENT;
import static id.patuh.notice.NoticeState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.patuh.notice.Channel;
import id.patuh.notice.FaultyWire;
import id.patuh.notice.FaultyWire.Fault;
import id.patuh.notice.Notice;
import id.patuh.notice.NoticeState;
import id.patuh.store.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is to be told of a night and cannot be: the night is over all the same, and the next one tells them once. */
class DownReceiversTest {

    private static final List<String> UNITS = List.of("Dinas Kesehatan");
    private static final List<String> DATES = List.of("2026-06-02", "2026-06-03");
    private static final List<String> NIGHTS = List.of("2026-06-01T18:30:00Z", "2026-06-02T18:30:00Z");
    private static final int NO_ANSWER = 0;
    private static final Pattern NIGHT = Pattern.compile("\"night\"\\s*:\\s*\"([-\\d]+)\"");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final String SETTINGS = """
                digest:
                  answer-within-seconds: %d
                  mail: {host: 127.0.0.1, port: %d, security: none, from: patuh@example.go.id}
                  recipients:
                    - {name: Inspektorat, email: inspektorat@example.go.id}
                    - {name: Dasbor, webhook: {url: "http://127.0.0.1:%d/", secret: whsec_a3VuY2kgeWFuZyBjdWt1cCBwYW5qYW5n}}
            """;

    @TempDir
    private Path folder;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int answer;
    private GreenMail mails;
    private FaultyWire wire;
    private HttpServer web;
    private int mailPort;
    private int webPort;

    /** What is wrong in the first night. */
    private enum Down {
        NOBODY_THERE(Fault.NONE, WAITING, 0, WAITING),
        NOT_NOW(Fault.CONTENT_DEFERRED, WAITING, 503, WAITING),
        CUT_BEFORE_CONTENT(Fault.CUT_BEFORE_CONTENT, WAITING, 429, WAITING),
        /** It was taken, and nobody knows. */
        ANSWER_LOST(Fault.CUT_AFTER_END, IN_DOUBT, 500, WAITING),
        SILENT(Fault.SILENT_AT_ONCE, WAITING, NO_ANSWER, WAITING),
        SILENT_ONCE_TAKEN(Fault.SILENT_AFTER_END, IN_DOUBT, NO_ANSWER, WAITING),
        /** A page that is not there may be there once the settings or the program are put right; one that is gone will not. */
        MISPLACED(Fault.RECIPIENT_DEFERRED, WAITING, 404, WAITING),
        REFUSED(Fault.RECIPIENT_REFUSED, GIVEN_UP, 410, GIVEN_UP);

        private final Fault fault;
        private final NoticeState mail;
        private final int status;
        private final NoticeState webhook;

        Down(Fault fault, NoticeState mail, int status, NoticeState webhook) {
            this.fault = fault;
            this.mail = mail;
            this.status = status;
            this.webhook = webhook;
        }

        boolean isSilent() {
            return status == NO_ANSWER;
        }

        NoticeState state(Channel channel) {
            return channel == Channel.EMAIL ? mail : webhook;
        }
    }

    @BeforeEach
    void open() throws IOException {
        mailPort = freePort();
        mails = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        wire = new FaultyWire(mailPort);
        webPort = freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void beThere() throws IOException {
        mails.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), webPort), 0);
        web.setExecutor(Executors.newCachedThreadPool());
        web.createContext("/", this::answer);
        web.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = answer;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (status == NO_ANSWER) {
            awaitEnd();
        } else {
            if (status < 300) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        mails.stop();
        wire.close();
        web.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void theNightIsOverAndTheNextOneTellsThemOnce(Down down) throws Exception {
        NightPlace place = new NightPlace(
                folder.resolve("home"),
                UNITS,
                TestDatabase.H2,
                SETTINGS.formatted(
                        down.isSilent() ? 3 : 30, down == Down.NOBODY_THERE ? mailPort : wire.port(), webPort));
        answer = down.status;
        wire.have(down.fault);
        if (down != Down.NOBODY_THERE) {
            beThere();
        }
        place.deliver(0, 20);
        CommandLineRun first = place.run(NIGHTS.get(0));
        assertThat(first.exitCode()).as(first.toString()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(first.out()).contains("Judged 20");
        assertThat(place.notices()).hasSize(2).allMatch(notice -> notice.state() == down.state(notice.channel()));
        place.notices().forEach(notice -> assertThat(first.err()).contains(told(notice.state())));

        if (down == Down.NOBODY_THERE) {
            beThere();
        }
        answer = 204;
        wire.have(Fault.NONE);
        place.tryMessagesNow();
        place.deliver(1, 20);
        CommandLineRun second = place.run(NIGHTS.get(1));
        assertThat(second.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        List<Notice> notices = place.notices();
        assertThat(notices).hasSize(4).allMatch(notice -> notice.state() == SENT || isOf(down, notice));
        assertThat(mailed()).isEqualTo(dates(down.mail != GIVEN_UP));
        assertThat(posted.stream().map(DownReceiversTest::night).toList()).isEqualTo(dates(down.webhook != GIVEN_UP));
        // Whoever did not come, or perhaps did not, is told of by the next message.
        assertThat(posted.get(posted.size() - 1).contains("given-up")).isEqualTo(down.webhook == GIVEN_UP);

        place.tryMessagesNow();
        place.run(NIGHTS.get(1));
        assertThat(place.notices()).isEqualTo(notices);
        assertThat(posted).hasSize(dates(down.webhook != GIVEN_UP).size());
    }

    private static boolean isOf(Down down, Notice notice) {
        NoticeState state = down.state(notice.channel());
        return state != WAITING && notice.state() == state && notice.event().contains(DATES.get(0));
    }

    private static String told(NoticeState state) {
        return switch (state) {
            case WAITING -> "Messages that will be tried again: ";
            case IN_DOUBT -> "Messages of which it is not certain that they were sent: 1.";
            default -> "Messages that cannot be sent: ";
        };
    }

    private static List<String> dates(boolean both) {
        return both ? DATES : DATES.subList(1, 2);
    }

    private List<String> mailed() throws Exception {
        List<String> dates = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            dates.add(first(DATE, mail.getSubject()));
        }
        return dates;
    }

    private static String night(String payload) {
        return first(NIGHT, payload);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(matcher.groupCount());
    }
}
