package id.patuh.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.patuh.notice.FaultyWire.Fault;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens on the way, and wherever the process is killed, nothing is lost and no mail is sent twice. */
class DeliveryModelTest {

    private static final int EVENTS = Integer.getInteger("patuh.events", 24);
    private static final Fault[] FAULTS = Fault.values();

    private final Random random = new Random(20261122);
    private final StandingClock clock = new StandingClock();
    private final ConcurrentLinkedQueue<String> posted = new ConcurrentLinkedQueue<>();

    /** A killed process: nothing that follows is done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Is killed before, while or after a message is taken, now and then. */
    private final class MortalCourier implements Courier {

        private final Courier courier;
        private boolean immortal;

        MortalCourier(Courier courier) {
            this.courier = courier;
        }

        @Override
        public Outcome deliver(Parcel parcel, HandOver handOver) {
            int where = immortal ? 0 : random.nextInt(12);
            if (where == 1) {
                throw new Killed();
            }
            Outcome outcome = courier.deliver(parcel, () -> {
                if (where == 2) {
                    throw new Killed();
                }
                boolean allowed = handOver.isAllowed();
                if (where == 3) {
                    throw new Killed();
                }
                return allowed;
            });
            if (where == 4) {
                throw new Killed();
            }
            return outcome;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNoMailIsSentTwice(TestDatabase database) throws Exception {
        HttpServer web = web();
        try (Store store = Store.open(database.newUrl());
                Mailbox mailbox = new Mailbox()) {
            Outbox outbox = new Outbox(store, transaction -> clock.now());
            MortalCourier mails = new MortalCourier(mailbox.courier());
            MortalCourier webhooks = new MortalCourier(webhooks(web));
            Delivery delivery = new Delivery(
                    outbox, Map.of(Channel.EMAIL, mails, Channel.WEBHOOK, webhooks), new Backoff(random::nextLong));
            for (int event = 0; event < EVENTS; event++) {
                add(store, outbox, "night " + event);
                mailbox.wire.have(FAULTS[event % FAULTS.length]);
                deliver(delivery);
                clock.pass(Duration.ofMinutes(random.nextInt(40)));
            }
            mails.immortal = true;
            webhooks.immortal = true;
            mailbox.wire.have(Fault.NONE);
            for (int i = 0; i < 100; i++) {
                deliver(delivery);
                clock.pass(Duration.ofHours(1));
            }
            assertNothingIsLost(store, outbox, mailbox);
        } finally {
            web.stop(0);
        }
    }

    private HttpServer web() throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean taken = random.nextInt(3) > 0;
            if (taken) {
                posted.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            }
            if (random.nextInt(4) > 0) {
                exchange.sendResponseHeaders(taken ? 204 : 503, -1);
            }
            exchange.close();
        });
        web.start();
        return web;
    }

    private static WebhookCourier webhooks(HttpServer web) {
        Secret secret = new Secret("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        Endpoint endpoint = new Endpoint("http://127.0.0.1:" + web.getAddress().getPort() + "/", secret);
        return new WebhookCourier(name -> Optional.of(endpoint), Clock.systemUTC(), Duration.ofSeconds(1));
    }

    private static void add(Store store, Outbox outbox, String event) {
        List<Message> messages = List.of(
                new Message(event, "ani", new Content.Mail(event, "Tiga", "<p>Tiga</p>")),
                new Message(event, "ani", new Content.Payload("{}")));
        store.write(transaction -> outbox.add(transaction, messages));
    }

    private static void deliver(Delivery delivery) {
        try {
            delivery.deliver();
        } catch (Killed e) {
            // Another process goes on some time later.
        }
    }

    private void assertNothingIsLost(Store store, Outbox outbox, Mailbox mailbox) throws Exception {
        List<String> came = mailbox.ids();
        assertThat(came).doesNotHaveDuplicates();
        Map<Long, String> ids = store.read(transaction -> {
            Map<Long, String> all = new HashMap<>();
            transaction.each(
                    "SELECT id, message_id FROM notice",
                    row -> all.put(row.getLong("id"), row.getString("message_id")));
            return all;
        });
        List<NoticeState> states = new ArrayList<>();
        for (Notice notice : outbox.all()) {
            String id = ids.get(notice.id());
            if (notice.channel() == Channel.WEBHOOK) {
                assertThat(notice.state()).isEqualTo(NoticeState.SENT);
                assertThat(posted).contains("msg_" + id);
                continue;
            }
            states.add(notice.state());
            switch (notice.state()) {
                case SENT -> assertThat(came).contains(id);
                case GIVEN_UP -> assertThat(came).doesNotContain(id);
                default -> assertThat(notice.state()).isEqualTo(NoticeState.IN_DOUBT);
            }
        }
        assertThat(states).hasSize(EVENTS).contains(NoticeState.SENT, NoticeState.IN_DOUBT, NoticeState.GIVEN_UP);
    }
}
