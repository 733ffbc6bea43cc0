package id.patuh.notice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Delivers what waits in the outbox. Several nodes may do so at once. */
public final class Delivery {

    private final Outbox outbox;
    private final Map<Channel, Courier> couriers;
    private final Backoff backoff;

    /** @param mail takes the mails; null where settings have no mail server */
    public Delivery(Outbox outbox, MailCourier mail, WebhookCourier webhooks) {
        this(outbox, couriers(mail, webhooks), new Backoff(ThreadLocalRandom.current()::nextLong));
    }

    Delivery(Outbox outbox, Map<Channel, Courier> couriers, Backoff backoff) {
        this.outbox = outbox;
        this.couriers = Map.copyOf(couriers);
        this.backoff = backoff;
    }

    private static Map<Channel, Courier> couriers(MailCourier mail, WebhookCourier webhooks) {
        Courier none = (parcel, handOver) -> Outcome.Deferred.of("mail-not-set-up", null);
        return Map.of(Channel.EMAIL, mail == null ? none : mail, Channel.WEBHOOK, webhooks);
    }

    /**
     * Tries each message once that is to be tried by now.
     *
     * @return how many of those that were tried are how far now
     */
    public Map<NoticeState, Integer> deliver() {
        Map<NoticeState, Integer> tried = new EnumMap<>(NoticeState.class);
        for (Optional<Parcel> next = outbox.take(); next.isPresent(); next = outbox.take()) {
            Parcel parcel = next.get();
            Outcome outcome = couriers.get(parcel.content().channel()).deliver(parcel, () -> outbox.handOver(parcel));
            outbox.note(parcel, outcome, backoff).ifPresent(state -> tried.merge(state, 1, Integer::sum));
        }
        return Collections.unmodifiableMap(tried);
    }
}
