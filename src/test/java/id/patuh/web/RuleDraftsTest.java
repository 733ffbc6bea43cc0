package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.check.CheckResult;
import id.patuh.facts.Facts;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.rulebook.PublishedVersion;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.State;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts by the pages: what is refused, and that nobody's draft is lost. */
class RuleDraftsTest {

    private static final String PASSWORD = "kuda baterai benar";
    private static final String ROW = "parameters/skm/minimum-respondents.yaml#2004-02-24";
    private static final String RULES = "drl/skm/sample.drl";

    private static RunningServer server;
    private static WebClient manager;
    private static WebClient engineer;

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled().withVersion("rina");
        server.add("ani", PASSWORD, EnumSet.of(Role.QUALITY_MANAGER), Reach.EVERYWHERE);
        server.add("eka", PASSWORD, EnumSet.of(Role.RULE_ENGINEER), Reach.EVERYWHERE);
        manager = WebClient.signedIn(server, "ani", PASSWORD);
        engineer = WebClient.signedIn(server, "eka", PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Rulebook rulebook() {
        return server.bean(Rulebook.class);
    }

    private static int versions() {
        return rulebook().history().versions().size();
    }

    private static HttpResponse<String> setMinimum(long version, String value, String comment) {
        return manager.postForm(
                "/rules/versions/" + version + "/edit/row",
                Map.of("kind", "parameter", "id", ROW, "cell.value", value, "comment", comment));
    }

    /** The number at the end of where an answer leads. */
    private static long drafted(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(location.replaceAll(".*/versions/(\\d+).*", "$1"));
    }

    @Test
    void whatCannotBeUsedIsRefusedAtItsField() {
        int before = versions();

        for (String value : List.of("30,5", "banyak", "-1", "0", "x".repeat(20_000), "<script>alert(1)</script>")) {
            HttpResponse<String> answer = setMinimum(1, value, "coba");
            assertThat(answer.statusCode()).as(value).isEqualTo(400);
            assertThat(answer.body()).contains("class=\"wrong\"").doesNotContain("<script>alert");
        }
        HttpResponse<String> withoutReason = setMinimum(1, "40", "  ");
        assertThat(withoutReason.statusCode()).isEqualTo(400);
        assertThat(withoutReason.body()).contains("Sebutkan alasannya.", "value=\"40\"");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void twoWindowsOnOneDraftNeverOverwriteEachOther() {
        long draft = drafted(setMinimum(1, "35", "tiga puluh lima"));
        long next = drafted(setMinimum(draft, "36", "tiga puluh enam"));
        HttpResponse<String> late = setMinimum(draft, "37", "tiga puluh tujuh");

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("sudah diganti versi " + next, "value=\"37\"");
        assertThat(rulebook().history().version(draft).state()).isEqualTo(State.REJECTED);
        Version kept = rulebook().history().version(next);
        assertThat(kept.state()).isEqualTo(State.DRAFT);
        assertThat(kept.draft().parent()).isEqualTo(1);
        assertThat(rulebook().content(next).text("parameters/skm/minimum-respondents.yaml"))
                .contains("value: 36");
        assertThat(server.bean(AuditTrail.class)
                        .read(new AuditFilter("ani", AuditAction.DRAFT_RULES, null, null, null, null), null, 10))
                .extracting(entry -> entry.event().outcome().word())
                .contains("done", "refused");
    }

    @Test
    void onlyTheAuthorGoesOnWithADraft() {
        long draft = drafted(setMinimum(1, "41", "empat puluh satu"));

        HttpResponse<String> answer = engineer.postForm(
                "/rules/versions/" + draft + "/edit/row",
                Map.of("kind", "parameter", "id", ROW, "cell.value", "42", "comment", "lagi"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Hanya penyusun versi " + draft);
    }

    @Test
    void noStepIsDoneOutOfTurnOrByTheWrongOne() {
        long draft = drafted(setMinimum(1, "43", "empat puluh tiga"));

        for (String step : List.of("approve", "publish", "rollback")) {
            HttpResponse<String> answer =
                    manager.postForm("/rules/versions/" + draft + "/" + step, Map.of("comment", "sekarang"));
            assertThat(answer.statusCode()).as(step).isEqualTo(400);
        }
        HttpResponse<String> date = manager.postForm("/rules/versions/" + draft + "/publish", Map.of("from", "besok"));
        assertThat(date.body()).contains("Tanggal tidak terbaca.");
        assertThat(rulebook().history().version(draft).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void aVersionIsPublishedFromAMomentOnAndTakenBackBeforeIt() {
        long draft = drafted(setMinimum(1, "45", "empat puluh lima"));
        PublishedVersion.propose(server.store(), draft, "ani");
        String version = "/rules/versions/" + draft;

        assertThat(manager.postForm(version + "/approve", Map.of()).body())
                .contains("tidak dapat disetujui oleh penyusunnya sendiri");
        assertThat(engineer.postForm(version + "/approve", Map.of("comment", "setuju"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.postForm(version + "/publish", Map.of("from", "2020-01-01T00:00"))
                        .body())
                .contains("sudah lewat", "value=\"2020-01-01T00:00\"");
        assertThat(manager.postForm(version + "/publish", Map.of("from", "2099-01-01T00:00"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rulebook().history().latest().orElseThrow().id()).isEqualTo(draft);
        assertThat(rulebook().inForce(Instant.now()).orElseThrow().id()).isEqualTo(1);

        assertThat(manager.postForm("/rules/versions/1/rollback", Map.of("comment", " "))
                        .body())
                .contains("Sebutkan alasannya.");
        assertThat(manager.postForm("/rules/versions/1/rollback", Map.of("comment", "belum saatnya"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rulebook().history().latest().orElseThrow().id()).isEqualTo(1);
    }

    /** Where the rulebook is empty, an engineer takes the rules in that are checked by. */
    @Test
    void theRulesOfTheFolderBecomeTheFirstVersion() {
        try (RunningServer fresh = new RunningServer(TestDatabase.H2).settled()) {
            WebClient admin = WebClient.signedIn(fresh, RunningServer.NAME, RunningServer.PASSWORD);

            assertThat(admin.get("/rules/edit").headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).contains("/rules/versions"));
            long first = drafted(admin.postForm("/rules/versions/adopt", Map.of("comment", "awal")));

            Rulebook rulebook = fresh.bean(Rulebook.class);
            assertThat(rulebook.content(first).sha256())
                    .isEqualTo(RuleSetContent.of(Path.of("rules")).sha256());
        }
    }

    @Test
    void aSimulationChecksWhatUnitsHaveByDayOrNightAndNobodysTrials(@TempDir Path folder) throws Exception {
        server.checkedFor("UKPBJ", Path.of("sample-data/surveys/ukpbj-2026-s1.csv"));
        server.inboxes(folder)
                .drop("Kota Padang", "padang/violations.csv", "surveys/ukpbj-2026-s1.csv")
                .drop("Setda", "b276/violations.csv", "surveys/two-services.csv", "follow-up/rtl-2026.json")
                .night(LocalDate.of(2026, 11, 20));
        server.checked(Path.of("sample-data/surveys/too-few.csv"));
        long draft = drafted(setMinimum(1, "44", "empat puluh empat"));

        String work = manager.postForm("/rules/versions/" + draft + "/simulate", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String path = URI.create(work).getPath();
        String page = manager.get(path).body();
        while (!page.contains("<pre")) {
            Thread.sleep(100);
            page = manager.get(path).body();
        }
        assertThat(page).contains("UKPBJ", "Kota Padang").doesNotContain("too-few.csv");
        // Each has a survey of 32 respondents, which are too few from now on.
        assertThat(page).contains("sample-too-small");
        assertThat(engineer.get(path).statusCode()).isEqualTo(404);
        for (String scope : List.of("UKPBJ", "Kota Padang", "Setda")) {
            whatIsCheckedIsWhatIsOpen(scope);
        }
    }

    /** What a simulation finds under the rules of the last run is what the run found. */
    private static void whatIsCheckedIsWhatIsOpen(String scope) {
        LifeBook book = new LifeBook(server.store());
        LifeRun run = book.last(scope).orElseThrow();
        assertThat(run.counts().groups()).isPositive();
        List<String> open = new ArrayList<>();
        book.open(run, violation -> open.add(violation.fingerprint() + violation.severity()));
        try (CheckResult checked = new Facts(server.store())
                .check(scope, OurRules.LIBRARY.ruleSet(), run.asOf(), RunningServer.ZONE, (path, rows) -> {})) {
            assertThat(checked.findings().stream()
                            .map(found ->
                                    found.fingerprint() + found.violation().severity()))
                    .containsExactlyInAnyOrderElementsOf(open);
        }
    }

    @Test
    void codeThatCouldDoAnythingButJudgeIsRefusedAtItsLine() {
        String rules = rulebook().content(1).text(RULES);
        int before = versions();
        Map<String, String> hostile = new HashMap<>();
        hostile.put("calls the system", rules.replace("then\n", "then\n    System.exit(1);\n"));
        hostile.put("loops", rules.replace("then\n", "then\n    while (true) {}\n"));
        hostile.put("defines code", rules + "\nfunction void f() { Runtime.getRuntime().halt(1); }\n");
        hostile.put("runs while it is read", rules.replace("when\n", "when\n    eval(System.exit(1))\n"));
        hostile.put("is no text", rules + "\0\ud800");
        hostile.put("is huge", rules + "// x\n".repeat(60_000));
        hostile.forEach((what, text) -> {
            HttpResponse<String> answer = save(RULES, text);
            assertThat(answer.statusCode()).as(what).isEqualTo(400);
            assertThat(answer.body()).as(what).contains("class=\"problem\"");
        });
        HttpResponse<String> loops = save(RULES, hostile.get("loops"));
        assertThat(loops.body()).containsPattern("<span class=\"wrong\">\\d+</span>");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void namesThatLeadElsewhereAreRefused() {
        int before = versions();
        for (String path : List.of("../../etc/cron.d/x", "/etc/x", "drl/../../x", "a\\b", "", "drl//x", "x\0y")) {
            HttpResponse<String> answer = save(path, "x");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("class=\"problem\"");
        }
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aFileIsCheckedAndSavedAndKeepsItsEnds() {
        String rules = rulebook().content(1).text(RULES);
        String commented = "// Diubah lewat halaman.\n" + rules;
        Map<String, String> form = Map.of("path", RULES, "text", commented.replace("\n", "\r\n"), "action", "check");
        HttpResponse<String> checked = engineer.postForm("/rules/versions/1/files/edit", form);
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("Belum disimpan");

        long draft = drafted(save(RULES, commented.replace("\n", "\r\n")));
        assertThat(rulebook().content(draft).text(RULES)).isEqualTo(commented);
        assertThat(rulebook().history().version(draft).draft().author()).isEqualTo("eka");
    }

    private static HttpResponse<String> save(String path, String text) {
        return engineer.postForm(
                "/rules/versions/1/files/edit", Map.of("path", path, "text", text, "comment", "lewat halaman"));
    }
}
