package id.patuh.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.patuh.notice.MailServer.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A real mail server, which can be reached over a wire of which we know what happens on it. */
final class Mailbox implements AutoCloseable {

    static final String ADDRESS = "auditor@example.go.id";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final FaultyWire wire;

    Mailbox() throws IOException {
        server.start();
        wire = new FaultyWire(server.getSmtp().getPort());
    }

    /** The courier to it. */
    MailCourier courier() {
        return courier(Security.NONE, null, null);
    }

    MailCourier courier(Security security, String user, String password) {
        MailServer settings = new MailServer(
                "127.0.0.1",
                wire.port(),
                security,
                user,
                password == null ? null : new Secret(password),
                "patuh@example.go.id");
        return new MailCourier(
                settings, name -> name.equals("gone") ? Optional.empty() : Optional.of(ADDRESS), Duration.ofSeconds(1));
    }

    /** Only whoever knows the password may send. */
    void demand(String user, String password) {
        server.setUser(user, password);
        server.getUserManager().setAuthRequired(true);
    }

    List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** The ids of all mails that came, without what is around them. */
    List<String> ids() throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            ids.add(mail.getMessageID().replaceAll("[<>]|@.*", ""));
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        wire.close();
        server.stop();
    }
}
