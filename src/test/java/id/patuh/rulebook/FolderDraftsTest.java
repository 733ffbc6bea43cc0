package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of a watched folder goes as far as it may, and undoes nothing that others did. */
class FolderDraftsTest {

    @Test
    void nobodyApprovesOfWhatHeWatchesHoweverHeSpellsHisName() {
        for (String approver : List.of("ANI", " ani ", "\uff41ni")) {
            assertThat(refusal(() -> new FolderDrafts("ani", approver))).isEqualTo("approver-is-watcher");
        }
    }

    /** Whoever publishes or rolls back beside a watch is not undone by the next change of the folder. */
    @Test
    void nothingIsPublishedOverWhatOthersPublished() {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            Rulebook rulebook = rulebook(store);
            FolderDrafts watch = watch();
            assertThat(take(watch, rulebook, "a")).isEqualTo("1 published");
            assertThat(take(watch, rulebook, "b")).isEqualTo("2 published");
            rulebook.rollBack(1, "budi", "b was wrong");
            assertThat(take(watch, rulebook, "c")).isEqualTo("3 tested parent-superseded");
            assertThat(refusal(() -> take(watch, rulebook, "b"))).isEqualTo("folder-superseded");
            assertThat(take(watch, rulebook, "a"))
                    .as("as it was rolled back to")
                    .isEqualTo("");
            assertThat(take(watch, rulebook, "d")).isEqualTo("4 published");

            FolderDrafts later = watch();
            assertThat(take(later, rulebook, "e")).as("goes on from its own").isEqualTo("5 published");
            publish(rulebook, "other", 5L);
            assertThat(take(later, rulebook, "f")).isEqualTo("7 tested parent-superseded");
            assertThat(take(watch(), rulebook, "g")).isEqualTo("8 tested folder-origin-unknown");
            assertThat(refusal(() -> take(watch(), rulebook, "e"))).isEqualTo("folder-superseded");
            assertThat(rulebook.history().latest().map(Version::id)).contains(6L);
        }
    }

    @Test
    void whatAnEarlierWatchLeftGoesOnFromThere() {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            Rulebook rulebook = rulebook(store);
            take(watch(), rulebook, "a");
            for (int steps = 0; steps < 4; steps++) {
                String content = "b" + steps;
                long parent = rulebook.history().latest().orElseThrow().id();
                long left = rulebook.draft(RulebookTest.content(content), "ani", "as a watch does", parent)
                        .id();
                List<Runnable> way = List.of(
                        () -> rulebook.test(left, "ani"),
                        () -> rulebook.propose(left, "ani", ""),
                        () -> rulebook.approve(left, "budi", ""));
                way.subList(0, steps).forEach(Runnable::run);
                assertThat(take(watch(), rulebook, content)).isEqualTo(left + " published");
            }
            long rejected = rulebook.draft(RulebookTest.content("c"), "ani", "as a watch does", 5L)
                    .id();
            rulebook.reject(rejected, "budi", "no");
            assertThat(refusal(() -> take(watch(), rulebook, "c"))).isEqualTo("version-is-rejected");
            assertThat(rulebook.history().versions()).hasSize(6);
        }
    }

    private FolderDrafts watch() {
        return new FolderDrafts("ani", "budi");
    }

    private static Rulebook rulebook(Store store) {
        Rulebook rulebook =
                new Rulebook(store, new MovingClock(Instant.parse("2026-11-20T01:00:00Z")), new StubExaminer());
        for (String engineer : List.of("ani", "budi", "citra")) {
            rulebook.giveRole(engineer, Role.ENGINEER, "ani");
        }
        return rulebook;
    }

    private static void publish(Rulebook rulebook, String content, Long parent) {
        long id = rulebook.draft(RulebookTest.content(content), "citra", "baru", parent)
                .id();
        rulebook.test(id, "citra");
        rulebook.propose(id, "citra", "");
        rulebook.approve(id, "budi", "");
        rulebook.publish(id, "citra", null);
    }

    /** Number and state of the version, and what stopped it. */
    private static String take(FolderDrafts drafts, Rulebook rulebook, String content) {
        return drafts.take(rulebook, RulebookTest.content(content), "changed")
                .map(result -> result.version().id() + " "
                        + result.version().state().word()
                        + (result.problem() == null
                                ? ""
                                : " " + result.problem().reason()))
                .orElse("");
    }

    private static String refusal(Runnable work) {
        return catchThrowableOfType(RulebookException.class, work::run)
                .problem()
                .reason();
    }
}
