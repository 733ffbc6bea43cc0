package id.patuh.nightly.digest;

import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.notice.Delivery;
import id.patuh.notice.Endpoint;
import id.patuh.notice.MailCourier;
import id.patuh.notice.NoticeState;
import id.patuh.notice.Outbox;
import id.patuh.notice.WebhookCourier;
import id.patuh.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What follows nights: once they are over in all scopes their digest is made, and whatever waits is delivered. May be done
 * again, by anybody, as often as one likes.
 */
public final class Morning {

    /** Whoever waits for a night that does not end is told so. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final NightSettings settings;
    private final DigestSettings told;
    private final Nights nights;
    private final RuleSource rules;
    private final Clock clock;
    private final Outbox outbox;
    private final Digests digests;
    private final Delivery delivery;

    /**
     * What was done.
     *
     * @param messages how many messages the digest gave
     * @param unreceived units and inboxes of which there was something to tell, and nobody who is told
     * @param delivered how many of the messages that were tried are how far now
     */
    public record Done(int messages, SortedSet<String> unreceived, Map<NoticeState, Integer> delivered) {}

    /** @param told without problems */
    public Morning(
            Store store, NightSettings settings, DigestSettings told, Nights nights, RuleSource rules, Clock clock) {
        this.settings = settings;
        this.told = told;
        this.nights = nights;
        this.rules = rules;
        this.clock = clock;
        this.outbox = new Outbox(store);
        this.digests = new Digests(store, outbox, told, clock);
        Duration answering = Duration.ofSeconds(told.answerWithinSeconds());
        MailCourier mail =
                told.mail() == null ? null : new MailCourier(told.mail(), address(Recipient::email), answering);
        Function<String, Optional<Endpoint>> endpoints = address(Recipient::webhook);
        this.delivery = new Delivery(outbox, mail, new WebhookCourier(endpoints, clock, answering));
    }

    private <T> Function<String, Optional<T>> address(Function<Recipient, T> of) {
        return name -> told.recipients().stream()
                .filter(recipient -> recipient.name().equals(name))
                .findFirst()
                .map(of);
    }

    /**
     * Makes the digest of a night where it is time for it, delivers what waits, and forgets what was kept for its time.
     *
     * @param asOf the moment of the night
     */
    public Done follow(Instant asOf) {
        if (settings.retention().personal() != null) {
            outbox.forget(settings.retention().personal());
        }
        if (told.recipients().isEmpty()) {
            return new Done(0, new TreeSet<>(), Map.of());
        }
        LocalDate date = settings.date(asOf);
        Optional<LocalDate> last = digests.last();
        boolean made = last.isPresent() && !last.get().isBefore(date);
        boolean late = clock.instant().isAfter(asOf.plus(PATIENCE));
        Digests.Made digest = new Digests.Made(0, new TreeSet<>());
        if (!made && (late || nights.areOver(date))) {
            List<NightOutcome> since = nights.since(last.orElse(null));
            digest = digests.make(new DigestRequest(
                    date, asOf, settings.zone(), since, rules.inForce(asOf).ruleSet()));
        }
        return new Done(digest.messages(), digest.unreceived(), delivery.deliver());
    }
}
