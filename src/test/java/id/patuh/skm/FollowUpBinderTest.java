package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.violation.Evidence;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowUpBinderTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @Test
    void reportOfJawaTengahHasItsKnownDefectsAndNoOthers() throws IOException {
        FollowUpSample sample = FollowUpSample.of(Files.readString(Path.of("sample-data/bp3mi-jateng-2024.json")), DAY);

        String survey = "SKM-BP3MI-JATENG-TW1-2024";
        assertThat(sample.facts().missing()).isEmpty();
        assertThat(sample.violations())
                .extracting(v ->
                        v.rule() + " " + v.severity().word() + " " + v.subject().element())
                .containsExactlyInAnyOrder(
                        "rtl-owner-missing minor 1b",
                        "rtl-owner-missing minor 3b",
                        "rtl-early info 1c",
                        "rtl-early info 2d",
                        "rtl-claim-contradicted major null",
                        "period-mismatch minor null",
                        "rtl-evidence-missing major 1a",
                        "rtl-evidence-missing major 1b",
                        "rtl-evidence-missing major 1c",
                        "rtl-evidence-missing major 2a",
                        "rtl-evidence-missing major 2b",
                        "rtl-evidence-missing major 2c",
                        "rtl-evidence-missing major 2d",
                        "rtl-evidence-missing major 3a",
                        "rtl-evidence-missing major 3b");
        assertThat(sample.violations())
                .allMatch(
                        v -> v.subject().survey().equals(survey) && v.lawDate().equals(LocalDate.parse("2024-03-31")));
    }

    @Test
    void violationsPointAtTheCellsThatProveThem() throws IOException {
        FollowUpSample sample = FollowUpSample.of(Files.readString(Path.of("sample-data/bp3mi-jateng-2024.json")), DAY);

        Violation claim = sample.violations().stream()
                .filter(v -> v.rule().equals("rtl-claim-contradicted"))
                .findFirst()
                .orElseThrow();
        assertThat(claim.evidence())
                .extracting(Evidence::column, Evidence::row, Evidence::value)
                .containsExactly(
                        tuple("claimedPercent", 1, "100"),
                        tuple("activity", 1, "monitoring dan evaluasi terhadap prosedur pelayanan"));
        assertThat(claim.details())
                .containsEntry("activities", List.of("monitoring dan evaluasi terhadap prosedur pelayanan"));
    }

    @Test
    void linksByNumberThenByWordingAndPrefersItemsNotYetReported() {
        FollowUpFacts facts = FollowUpSample.of("""
                {"followUps":[{"period":{"start":"2025-01-01","end":"2025-03-31"},
                 "plan":[{"id":"1","activity":"Sosialisasi"},{"id":"1","activity":"Pelatihan petugas loket"},
                         {"id":"2","activity":"Sosialisasi"},{"id":"3.","activity":"Penambahan kursi tunggu di loket"}],
                 "realisations":[{"plan":"1","activity":"pelatihan  petugas loket","done":true},
                                 {"activity":"Sosialisasi","done":true},{"activity":"SOSIALISASI.","done":false},
                                 {"activity":"Penambahan kursi tunggu loket","done":true},
                                 {"plan":" 3","done":false},{"activity":"Lomba","done":true}]}]}
                """, DAY).facts();

        assertThat(facts.facts().stream().flatMap(f -> f instanceof ReportedActivity r ? Stream.of(r) : Stream.empty()))
                .extracting(r -> r.subject().element())
                .containsExactly("1 (2)", "1", "2", "3.", "3. (2)", "Lomba");
        assertThat(facts.facts().stream().flatMap(f -> f instanceof FollowUp r ? Stream.of(r) : Stream.empty()))
                .extracting(FollowUp::done, FollowUp::planned)
                .containsExactly(tuple(3, 4));
    }

    @Test
    void noTwoViolationsOfARuleShareTheirSubjectAcrossReportsOnOneSurvey() {
        String report = """
                {"survey":"S","claimedPercent":100,"plan":[{"id":"1","activity":"x"}],"realisations":[{"plan":"1","done":true}],
                 "open":[{"activity":"y"}]}""";
        FollowUpSample sample = FollowUpSample.of("{\"followUps\":[" + report + "," + report + "]}", DAY);

        assertThat(sample.violations()).hasSize(8);
        assertThat(sample.violations().stream().map(v -> v.rule() + v.subject()).distinct())
                .hasSize(8);
    }

    @Test
    void whatAReportDoesNotSayIsNamed() {
        FollowUpSample sample = FollowUpSample.of("{\"followUps\":[{\"survey\":\"S\"}]}", DAY);

        assertThat(sample.violations()).isEmpty();
        assertThat(sample.facts().missing())
                .extracting(MissingFact::need)
                .containsExactly("followup.survey", "followup.plan", "followup.realisations", "followup.claim");
    }
}
