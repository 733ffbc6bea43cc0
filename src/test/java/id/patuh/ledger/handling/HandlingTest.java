package id.patuh.ledger.handling;

import static id.patuh.ledger.waiver.ScopeOfTest.fingerprint;
import static id.patuh.ledger.waiver.ScopeOfTest.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.waiver.ScopeOfTest;
import id.patuh.report.Language;
import id.patuh.rulebook.MovingClock;
import id.patuh.rulebook.RulebookException;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandlingTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T18:30:00Z");
    private static final Violation LATE = violation("step-late", Severity.MAJOR, "Dinas", "K1");
    private static final Violation OTHER = violation("step-late", Severity.MAJOR, "Dinas", "K2");

    @ParameterizedTest
    @EnumSource
    void whatPeopleSayStandsWithTheViolationForGood(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            new ScopeOfTest(store, "unit").night(NIGHT, LATE, OTHER);
            MovingClock clock = new MovingClock(NIGHT.plus(Duration.ofHours(8)));
            Handling handling = new Handling(store, clock);
            String late = fingerprint(LATE);

            handling.comment("unit", late, " Sudah ditanyakan. ", "Ani");
            handling.assign("unit", late, "Budi", "", "ani");
            handling.assign("unit", fingerprint(OTHER), "citra", "", "ani");
            clock.set(clock.instant().plus(Duration.ofDays(1)));
            handling.assign("unit", late, "citra", "budi cuti", "ani");

            List<HandlingEntry> entries = handling.of("unit", late);
            assertThat(entries)
                    .extracting(HandlingEntry::comment)
                    .containsExactly("Sudah ditanyakan.", "", "budi cuti");
            assertThat(Handling.assignee(entries)).isEqualTo("citra");
            assertThat(handling.assignees("unit")).isEqualTo(Map.of(late, "citra", fingerprint(OTHER), "citra"));
            assertThat(reason(() -> handling.assign("unit", late, "citra", "", "ani")))
                    .isEqualTo("assigned-already");
            handling.assign("unit", late, null, "", "citra");
            assertThat(handling.assignees("unit")).containsOnlyKeys(fingerprint(OTHER));
            assertThat(handling.of("other", late)).isEmpty();

            LifeBook book = new LifeBook(store);
            String told = new HistoryReport(ScopeOfTest.ZONE, Language.EN)
                    .text(book.violation("unit", late), book.history("unit", late), handling.of("unit", late));
            assertThat(told)
                    .contains("ani commented: Sudah ditanyakan.", "ani assigned citra: budi cuti")
                    .contains("citra: nobody is assigned any more");
        }
    }

    /** Who got no answer sends the same again. */
    @ParameterizedTest
    @EnumSource
    void whatIsSaidTwiceInARowIsSaidOnce(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            new ScopeOfTest(store, "unit").night(NIGHT, LATE);
            List<HandlingEntry> along = new ArrayList<>();
            Handling handling = new Handling(store, new MovingClock(NIGHT), entry -> transaction -> along.add(entry));
            String late = fingerprint(LATE);

            HandlingEntry first = handling.comment("unit", late, "Sudah.", "ani");
            assertThat(handling.comment("unit", late, " Sudah. ", "Ani")).isEqualTo(first);
            handling.comment("unit", late, "Sudah.", "budi");
            handling.assign("unit", late, "budi", "Sudah.", "budi");
            handling.comment("unit", late, "Sudah.", "budi");

            assertThat(handling.of("unit", late))
                    .hasSize(4)
                    .extracting(HandlingEntry::actor)
                    .containsExactly("ani", "budi", "budi", "budi");
            assertThat(along).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeSaidChangesNothing(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            new ScopeOfTest(store, "unit").night(NIGHT, LATE);
            Handling handling = new Handling(store, new MovingClock(NIGHT));
            String late = fingerprint(LATE);
            for (String comment : List.of(" ", "x".repeat(10_001))) {
                assertThatThrownBy(() -> handling.comment("unit", late, comment, "ani"))
                        .isInstanceOf(RulebookException.class);
            }
            assertThat(reason(() -> handling.assign("unit", late, null, "", "ani")))
                    .isEqualTo("unassigned-already");
            assertThat(reason(() -> handling.comment("unit", "0".repeat(32), "x", "ani")))
                    .isEqualTo("violation-unknown");
            assertThat(reason(() -> handling.assign("nowhere", late, "ani", "", "ani")))
                    .isEqualTo("violation-unknown");
            Handling failing = new Handling(store, new MovingClock(NIGHT), entry -> transaction -> {
                throw new IllegalStateException("the audit trail is full");
            });
            assertThatThrownBy(() -> failing.comment("unit", late, "x", "ani"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(handling.of("unit", late)).isEmpty();
        }
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable refused) {
        return catchThrowableOfType(LedgerException.class, refused).reason();
    }
}
