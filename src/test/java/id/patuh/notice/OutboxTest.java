package id.patuh.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

    private static final String NIGHT = "night 2026-03-02";
    private static final Outcome SENT = new Outcome.Sent();
    private static final Outcome DOUBTFUL = new Outcome.Doubtful(new Failure("notice-unanswered", null));
    private static final Outcome DEFERRED = Outcome.Deferred.of("mail-unreachable", null);
    private static final Outcome REFUSED = Outcome.Refused.of("mail-refused", "550");

    private final StandingClock clock = new StandingClock();
    private final Backoff backoff = new Backoff(new Random(1));

    private static Message mail(String event, String recipient) {
        return new Message(event, recipient, new Content.Mail("Malam", "Tiga é", "<p>Tiga é</p>"));
    }

    private Outbox outbox(Store store) {
        return new Outbox(store, transaction -> clock.now());
    }

    private static int add(Store store, Outbox outbox, Message... messages) {
        return store.write(transaction -> outbox.add(transaction, List.of(messages)));
    }

    private static NoticeState state(Outbox outbox) {
        return outbox.all().get(0).state();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAddedAgainIsNotAddedAndWhatFailsAddsNothing(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Outbox outbox = new Outbox(store);
            Message webhook = new Message(NIGHT, "ani", new Content.Payload("{}"));
            assertThat(add(store, outbox, mail(NIGHT, "ani"), webhook)).isEqualTo(2);
            assertThat(add(store, outbox, mail(NIGHT, "ani"), mail(NIGHT, "budi")))
                    .isEqualTo(1);
            assertThatThrownBy(() -> store.write(transaction -> {
                        outbox.add(transaction, List.of(mail("night 2026-03-03", "ani")));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(outbox.all()).extracting(Notice::recipient).containsExactly("budi", "ani", "ani");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nodesThatDeliverAtOnceTakeEachMessageOnce(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Outbox outbox = new Outbox(store);
            IntStream.range(0, 40).forEach(i -> add(store, outbox, mail("night " + i, "ani")));
            List<CompletableFuture<List<Long>>> nodes = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> takeAll(outbox)))
                    .toList();

            List<Long> taken =
                    nodes.stream().flatMap(node -> node.join().stream()).toList();

            assertThat(taken).doesNotHaveDuplicates().hasSize(40);
        }
    }

    private static List<Long> takeAll(Outbox outbox) {
        List<Long> taken = new ArrayList<>();
        for (Optional<Parcel> next = outbox.take(); next.isPresent(); next = outbox.take()) {
            taken.add(next.get().id());
        }
        return taken;
    }

    /** Killed before the end of the mail: nobody has it. */
    @ParameterizedTest
    @EnumSource
    void whatWasTakenAndNotHandedOverIsTriedAgainUnderTheSameId(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Outbox outbox = outbox(store);
            add(store, outbox, mail(NIGHT, "ani"));
            Parcel first = outbox.take().orElseThrow();
            assertThat(outbox.take()).isEmpty();

            clock.pass(Outbox.LEASE);
            Parcel second = outbox.take().orElseThrow();

            assertThat(second.messageId()).isEqualTo(first.messageId());
            assertThat(second.content()).isEqualTo(first.content());
            assertThat(outbox.handOver(first)).isFalse();
            assertThat(outbox.note(first, SENT, backoff)).isEmpty();
            assertThat(outbox.handOver(second)).isTrue();
        }
    }

    /** Killed after the end of the mail: somebody may have it. */
    @ParameterizedTest
    @EnumSource
    void whatWasHandedOverIsInDoubtAndNotSentAgainByItself(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Outbox outbox = outbox(store);
            add(store, outbox, mail(NIGHT, "ani"), mail(NIGHT, "budi"));
            Parcel parcel = outbox.take().orElseThrow();
            outbox.handOver(parcel);

            clock.pass(Outbox.LEASE);
            assertThat(outbox.take().orElseThrow().recipient()).isEqualTo("budi");
            clock.pass(Outbox.PATIENCE);
            assertThat(outbox.take().orElseThrow().recipient()).isEqualTo("budi");

            assertThat(outbox.untold("ani"))
                    .extracting(Notice::state, Notice::failure)
                    .containsExactly(tuple(NoticeState.IN_DOUBT, new Failure("notice-unanswered", null)));
            // Whoever was frozen for so long knows.
            assertThat(outbox.note(parcel, SENT, backoff)).contains(NoticeState.SENT);
            assertThat(outbox.untold("ani")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsWaitsLongerEachTimeAndIsGivenUpAfterThreeDays(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Outbox outbox = outbox(store);
            add(store, outbox, mail(NIGHT, "ani"));
            Instant begun = clock.now();
            List<Long> pauses = new ArrayList<>();
            while (outbox.all().get(0).state() == NoticeState.WAITING) {
                Parcel parcel = outbox.take().orElseThrow();
                outbox.note(parcel, DEFERRED, backoff);
                Notice notice = outbox.all().get(0);
                if (notice.due() != null) {
                    Duration pause = Duration.between(clock.now(), notice.due());
                    pauses.add(pause.toMinutes());
                    clock.pass(pause);
                }
            }

            assertThat(pauses.get(0)).isBetween(0L, 1L);
            assertThat(pauses.get(4)).isBetween(12L, 20L);
            assertThat(pauses).allMatch(minutes -> minutes <= 288).hasSizeBetween(20, 40);
            assertThat(Duration.between(begun, clock.now()).toHours()).isBetween(72L, 77L);
            assertThat(outbox.untold("ani")).extracting(Notice::state).containsExactly(NoticeState.GIVEN_UP);
        }
    }

    @Test
    void aPauseThatIsAskedForIsKept() {
        assertThat(backoff.after(1, Duration.ofHours(9))).isEqualTo(Duration.ofHours(9));
        assertThat(backoff.after(1000, Duration.ZERO)).isLessThan(Duration.ofHours(5));
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedCanBeSentAgainByHandUnlessItWasSent(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Outbox outbox = outbox(store);
            add(store, outbox, mail(NIGHT, "ani"));
            long id = outbox.all().get(0).id();
            assertNotEnded(outbox, id, "waiting");
            for (Outcome outcome : List.of(DOUBTFUL, REFUSED, SENT)) {
                outbox.note(outbox.take().orElseThrow(), outcome, backoff);
                List<Notice> untold = outbox.untold("ani");
                store.write(transaction -> {
                    outbox.told(transaction, untold);
                    return null;
                });
                assertThat(outbox.untold("ani")).isEmpty();
                if (outcome != SENT) {
                    outbox.sendAgain(id);
                }
            }
            assertThat(state(outbox)).isEqualTo(NoticeState.SENT);
            assertNotEnded(outbox, id, "sent");
            assertThat(catchThrowableOfType(NoticeException.class, () -> outbox.sendAgain(id + 1))
                            .reason())
                    .isEqualTo("notice-unknown");
        }
    }

    private static void assertNotEnded(Outbox outbox, long id, String state) {
        NoticeException refused = catchThrowableOfType(NoticeException.class, () -> outbox.sendAgain(id));
        assertThat(refused.reason()).isEqualTo("notice-not-ended");
        assertThat(refused.details()).containsEntry("state", state);
    }
}
