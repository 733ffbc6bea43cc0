package id.patuh.ledger.life;

import static id.patuh.ledger.waiver.ScopeOfTest.fingerprint;
import static id.patuh.ledger.waiver.ScopeOfTest.violation;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.waiver.ScopeOfTest;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifePagesTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T18:30:00Z");
    private static final String SCOPE = "unit";

    /** Page by page comes what the ledger has, in the order of its heaviest, whether columns tell it or only words. */
    @ParameterizedTest
    @EnumSource
    void pagesHaveAllThatIsAskedForAndNothingTwice(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, SCOPE);
            List<Violation> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(violation("step-late", Severity.values()[i % 4], "Dinas", "K" + i));
                all.add(violation("case-stalled", Severity.values()[i % 3], "Dinas", "K" + i));
            }
            scope.night(NIGHT, all.toArray(Violation[]::new));
            Violation gone = all.get(3);
            scope.night(NIGHT.plus(Duration.ofDays(1)), all.get(2), gone);
            Violation fresh = violation("step-late", Severity.INFO, "Dinas", "K50");
            scope.night(NIGHT.plus(Duration.ofDays(2)), all.get(2), fresh);

            for (Set<State> states : List.of(
                    EnumSet.noneOf(State.class),
                    EnumSet.of(State.PERSISTING),
                    EnumSet.of(State.NEW, State.REOPENED),
                    EnumSet.of(State.RESOLVED))) {
                Predicate<LifeOutline> any = violation -> true;
                for (int most : new int[] {1, 5, 100}) {
                    List<String> told = fingerprints(store, query(states, null, null), most);
                    assertThat(told).isEqualTo(expected(store, states));
                    assertThat(fingerprints(store, query(states, null, any), most))
                            .isEqualTo(told);
                }
            }
            assertThat(fingerprints(store, query(Set.of(), "k11", null), 1))
                    .containsExactlyInAnyOrder(fingerprint(all.get(22)), fingerprint(all.get(23)));
            LifeQuery ofCase = new LifeQuery(Set.of(), Set.of(Severity.MAJOR), "case-stalled", "K1", "", "", null);
            assertThat(new LifePages(store).page(SCOPE, ofCase, null, 5).violations())
                    .extracting(LifeViolation::fingerprint)
                    .containsExactly(fingerprint(gone));
            // What a page is behind of need not be asked for.
            assertThat(new LifePages(store)
                            .page(SCOPE, query(Set.of(State.PERSISTING), "k", null), fingerprint(gone), 100)
                            .violations())
                    .isNotEmpty();
        }
    }

    /** Of very many those that words are asked of are found page by page, each of which goes through a few. */
    @ParameterizedTest
    @EnumSource
    void searchesOfVeryManyGoOnFromPageToPage(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, SCOPE);
            List<Violation> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(violation("step-late", Severity.MAJOR, "Dinas", (i % 7 == 0 ? "Q" : "K") + i));
            }
            scope.night(NIGHT, all.toArray(Violation[]::new));

            LifePages pages = new LifePages(store, 4);
            for (int most : new int[] {1, 2, 5}) {
                List<String> found = new ArrayList<>();
                String behind = null;
                int asked = 0;
                do {
                    LifePage page = pages.page(SCOPE, query(Set.of(), "q", null), behind, most);
                    assertThat(page.count()).isNull();
                    page.violations().forEach(violation -> found.add(violation.fingerprint()));
                    behind = page.next();
                    asked++;
                } while (behind != null);
                assertThat(found)
                        .containsExactlyInAnyOrder(
                                fingerprint(all.get(0)), fingerprint(all.get(7)), fingerprint(all.get(14)));
                assertThat(asked).isGreaterThanOrEqualTo(20 / 4);
            }
            Predicate<LifeOutline> few = violation -> violation.fingerprint().equals(fingerprint(all.get(14)));
            assertThat(pages.page(SCOPE, query(Set.of(), "q", few), null, 1).count())
                    .isEqualTo(1);
        }
    }

    private static LifeQuery query(Set<State> states, String text, Predicate<LifeOutline> further) {
        return new LifeQuery(states, Set.of(), null, null, null, text, further);
    }

    private static List<String> fingerprints(Store store, LifeQuery query, int most) {
        List<String> all = new ArrayList<>();
        LifePages pages = new LifePages(store);
        LifePage page = pages.page(SCOPE, query, null, most);
        while (true) {
            assertThat(page.violations()).hasSizeLessThanOrEqualTo(most);
            page.violations().forEach(violation -> all.add(violation.fingerprint()));
            if (page.next() == null) {
                assertThat(page.count()).isEqualTo(all.size());
                return all;
            }
            page = pages.page(SCOPE, query, page.next(), most);
        }
    }

    private static List<String> expected(Store store, Set<State> states) {
        List<LifeViolation> all = new ArrayList<>();
        LifeBook book = new LifeBook(store);
        book.violations(
                book.last(SCOPE).orElseThrow(), states.isEmpty() ? EnumSet.allOf(State.class) : states, all::add);
        return all.stream()
                .sorted(java.util.Comparator.comparing(LifeViolation::severity)
                        .thenComparing(LifeViolation::rule)
                        .thenComparing(LifeViolation::fingerprint))
                .map(LifeViolation::fingerprint)
                .toList();
    }
}
