package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.report.RuleEvent;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What became of a rule, from one published version to the next. */
class RuleHistoryTest {

    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");
    private static final String RULE =
            "package rules;\nrule \"R\"\n    @id(a-rule)\n    @severity(%s)\nwhen\nthen\nend\n";

    private final MovingClock clock = new MovingClock(START);

    @ParameterizedTest
    @EnumSource
    void aRuleIsAddedChangedTakenBackAndRemoved(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url)) {
            Rulebook rulebook = new Rulebook(store, clock, new StubExaminer());
            for (String engineer : List.of("ani", "budi")) {
                rulebook.giveRole(engineer, Role.ENGINEER, "ani");
            }
            Map<String, String> files = new HashMap<>(Map.of("policy.yaml", "rules: []", "other.md", "1"));
            publish(rulebook, files, null);
            files.put("drl/a.drl", RULE.formatted("MAJOR"));
            publish(rulebook, files, null);
            files.put("other.md", "2");
            publish(rulebook, files, null);
            rulebook.draft(content(Map.of("drl/a.drl", RULE.formatted("INFO"))), "ani", "never published", 3L);
            files.put("drl/a.drl", RULE.formatted("MINOR"));
            Instant later = START.plusSeconds(86_400);
            publish(rulebook, files, later);
            rulebook.rollBack(3, "budi", "too lenient");
            files.remove("drl/a.drl");
            files.put("policy.yaml", "rules: [] # nothing");
            publish(rulebook, files, null);

            List<RuleEvent> events = rulebook.history("a-rule");
            assertThat(events)
                    .extracting(e -> e.version() + " " + e.kind() + " " + e.comment() + " " + e.rolledBack())
                    .containsExactly(
                            "2 ADDED drl/a.drl false",
                            "5 CHANGED drl/a.drl false",
                            "3 CHANGED too lenient true",
                            "6 REMOVED other.md false");
            RuleEvent changed = events.get(1);
            assertThat(List.of(changed.author(), changed.approver(), changed.publisher(), changed.effectiveFrom()))
                    .isEqualTo(List.of("ani", "budi", "ani", later));
            assertThat(changed.changes())
                    .singleElement()
                    .hasToString("RuleSetChange[area=RULE, item=a-rule, field=severity, before=major, after=minor]");
            assertThat(rulebook.history("no-rule")).isEmpty();
            assertThat(rulebook.history("a")).isEmpty();

            alteredFilesAreNotTold(database, url, rulebook);
        }
    }

    private static void alteredFilesAreNotTold(TestDatabase database, String url, Rulebook rulebook)
            throws SQLException {
        try (Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            database.disarm(intruder);
            statement.execute("UPDATE rule_file SET content = (SELECT MAX(content) FROM rule_file WHERE sha256 = "
                    + "(SELECT MIN(file_sha256) FROM rule_set_file WHERE path = 'other.md')) WHERE sha256 IN "
                    + "(SELECT file_sha256 FROM rule_set_file WHERE path = 'drl/a.drl')");
        }
        assertThat(catchThrowableOfType(RulebookException.class, () -> rulebook.history("a-rule"))
                        .problem()
                        .reason())
                .isEqualTo("file-altered");
    }

    /** The version made of the latest one; its comment names the file that holds rules, or another one. */
    private static void publish(Rulebook rulebook, Map<String, String> files, Instant from) {
        Long parent = rulebook.history().latest().map(Version::id).orElse(null);
        String comment = files.containsKey("drl/a.drl") ? "drl/a.drl" : "other.md";
        long id = rulebook.draft(content(files), "ani", comment, parent).id();
        rulebook.test(id, "ani");
        rulebook.propose(id, "ani", "");
        rulebook.approve(id, "budi", "");
        rulebook.publish(id, "ani", from);
    }

    private static RuleSetContent content(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return RuleSetContent.of(bytes);
    }
}
