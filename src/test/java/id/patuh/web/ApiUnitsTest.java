package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.ledger.followup.Nightly;
import id.patuh.rulebook.Rulebook;
import id.patuh.ruleset.SmallRules;
import id.patuh.store.TestDatabase;
import id.patuh.web.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The API over HTTP, as programs use it: units and the rulebook. */
class ApiUnitsTest {

    private static final String UNITS = "/api/v1/units";
    private static final String UNIT = UNITS + "/Kecamatan%20D";
    private static final String WAIVERS = UNIT + "/waivers";

    private static RunningServer server;
    private static ApiClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new RunningServer(TestDatabase.H2).settled();
        client = ApiClient.of(server);
        Nightly nights = new Nightly(server.store(), folder);
        for (String file : List.of("b276/violations.csv", "surveys/published.csv", "follow-up/rtl-2026.json")) {
            nights.drop(Path.of(file).getFileName().toString(), Files.readString(Path.of("sample-data", file)));
        }
        nights.until(LocalDate.of(2026, 11, 20));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static JsonNode read(String path) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void unitsShowHowTheyStandAndPageThroughTheirViolations() {
        JsonNode unit = read(UNITS).at("/scopes/0");
        assertThat(unit.get("scope").stringValue()).isEqualTo(Nightly.SCOPE);
        JsonNode standing = read(UNIT);
        assertThat(standing.get("open")).isEqualTo(unit.get("open"));
        assertThat(standing.has("violations")).isFalse();

        List<JsonNode> all = new ArrayList<>();
        String next = UNIT + "/violations?limit=5&severity=major";
        long count = 0;
        while (next != null) {
            JsonNode page = read(next);
            page.get("violations").forEach(all::add);
            count = page.get("count").longValue();
            next = page.get("next").stringValue(null);
        }
        assertThat(all).hasSize((int) count).doesNotHaveDuplicates();
        assertThat(count).isEqualTo(standing.at("/open/major").longValue()).isGreaterThan(5);
        String fingerprint = all.get(0).get("fingerprint").stringValue();
        JsonNode one = read(UNIT + "/violations/" + fingerprint);
        assertThat(one.get("message")).isEqualTo(all.get(0).get("message"));
        assertThat(one.at("/events/0/change").stringValue()).isEqualTo("new");
        assertThat(read(UNIT + "/violations?state=resolved").get("violations")).isEmpty();
        assertThat(client.get(UNIT + "/violations/" + "0".repeat(32)).problem()).isEqualTo("not-found");
        assertThat(client.get(UNITS + "/Kecamatan%20X").problem()).isEqualTo("not-found");
    }

    @Test
    void surveysAndFollowUpsAreThoseOfTheCommandLine() {
        assertThat(read(UNIT + "/surveys?revisions=true").at("/scopes/0/series"))
                .isNotEmpty();
        JsonNode items = read(UNIT + "/follow-ups");
        assertThat(items.get("items")).isNotEmpty();
        String item = items.at("/items/0/item").stringValue();
        assertThat(read(UNIT + "/follow-ups/" + item).get("history")).isNotEmpty();
        String state = items.at("/items/0/state").stringValue();
        assertThat(read(UNIT + "/follow-ups?state=" + state + "&dueWithin=3000&owner=x&zone=Asia/Makassar")
                        .has("summary"))
                .isTrue();
        assertThat(client.get(UNIT + "/follow-ups/none").problem()).isEqualTo("not-found");
    }

    @Test
    void whoeverIsBoundSeesHisUnitsOnly() {
        ApiClient other = ApiClient.ofNew(server, "lain", Role.QUALITY_MANAGER, Reach.over(Set.of("Dinas A")));
        assertThat(other.get(UNITS).json().get("scopes")).isEmpty();
        assertThat(other.get(UNIT).problem()).isEqualTo("not-found");
    }

    @Test
    void aWaiverIsApprovedBySomebodyElseAndThenCovers() {
        ApiClient auditor = ApiClient.ofNew(server, "ani", Role.AUDITOR, Reach.EVERYWHERE);
        JsonNode violation = read(UNIT + "/violations?limit=1").at("/violations/0");
        String asked = """
                {"target": {"fingerprint": "%s"}, "until": "2099-12-31", "reason": "Disepakati", "basis": "ND-7"}""".formatted(violation.get("fingerprint").stringValue());
        Answer made = auditor.postJson(WAIVERS, asked);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = made.header("Location");
        assertThat(auditor.postJson(path + "/approve", "{}").problem()).isEqualTo("forbidden");

        assertThat(client.postJson(path + "/approve", "{\"comment\": \"Setuju\"}")
                        .json()
                        .at("/waivers/0/state")
                        .stringValue())
                .isEqualTo("in-force");
        assertThat(read(path).at("/waivers/0/open").intValue()).isEqualTo(1);
        JsonNode waived = read(UNIT + "/violations?waived=true");
        assertThat(waived.get("count").intValue()).isEqualTo(1);
        assertThat(waived.at("/violations/0/fingerprint")).isEqualTo(violation.get("fingerprint"));
        assertThat(client.postJson(path + "/approve", "{}").problem()).isEqualTo("refused");
        assertThat(client.postJson(path + "/withdraw", "{}").problem()).isEqualTo("refused");
        assertThat(auditor.postJson(path + "/withdraw", "{\"comment\": \"Keliru\"}")
                        .status())
                .isEqualTo(200);
        assertThat(read(WAIVERS + "?state=withdrawn").get("waivers")).isNotEmpty();

        String own = client.postJson(WAIVERS, asked).header("Location");
        Answer refused = client.postJson(own + "/approve", "{}");
        assertThat(refused.json().get("reason").stringValue()).isEqualTo("approver-is-requester");
        ApiClient second = ApiClient.ofNew(server, "budi", Role.AUDITOR, Reach.EVERYWHERE);
        assertThat(second.postJson(own + "/withdraw", "{\"comment\": \"x\"}").problem())
                .isEqualTo("forbidden");
        assertThat(client.postJson(own + "/reject", "{\"comment\": \"Tidak\"}").status())
                .isEqualTo(200);

        String over =
                asked.replace("2099-12-31", "2020-01-01").replace("\"basis\"", "\"from\": \"2019-01-01\", \"basis\"");
        assertThat(client.postJson(WAIVERS, over).problem()).isEqualTo("refused");
        assertThat(client.postJson(UNITS + "/Dinas%20X/waivers", asked).problem())
                .isEqualTo("not-found");
        assertThat(server.bean(AuditTrail.class)
                        .read(
                                new AuditFilter(null, AuditAction.APPROVE_WAIVER, null, Nightly.SCOPE, null, null),
                                null,
                                9))
                .extracting(entry -> entry.event().outcome().word())
                .containsExactly("refused", "refused", "done");
    }

    @Test
    void whatPeopleDoAboutAViolationStandsInItsHistory() {
        ApiClient auditor = ApiClient.ofNew(server, "eko", Role.AUDITOR, Reach.over(Set.of(Nightly.SCOPE)));
        ApiClient.ofNew(server, "asing", Role.AUDITOR, Reach.over(Set.of("Dinas A")));
        String violation = UNIT + "/violations/"
                + read(UNIT + "/violations?limit=1")
                        .at("/violations/0/fingerprint")
                        .stringValue();
        assertThat(auditor.postJson(violation + "/comments", "{\"comment\": \"Sudah ditanyakan\"}")
                        .json()
                        .at("/handling/0/comment")
                        .stringValue())
                .isEqualTo("Sudah ditanyakan");
        assertThat(auditor.postJson(violation + "/comments", "{\"comment\": \"  \"}")
                        .problem())
                .isEqualTo("refused");
        assertThat(auditor.postJson(violation + "/comments", "{}").problem()).isEqualTo("invalid-request");
        assertThat(auditor.postJson(UNIT + "/violations/" + "0".repeat(32) + "/comments", "{\"comment\": \"x\"}")
                        .problem())
                .isEqualTo("not-found");
        String assignee = violation + "/assignee";
        assertThat(put(auditor, assignee, "{\"assignee\": \"eko\"}").status()).isEqualTo(200);
        assertThat(read(UNIT + "/violations?assignee=eko").get("count").intValue())
                .isEqualTo(1);
        assertThat(put(auditor, assignee, "{\"assignee\": \"eko\"}").problem()).isEqualTo("refused");
        assertThat(put(auditor, assignee, "{\"assignee\": \"asing\"}").problem())
                .isEqualTo("refused");
        assertThat(put(auditor, assignee, "{}").problem()).isEqualTo("invalid-request");
        assertThat(auditor.send("DELETE", assignee, BodyPublishers.noBody()).status())
                .isEqualTo(200);
        assertThat(read(UNIT + "/violations?assignee=eko").get("count").intValue())
                .isZero();
        assertThat(server.bean(AuditTrail.class)
                        .read(new AuditFilter("eko", AuditAction.ASSIGN, null, Nightly.SCOPE, null, null), null, 9))
                .extracting(entry -> entry.event().outcome().word())
                .containsExactly("done", "refused", "refused", "done");
    }

    private static Answer put(ApiClient client, String path, String json) {
        return client.send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    @Test
    void whatNoRuleCouldTellIsSettledWithProof() {
        JsonNode pending = read(UNIT + "/unevaluated?limit=1");
        assertThat(read(pending.get("next").stringValue()).get("lacking")).doesNotContain(pending.at("/lacking/0"));
        JsonNode lack = pending.at("/lacking/0");
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of("rule", "kind", "case", "survey")) {
            if (!lack.get(name).isNull()) {
                fields.put(name, lack.get(name).stringValue());
            }
        }
        fields.putAll(Map.of("result", "compliant", "reason", "Ada di arsip"));
        String outcomes = UNIT + "/outcomes";
        Map<String, byte[]> proof = Map.of("berita-acara.pdf", "bukti".getBytes(StandardCharsets.UTF_8));
        assertThat(client.postFiles("evidence", outcomes, Map.of(), fields)
                        .json()
                        .at("/errors/0/parameter")
                        .stringValue())
                .isEqualTo("evidence");
        Answer settled = client.postFiles("evidence", outcomes, proof, fields);
        assertThat(settled.status()).as(settled.body()).isEqualTo(201);
        String path = settled.header("Location");
        assertThat(read(path).at("/outcomes/0/state").stringValue()).isEqualTo("holds");
        assertThat(client.get(path + "/evidence").body()).isEqualTo("bukti");
        assertThat(read(UNIT + "/unevaluated").get("lacking")).doesNotContain(lack);
        assertThat(client.get(path.replace("Kecamatan%20D", "Dinas%20A")).problem())
                .isEqualTo("not-found");
        fields.put("severity", "major");
        assertThat(client.postFiles("evidence", outcomes, proof, fields).problem())
                .isEqualTo("refused");
        assertThat(client.postJson(path + "/withdraw", "{}").problem()).isEqualTo("refused");
        assertThat(client.postJson(path + "/withdraw", "{\"comment\": \"Keliru\"}")
                        .json()
                        .at("/outcomes/0/state")
                        .stringValue())
                .isEqualTo("withdrawn");
        assertThat(read(outcomes).get("outcomes")).hasSize(1);
    }

    @Test
    void theRulebookIsRead() {
        Rulebook rulebook = server.bean(Rulebook.class);
        rulebook.draft(SmallRules.FILES, RunningServer.NAME, "Awal", null);
        rulebook.draft(
                SmallRules.FILES.with("docs/sop/step-late.md", "# Baru\n".getBytes()), RunningServer.NAME, "Baru", 1L);
        JsonNode rule = read("/api/v1/rules").at("/rules/0");
        assertThat(read("/api/v1/rules/" + rule.get("id").stringValue()).get("basis"))
                .isNotNull();
        assertThat(read("/api/v1/rules/step-late?asOf=2026-01-02").get("asOf").stringValue())
                .isEqualTo("2026-01-02");
        assertThat(client.get("/api/v1/rules/none").problem()).isEqualTo("not-found");
        JsonNode versions = read("/api/v1/rules/versions");
        assertThat(versions.get("versions")).hasSize(2);
        assertThat(read("/api/v1/rules/versions/2").get("state").stringValue()).isEqualTo("draft");
        assertThat(read("/api/v1/rules/versions/2/changes?against=1").get("changes"))
                .isNotNull();
        assertThat(client.get("/api/v1/rules/versions/2/changes")
                        .json()
                        .at("/errors/0/parameter")
                        .stringValue())
                .isEqualTo("against");
        assertThat(read("/api/v1/rules/versions/1/files").get("files")).isNotEmpty();
        Answer file = client.get("/api/v1/rules/versions/2/files/docs/sop/step-late.md");
        assertThat(file.body()).isEqualTo("# Baru\n");
        assertThat(client.get(
                                "/api/v1/rules/versions/2/files/docs/sop/step-late.md",
                                "If-None-Match",
                                file.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(client.get("/api/v1/rules/versions/9").problem()).isEqualTo("not-found");
        assertThat(client.get("/api/v1/rules/versions/in-force").problem()).isEqualTo("not-found");
        assertThat(client.get("/api/v1/rules/versions/2/files/../1").problem()).isEqualTo("invalid-request");
    }

    @Test
    void aTokenAllowsNoMoreThanItNames() {
        ApiClient reader = ApiClient.of(
                server, RunningServer.NAME, EnumSet.of(Permission.READ_RULES), Reach.over(Set.of(Nightly.SCOPE)));
        assertThat(reader.get("/api/v1/rules").status()).isEqualTo(200);
        assertThat(reader.get(UNIT).problem()).isEqualTo("forbidden");
    }
}
