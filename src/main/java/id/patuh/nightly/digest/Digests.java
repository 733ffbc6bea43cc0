package id.patuh.nightly.digest;

import id.patuh.notice.Content;
import id.patuh.notice.Message;
import id.patuh.notice.Outbox;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Makes the digests of nights, each once, whoever tries and how often. */
public final class Digests {

    private final Store store;
    private final Outbox outbox;
    private final DigestSettings settings;
    private final Clock clock;

    /** @param settings without problems */
    public Digests(Store store, Outbox outbox, DigestSettings settings, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What became of a digest.
     *
     * @param messages how many there are for whom there is something to tell; 0 where it was made before
     * @param unreceived units and inboxes of which there is something to tell, and nobody who is told
     */
    public record Made(int messages, SortedSet<String> unreceived) {}

    /** The date of the last digest; empty before the first one. */
    public Optional<LocalDate> last() {
        return store.read(transaction -> new DigestTables(transaction).last());
    }

    /** Makes the digest of a night: puts its messages into the outbox. Nothing where it was made before. */
    public Made make(DigestRequest request) {
        if (store.read(transaction -> new DigestTables(transaction).isMade(request.date()))) {
            return new Made(0, Collections.emptySortedSet());
        }
        DigestGatherer gatherer = new DigestGatherer(store, outbox, settings, request);
        gatherer.gather();
        List<Digest> digests =
                settings.recipients().stream().map(gatherer::digest).toList();
        int messages = store.write(transaction -> {
            DigestTables tables = new DigestTables(transaction);
            if (tables.isMade(request.date())) {
                return 0;
            }
            tables.add(request.date(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            int added = 0;
            for (Digest digest : digests) {
                // Those who are told nothing were told all there is.
                tell(tables, digest.recipient(), event(request), gatherer);
                added += digest.isEmpty() ? 0 : add(transaction, digest, request);
            }
            return added;
        });
        return new Made(messages, gatherer.unreceived());
    }

    private static String event(DigestRequest request) {
        return "night " + request.date();
    }

    private static void tell(DigestTables tables, Recipient recipient, String event, DigestGatherer gatherer)
            throws SQLException {
        for (var told : gatherer.told(recipient).entrySet()) {
            tables.tell(recipient.name(), told.getKey(), event, told.getValue());
        }
    }

    private int add(Transaction transaction, Digest digest, DigestRequest request) throws SQLException {
        outbox.told(transaction, digest.undelivered());
        return outbox.add(transaction, messages(digest, event(request), request));
    }

    private static List<Message> messages(Digest digest, String event, DigestRequest request) {
        Recipient recipient = digest.recipient();
        List<Message> messages = new ArrayList<>();
        if (recipient.email() != null) {
            DigestPage page = new DigestWords(digest, request.ruleSet()).page();
            Content mail = new Content.Mail(page.subject(), PlainDigest.of(page), HtmlDigest.of(page));
            messages.add(new Message(event, recipient.name(), mail));
        }
        if (recipient.webhook() != null) {
            String json = new DigestJson(digest, request.ruleSet()).text();
            messages.add(new Message(event, recipient.name(), new Content.Payload(json)));
        }
        return messages;
    }
}
