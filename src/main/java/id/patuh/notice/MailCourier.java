package id.patuh.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Takes mails to a server by SMTP. */
public final class MailCourier implements Courier {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final String UTF_8 = "UTF-8";
    private static final int FOR_NOW = 400;
    private static final int FOR_GOOD = 500;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MailServer server;
    private final Function<String, Optional<String>> addresses;

    /**
     * The courier to a server.
     *
     * @param addresses gives the address of a recipient by name; empty for whom settings no longer know, or give none
     * @param answering how long any answer of the server, or anything that is written to it, may take
     */
    public MailCourier(MailServer server, Function<String, Optional<String>> addresses, Duration answering) {
        this.server = server;
        this.addresses = addresses;
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setUsername(server.user());
        sender.setPassword(server.password() == null ? null : server.password().reveal());
        sender.setJavaMailProperties(properties(server, answering));
    }

    private static Properties properties(MailServer server, Duration answering) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.setProperty("mail.smtp.timeout", Long.toString(answering.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", Long.toString(answering.toMillis()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        boolean starttls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        boolean tls = server.security() == MailServer.Security.TLS;
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Else the name of this machine, which may take its time and is nobody's business.
        properties.setProperty("mail.smtp.localhost", server.domain());
        return properties;
    }

    @Override
    public Outcome deliver(Parcel parcel, HandOver handOver) {
        Optional<String> address = addresses.apply(parcel.recipient());
        if (address.isEmpty()) {
            return Outcome.Refused.of("recipient-unknown", null);
        }
        try {
            return send(new Mail(sender.getSession(), handOver), parcel, address.get());
        } catch (MessagingException e) {
            return Outcome.Refused.of("mail-unusable", null);
        }
    }

    private Outcome send(Mail mail, Parcel parcel, String address) throws MessagingException {
        write(mail, parcel, address);
        try {
            sender.send(mail);
            return new Outcome.Sent();
        } catch (MailAuthenticationException e) {
            return Outcome.Deferred.of("mail-login-refused", null);
        } catch (MailSendException e) {
            return failed(mail, e.getFailedMessages().get(mail));
        } catch (MailException e) {
            return Outcome.Refused.of("mail-unusable", null);
        }
    }

    private void write(Mail mail, Parcel parcel, String address) throws MessagingException {
        Content.Mail content = (Content.Mail) parcel.content();
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address, true));
        mail.setSubject(content.subject(), UTF_8);
        mail.setSentDate(Date.from(parcel.made()));
        mail.setHeader("Message-ID", "<" + parcel.messageId() + "@" + server.domain() + ">");
        // Answers of machines are for nobody.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    /** @param failure null where nothing but the end of the connection failed, or what hid behind that */
    private static Outcome failed(Mail mail, Exception failure) {
        if (mail.lost || failure == null && !mail.handedOver) {
            return new Outcome.Lost();
        }
        if (failure == null) {
            return new Outcome.Sent();
        }
        int code = code(failure);
        if (code >= FOR_GOOD) {
            return Outcome.Refused.of("mail-refused", Integer.toString(code));
        }
        if (code >= FOR_NOW) {
            return Outcome.Deferred.of("mail-deferred", Integer.toString(code));
        }
        return mail.handedOver
                ? new Outcome.Doubtful(new Failure("notice-unanswered", null))
                : Outcome.Deferred.of("mail-unreachable", null);
    }

    /** The worst answer of the server; 0 or less where it gave none. */
    private static int code(Throwable failure) {
        int code = 0;
        for (Throwable each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPSendFailedException e) {
                code = Math.max(code, e.getReturnCode());
            } else if (each instanceof SMTPAddressFailedException e) {
                code = Math.max(code, e.getReturnCode());
            } else if (each instanceof SMTPSenderFailedException e) {
                code = Math.max(code, e.getReturnCode());
            }
        }
        return code;
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException e ? e.getNextException() : failure.getCause();
    }

    /**
     * A mail that is handed over by its end: a server that never saw the end has not taken it, and what follows the last byte
     * cannot be taken back.
     */
    private static final class Mail extends MimeMessage {

        private final HandOver handOver;
        private boolean handedOver;
        private boolean lost;

        Mail(Session session, HandOver handOver) {
            super(session);
            this.handOver = handOver;
        }

        @Override
        public void writeTo(OutputStream to, String[] ignored) throws IOException, MessagingException {
            super.writeTo(to, ignored);
            if (!handOver.isAllowed()) {
                lost = true;
                throw new IOException("another one's by now");
            }
            handedOver = true;
        }
    }
}
