package id.patuh.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final Reach A = Reach.over(Set.of("a"));
    private static final Reach AB = Reach.over(Set.of("a", "b"));

    @Test
    void noneInCommonIsNowhereAndNotEverywhere() {
        assertThat(A.and(Reach.over(Set.of("b")))).isEqualTo(Reach.NOWHERE);
        assertThat(Reach.NOWHERE.covers("a")).isFalse();
        assertThat(Reach.EVERYWHERE.and(AB)).isEqualTo(AB);
        assertThat(AB.and(A)).isEqualTo(A);
        assertThat(List.of(Reach.NOWHERE.isWithin(A), A.isWithin(AB), AB.isWithin(Reach.EVERYWHERE)))
                .containsOnly(true);
        assertThat(List.of(Reach.EVERYWHERE.isWithin(AB), AB.isWithin(A))).containsOnly(false);
    }

    @Test
    void whoeverIsBoundDoesNothingThatReachesOverAll() {
        Rights bound = new Rights(EnumSet.allOf(Permission.class), A);
        assertThat(bound.permissions()).noneMatch(Permission::isOverall);
        assertThat(bound.may(Permission.SUBMIT, "a")).isTrue();
        assertThat(bound.may(Permission.SUBMIT, "b")).isFalse();
        assertThat(bound.may(Permission.MANAGE_ACCOUNTS)).isFalse();
        assertThat(Rights.NONE.isWithin(bound)).isTrue();
        assertThat(new Rights(EnumSet.allOf(Permission.class), Reach.EVERYWHERE).and(bound))
                .isEqualTo(bound);
    }

    /** Whoever asks for something, or makes it, is not the only one who may allow it; and somebody may do each thing. */
    @Test
    void rolesDivideWhatMayBeDone() {
        assertThat(Role.AUDITOR.permissions())
                .contains(Permission.REQUEST_WAIVERS)
                .doesNotContain(Permission.APPROVE_WAIVERS, Permission.EDIT_RULE_DATA);
        assertThat(Role.QUALITY_MANAGER.permissions()).doesNotContain(Permission.EDIT_RULE_CODE);
        assertThat(Role.VIEWER.permissions()).containsExactlyInAnyOrder(Permission.READ_RESULTS, Permission.READ_RULES);
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        for (Role role : Role.values()) {
            assertThat(role.permissions()).containsAll(Role.VIEWER.permissions());
            assertThat(role.permissions().contains(Permission.MANAGE_ACCOUNTS)).isEqualTo(role == Role.ADMINISTRATOR);
            all.addAll(role.permissions());
        }
        assertThat(all).containsExactlyInAnyOrder(Permission.values());
    }

    private static List<Path> sources(String place) throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/id/patuh", place))) {
            return sources.toList();
        }
    }

    @Test
    void everythingHasItsWordsInBothLanguages() throws IOException {
        Set<String> reasons = new TreeSet<>();
        Pattern refusal = Pattern.compile(
                "(?:AccountException\\(|refuse\\(request, response, )\\s*(?:first \\? )?\"([a-z-]+)\"(?: : \"([a-z-]+)\")?");
        for (String place : List.of("account", "web/access")) {
            for (Path source : sources(place)) {
                refusal.matcher(Files.readString(source)).results().forEach(found -> {
                    reasons.add(found.group(1));
                    if (found.group(2) != null) {
                        reasons.add(found.group(2));
                    }
                });
            }
        }
        assertThat(reasons).contains("last-administrator", "sign-in-refused", "token-long");
        for (Language language : Language.values()) {
            for (String reason : reasons) {
                assertThat(Reasons.text(reason, Map.of(), language)).isNotBlank();
            }
            Stream.of(Role.values()).forEach(role -> language.label("role." + role.word()));
            Stream.of(Permission.values()).forEach(may -> language.label("permission." + may.word()));
            Stream.of(AuditAction.values()).forEach(action -> language.label("audit.action." + action.word()));
            Stream.of(Outcome.values()).forEach(outcome -> language.label("audit.outcome." + outcome.word()));
        }
        Set<String> kept =
                new TreeSet<>(Language.ID.texts("id.patuh.account.reasons").keySet());
        reasons.remove("scope-unusable");
        assertThat(kept).isEqualTo(reasons);
        assertThat(Language.EN.texts("id.patuh.account.reasons").keySet()).isEqualTo(kept);
    }
}
