package id.patuh.nightly.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.FixedRules;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.nightly.WrittenSettings;
import id.patuh.notice.Delivery;
import id.patuh.notice.Endpoint;
import id.patuh.notice.MailCourier;
import id.patuh.notice.MailServer;
import id.patuh.notice.NoticeState;
import id.patuh.notice.Outbox;
import id.patuh.notice.Secret;
import id.patuh.notice.SettingProblem;
import id.patuh.notice.WebhookCourier;
import id.patuh.report.JsonKeys;
import id.patuh.report.Language;
import id.patuh.ruleset.OurRules;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DigestsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final AppliedRules RULES = new AppliedRules(OurRules.LIBRARY.files(), OurRules.RULES);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);
    private static final String HOSTILE = "K-<script>alert(1)</script>\u202e&\"'";
    private static final String LATE = "K-LATE,B276,1,UKPBJ,2026-02-27 08:00,\n";
    private static final String WAITING = "K-WAIT,B276,1,UKPBJ,2026-03-02 08:00,2026-03-02 08:30\n";
    private static final Endpoint HOOK = new Endpoint(
            "http://127.0.0.1/", new Secret("whsec_" + Base64.getEncoder().encodeToString(new byte[24])));

    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<JsonNode> posted = new ArrayList<>();
    private HttpServer web;

    @BeforeEach
    void open() throws IOException {
        mail.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            posted.add(JsonKeys.checked(
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void close() {
        mail.stop();
        web.stop(0);
    }

    private static Recipient mailed(String name, Language language, String... units) {
        return new Recipient(name, name + "@example.go.id", null, language, ZONE, List.of(units));
    }

    private static Recipient hooked(String name, String... units) {
        return new Recipient(name, null, HOOK, Language.EN, ZoneOffset.UTC, List.of(units));
    }

    /** Nights over an inbox, each told and delivered. */
    private final class Office implements AutoCloseable {

        private final Store store;
        private final Outbox outbox;
        private final DigestSettings settings;
        private Digests.Made made;

        Office(TestDatabase database, Recipient... recipients) throws IOException {
            store = Store.open(database.newUrl());
            outbox = new Outbox(store);
            settings = new DigestSettings(server(), List.of(recipients), 7, 2, 30);
            assertThat(settings.problems("digest")).isEmpty();
            Files.createDirectories(folder.resolve("inbox/UKPBJ"));
        }

        private MailServer server() {
            int port = mail.getSmtp().getPort();
            return new MailServer("127.0.0.1", port, MailServer.Security.NONE, null, null, "patuh@example.go.id");
        }

        void drop(String name, String... rows) throws IOException {
            String header = "case,sop,step,unit,start,end\n";
            Files.writeString(folder.resolve("inbox/UKPBJ").resolve(name), header + String.join("", rows));
        }

        NightOutcome night(int day) {
            List<NightOutcome> outcomes = run(day);
            tell(FIRST.plusDays(day), asOf(day), outcomes);
            return outcomes.get(outcomes.size() - 1);
        }

        private Instant asOf(int day) {
            return FIRST.plusDays(day).atTime(1, 30).atZone(ZONE).toInstant();
        }

        List<NightOutcome> run(int day) {
            Instant asOf = asOf(day);
            NightSettings nights = WrittenSettings.of(folder);
            Nights.Work work = new Nights.Work("test", "test", Language.ID, (path, rows) -> {});
            Clock clock = Clock.fixed(asOf, ZONE);
            return new Nights(store, nights, new FixedRules(RULES), work, clock)
                    .run("UKPBJ", asOf)
                    .nights();
        }

        void tell(LocalDate date, Instant asOf, List<NightOutcome> outcomes) {
            DigestRequest request = new DigestRequest(date, asOf, ZONE, outcomes, OurRules.RULES);
            made = new Digests(store, outbox, settings, Clock.fixed(asOf, ZONE)).make(request);
        }

        void waive(Target target, String reason) {
            Instant from = FIRST.atStartOfDay(ZONE).toInstant();
            Waivers waivers = new Waivers(store, Clock.fixed(from, ZONE));
            Validity validity = Validity.ofDays(FIRST, FIRST.plusDays(5), ZONE);
            WaiverTerms terms = new WaiverTerms("UKPBJ", target, validity, reason, "ND-1/2026");
            waivers.approve(waivers.request(terms, "siti").number(), "tono", "");
        }

        Map<NoticeState, Integer> deliver() {
            Duration answering = Duration.ofSeconds(settings.answerWithinSeconds());
            MailCourier mails = new MailCourier(server(), name -> Optional.of(name + "@example.go.id"), answering);
            Endpoint here = new Endpoint("http://127.0.0.1:" + web.getAddress().getPort() + "/", HOOK.secret());
            return new Delivery(
                            outbox, mails, new WebhookCourier(name -> Optional.of(here), Clock.systemUTC(), answering))
                    .deliver();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private List<MimeMessage> mailsTo(String name) throws MessagingException {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage each : mail.getReceivedMessages()) {
            if (each.getAllRecipients()[0].toString().startsWith(name + "@")) {
                mails.add(each);
            }
        }
        return mails;
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r", "");
    }

    private static String html(MimeMessage mail) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
    }

    @ParameterizedTest
    @EnumSource
    void eachIsToldOnceWhatIsNewOverdueAndDueOfTheirUnits(TestDatabase database) throws Exception {
        try (Office office = new Office(
                database, mailed("ani", Language.ID), mailed("budi", Language.EN, "Dinas"), hooked("hook", "ukpbj"))) {
            office.drop("a.csv", LATE, WAITING);
            NightOutcome night = office.night(0);
            assertThat(office.made.messages()).isEqualTo(2);
            office.tell(FIRST, night.night().asOf(), List.of(night));
            assertThat(office.made.messages()).isZero();
            assertThat(office.deliver()).isEqualTo(Map.of(NoticeState.SENT, 2));

            MimeMessage first = mailsTo("ani").get(0);
            assertThat(first.getSubject()).isEqualTo("[patuh] 2026-03-03: 1 baru, 1 segera jatuh tempo");
            assertThat(text(first))
                    .contains("== UKPBJ", "Baru: 1\n- sedang | B276 / K-LATE | ".replace("sedang", major(Language.ID)))
                    .contains("Jatuh tempo dalam 7 hari: 1\n- 2026-03-05 08:30 | B276 / K-WAIT | memulai langkah 2 (");
            assertThat(mailsTo("budi")).isEmpty();
            JsonNode unit = posted.get(0).at("/data/units/0");
            assertThat(unit.at("/new/count").asInt()).isEqualTo(1);
            assertThat(unit.at("/new/first/0/case").asString()).isEqualTo("K-LATE");
            assertThat(unit.at("/due/first/0/due").asString()).isEqualTo("2026-03-05T01:30:00Z");

            office.night(1);
            office.deliver();
            MimeMessage second = mailsTo("ani").get(1);
            assertThat(second.getSubject()).isEqualTo("[patuh] 2026-03-04: 1 terlambat, 1 segera jatuh tempo");
            assertThat(text(second)).contains("Masih terlambat: 1\n").doesNotContain("Baru:");
        }
    }

    private static String major(Language language) {
        return language.label("severity.major");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNothingToHearIsNotSentAnything(TestDatabase database) throws Exception {
        try (Office office = new Office(database, mailed("ani", Language.ID, "Dinas"))) {
            office.drop("a.csv", LATE, WAITING);
            office.night(1);
            assertThat(office.made.messages()).isZero();
            assertThat(office.made.unreceived()).containsExactly("UKPBJ");
        }
    }

    /** Whatever was told meanwhile: the news of the message that never came are told again, and no other ones. */
    @ParameterizedTest
    @EnumSource
    void whatWasGivenUpIsToldAgain(TestDatabase database) throws Exception {
        try (Office office = new Office(database, mailed("ani", Language.EN))) {
            office.drop("a.csv", LATE);
            office.night(0);
            giveUp(office);
            office.drop("b.csv", "K-SECOND,B276,1,UKPBJ,2026-02-27 08:00,\n");
            office.night(1);
            office.deliver();
            assertThat(text(mailsTo("ani").get(0)))
                    .contains("! An earlier message was not delivered (number 1, night 2026-03-03, email): The mail "
                            + "server refused the message (code 550).")
                    .contains("New: 2");

            office.night(2);
            office.deliver();
            assertThat(text(mailsTo("ani").get(1))).contains("Still overdue: 2").doesNotContain("!", "New");
        }
    }

    /** What falls due is told each night until then; what was done without effect once. */
    @ParameterizedTest
    @EnumSource
    void followUpIsToldWhenItFallsDueAndWhenItWasDoneInVain(TestDatabase database) throws Exception {
        try (Office office = new Office(database, mailed("ani", Language.EN), hooked("hook"))) {
            Path inbox = folder.resolve("inbox/UKPBJ");
            Files.writeString(inbox.resolve("first.json"), survey("S-1", "2025-07-01", "2025-12-31", "3.20"));
            Files.writeString(inbox.resolve("rtl.json"), """
                    {"followUps": [{"survey": "S-1", "unit": "UKPBJ", "period": {"start": "2025-07-01", "end": "2025-12-31"},
                     "plan": [{"id": "1", "element": "Biaya", "activity": "Papan tarif", "quarters": ["TW I 2026"], "owner": "Seksi A"},
                              {"id": "2", "element": "Waktu", "activity": "Loket", "quarters": ["TW I 2026"], "owner": "Seksi B"},
                              {"id": "3", "element": "Waktu", "activity": "Antrean", "quarters": ["TW II 2026"], "owner": "Seksi B"}],
                     "realisations": [{"plan": "2", "done": true, "evidence": ["foto.jpg"]}]}]}
                    """);
            office.night(20);
            office.deliver();
            assertThat(mailsTo("ani"))
                    .singleElement()
                    .satisfies(mail -> assertThat(text(mail)).doesNotContain("quarter ends", "did not rise"));

            Files.writeString(inbox.resolve("next.json"), survey("S-2", "2026-01-01", "2026-03-15", "3.20"));
            office.night(21);
            office.deliver();
            assertThat(text(mailsTo("ani").get(1)))
                    .contains(
                            "Follow-up whose quarter ends within 7 days: 1\n- 2026-03-31 | S-1 | 1 Papan tarif | Seksi A")
                    .contains("Follow-up done, but the unsur did not rise: 1\n- S-1 | 2 Loket | Waktu Penyelesaian "
                            + "3.20 to 3.20 (S-2) | Seksi B");
            JsonNode unit = posted.get(posted.size() - 1).at("/data/units/0");
            assertThat(unit.at("/followUpsDue/first/0/lastDay").asString()).isEqualTo("2026-03-31");
            assertThat(unit.at("/followUpsWithoutEffect/first/0/effect").asString())
                    .isEqualTo("unchanged");

            office.night(22);
            office.deliver();
            assertThat(text(mailsTo("ani").get(2)))
                    .contains("Follow-up whose quarter ends within 7 days: 1\n")
                    .doesNotContain("did not rise");
        }
    }

    private static String survey(String id, String start, String end, String mean) {
        String elements = OurRules.RULES.regulations().find("permenpanrb-14-2017").orElseThrow().unsur().stream()
                .map(unsur -> "{\"name\": \"" + unsur.name() + "\", \"mean\": " + mean + "}")
                .collect(Collectors.joining(","));
        return "{\"surveys\": [{\"id\": \"" + id + "\", \"unit\": \"UKPBJ\", \"regulation\": "
                + "\"permenpanrb-14-2017\", \"period\": {\"start\": \"" + start + "\", \"end\": \"" + end
                + "\"}, \"respondents\": 160, \"published\": {\"elements\": [" + elements + "]}}]}";
    }

    /** A process may be killed between a night and its digest. */
    @ParameterizedTest
    @EnumSource
    void nightsThatWereNotToldAreToldWithTheNextOne(TestDatabase database) throws Exception {
        try (Office office = new Office(database, mailed("ani", Language.EN))) {
            office.night(0);
            office.drop("a.csv", LATE);
            office.run(1);
            office.drop("b.csv", "K-SECOND,B276,1,UKPBJ,2026-02-27 08:00,\n");
            office.night(2);
            office.deliver();
            List<MimeMessage> mails = mailsTo("ani");
            assertThat(text(mails.get(0)))
                    .as("absence of data is no compliance")
                    .contains("! UKPBJ: there never was any data. Nothing can be judged.");
            assertThat(text(mails.get(1))).contains("New: 2").doesNotContain("overdue:", "there never was");
        }
    }

    private static void giveUp(Office office) {
        office.store.write(transaction -> transaction.change("UPDATE notice SET state = 'given-up', due = NULL, "
                + "ended = CURRENT_TIMESTAMP, reason = 'mail-refused', detail = '550'"));
    }

    @ParameterizedTest
    @EnumSource
    void nightsThatDidNotEndAreToldFirst(TestDatabase database) throws Exception {
        try (Office office = new Office(database, mailed("ani", Language.EN))) {
            office.drop("broken.csv", "\0\0\0");
            Files.writeString(folder.resolve("inbox/UKPBJ/broken.xlsx"), "no workbook");
            NightOutcome night = office.night(0);
            office.deliver();
            assertThat(text(mailsTo("ani").get(0)))
                    .contains(
                            "! UKPBJ, night of 2026-03-03: the file broken.xlsx could not be read and is in quarantine");

            NightOutcome unfinished = new NightOutcome(night.night(), List.of(), null, null, false);
            office.tell(FIRST.plusDays(1), night.night().asOf(), List.of(unfinished));
            office.deliver();
            MimeMessage told = mailsTo("ani").get(1);
            assertThat(told.getSubject()).isEqualTo("[patuh] 2026-03-04: NOT COMPLETE");
            assertThat(text(told)).contains("\n\n! The night of 2026-03-03 of UKPBJ DID NOT FINISH.");
        }
    }

    @Test
    void whatStandsInFilesStaysTextAndLongHeadingsAreCut() throws Exception {
        try (Office office = new Office(TestDatabase.H2, mailed("ani", Language.EN))) {
            String row = ",B276,1,UKPBJ,2026-02-27 08:00,\n";
            String hostile = "\"" + HOSTILE.replace("\"", "\"\"") + "\"" + row.replace("UKPBJ", "<i>UKPBJ</i>");
            office.drop("a.csv", hostile, "K-2" + row, "K-3" + row, "K-4" + row, "K-5" + row);
            office.night(0);
            office.deliver();
            office.waive(Target.ofCase("K-2", null), "<b>agreed</b>");
            office.night(1);
            office.deliver();

            MimeMessage told = mailsTo("ani").get(1);
            assertThat(told.getSubject()).isEqualTo("[patuh] 2026-03-04: 4 overdue, 1 waiver ending");
            assertThat(html(told))
                    .contains("K-&lt;script&gt;alert(1)&lt;/script&gt;\\u202e&amp;&quot;&#39;", "and 1 more")
                    .contains("&lt;i&gt;UKPBJ", "&lt;b&gt;agreed", "2026-03-09 00:00")
                    .doesNotContain("<script", "<b>", "<i>", "\u202e", "src=", "href=");
        }
    }

    @Test
    void everythingWrongWithSettingsIsNamedByItsKey() {
        Recipient nobody = new Recipient("a", null, null, Language.EN, ZONE, List.of(" "));
        Recipient twice = new Recipient("a", "a@b@c", HOOK, Language.EN, ZONE, List.of());
        DigestSettings settings = new DigestSettings(null, Arrays.asList(nobody, twice), 0, 0, 61);

        assertThat(settings.problems("patuh.digest"))
                .extracting(SettingProblem::key, SettingProblem::reason)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"patuh.digest.due-within-days\", \"setting-out-of-bounds\")",
                        "(\"patuh.digest.lines\", \"setting-out-of-bounds\")",
                        "(\"patuh.digest.answer-within-seconds\", \"setting-out-of-bounds\")",
                        "(\"patuh.digest.recipients[0]\", \"setting-no-channel\")",
                        "(\"patuh.digest.recipients[0].units\", \"setting-unit-empty\")",
                        "(\"patuh.digest.recipients[1].email\", \"setting-address\")",
                        "(\"patuh.digest.recipients[1].name\", \"setting-recipient-twice\")",
                        "(\"patuh.digest.recipients[1].email\", \"setting-mail-absent\")");
    }
}
