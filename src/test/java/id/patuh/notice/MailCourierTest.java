package id.patuh.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.notice.FaultyWire.Fault;
import id.patuh.notice.MailServer.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailCourierTest {

    private static final Instant MADE = Instant.parse("2026-03-02T18:30:00Z");
    private static final Courier.HandOver ALLOWED = () -> true;

    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        mailbox = new Mailbox();
    }

    @AfterEach
    void close() throws IOException {
        mailbox.close();
    }

    private static Parcel parcel(String recipient) {
        Content mail = new Content.Mail("Kasus – 3 baru", "Tiga pelanggaran.\n.\nBerkas é", "<p>Tiga</p>");
        return new Parcel(1, 1, 1, "3d0f", recipient, mail, MADE, MADE.plusSeconds(1));
    }

    @Test
    void aMailComesAsItWasWritten() throws MessagingException, IOException {
        Outcome outcome = mailbox.courier().deliver(parcel("ani"), ALLOWED);

        assertThat(outcome).isEqualTo(new Outcome.Sent());
        MimeMessage mail = mailbox.mails().get(0);
        assertThat(mail.getSubject()).isEqualTo("Kasus – 3 baru");
        assertThat(mail.getMessageID()).isEqualTo("<3d0f@example.go.id>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(MADE));
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(Mailbox.ADDRESS);
        assertThat(parts(mail)).containsExactly("Tiga pelanggaran.\r\n.\r\nBerkas é", "<p>Tiga</p>");
    }

    private static List<String> parts(MimeMessage mail) throws MessagingException, IOException {
        MimeMultipart both = (MimeMultipart) mail.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        return List.of(
                both.getBodyPart(0).getContent().toString(),
                both.getBodyPart(1).getContent().toString());
    }

    /** Only where the mail may have been taken is it in doubt. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CUT_AT_ONCE, Deferred, mail-unreachable, -, 0",
                "SILENT_AT_ONCE, Deferred, mail-unreachable, -, 0",
                "CUT_BEFORE_CONTENT, Deferred, mail-unreachable, -, 0",
                "CUT_AFTER_END, Doubtful, notice-unanswered, -, 1",
                "SILENT_AFTER_END, Doubtful, notice-unanswered, -, 1",
                "CUT_BEFORE_END, Doubtful, notice-unanswered, -, 0",
                "RECIPIENT_DEFERRED, Deferred, mail-deferred, 451, 0",
                "RECIPIENT_REFUSED, Refused, mail-refused, 550, 0",
                "CONTENT_DEFERRED, Deferred, mail-deferred, 451, 0",
                "CONTENT_REFUSED, Refused, mail-refused, 550, 0"
            })
    void whatHappensOnTheWayIsTold(Fault fault, String outcome, String reason, String code, int taken) {
        mailbox.wire.have(fault);

        Outcome told = mailbox.courier().deliver(parcel("ani"), ALLOWED);

        assertThat(told.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(told).extracting("failure").isEqualTo(new Failure(reason, code));
        assertThat(mailbox.mails()).hasSize(taken);
    }

    @Test
    void whatFailsAfterTheMailWasTakenIsNoFailure() {
        mailbox.wire.have(Fault.CUT_AT_QUIT);

        assertThat(mailbox.courier().deliver(parcel("ani"), ALLOWED)).isEqualTo(new Outcome.Sent());
    }

    @Test
    void aMailThatIsAnotherOnesByNowIsNotHandedOver() {
        Outcome outcome = mailbox.courier().deliver(parcel("ani"), () -> false);

        assertThat(outcome).isEqualTo(new Outcome.Lost());
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws IOException {
        MailCourier courier = mailbox.courier();
        mailbox.close();

        assertThat(courier.deliver(parcel("ani"), ALLOWED)).isEqualTo(Outcome.Deferred.of("mail-unreachable", null));
    }

    @Test
    void whoeverMustLogInDoes() {
        mailbox.demand("patuh", "rahasia");

        assertThat(mailbox.courier(Security.NONE, "patuh", "rahasia").deliver(parcel("ani"), ALLOWED))
                .isEqualTo(new Outcome.Sent());
        assertThat(mailbox.courier(Security.NONE, "patuh", "salah").deliver(parcel("ani"), ALLOWED))
                .isEqualTo(Outcome.Deferred.of("mail-login-refused", null));
    }

    @Test
    void aServerThatDoesNotEncryptIsSentNothing() {
        assertThat(mailbox.courier(Security.STARTTLS, null, null).deliver(parcel("ani"), ALLOWED))
                .isEqualTo(Outcome.Deferred.of("mail-unreachable", null));
        assertThat(mailbox.courier(Security.TLS, null, null).deliver(parcel("ani"), ALLOWED))
                .isEqualTo(Outcome.Deferred.of("mail-unreachable", null));
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void whomTheSettingsNoLongerKnowIsSentNothing() {
        assertThat(mailbox.courier().deliver(parcel("gone"), ALLOWED))
                .isEqualTo(Outcome.Refused.of("recipient-unknown", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b@example.com", "a\nb", "a\u0085b", " "})
    void aSubjectIsOneLine(String subject) {
        assertThatThrownBy(() -> new Content.Mail(subject, "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a@b@c", "Ani <a@b.id>", "a@b.id,c@d.id", "a@b.id\r\nBcc: c@d.id", "é@b.id", "@b.id", "a@"})
    void whatIsNoPlainAddressIsNone(String address) {
        assertThat(MailServer.addressProblems("to", address)).hasSize(1);
    }

    @Test
    void everythingWrongWithAServerIsNamed() {
        MailServer none = new MailServer(" ", 0, Security.NONE, "patuh", new Secret("x"), "patuh");

        assertThat(none.problems("mail"))
                .extracting(SettingProblem::key)
                .containsExactly("mail.host", "mail.port", "mail.security", "mail.from");
        assertThat(none.toString()).doesNotContain("Secret[", "x,");
    }
}
