package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.skm.Period;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.PublishedResult.Element;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyIntakeTest {

    private static final Period QUARTER = new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-03-31"));

    @TempDir
    Path folder;

    @Test
    void readsResponsesFromCsv() {
        ReadAll read = Sample.read(folder, "a.csv", """
                Survei;Unit Kerja;Layanan;Regulasi;Periode Mulai;Periode Selesai;Populasi;Responden;Kelompok;Umur;Persyaratan;U2a;U2b;U3. Waktu Penyelesaian;U10 Kesopanan;Saran
                S1;UKPBJ;Tender;permenpanrb-14-2017;01/01/2025;2025-03;1.200;1;PPK;40;4;3,5;;2;4;cepat
                S1;UKPBJ;Tender;permenpanrb-14-2017;2025-01;31/03/2025;1200;-;;40;;4;3;9;;
                S1;UKPBJ;Tender;permenpanrb-14-2017;2025-01;31/03/2025;1200;3;;40;baik;4;x;9;;
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "1|U10 Kesopanan|null|unsur-unknown",
                        "4|Persyaratan|baik|number-unreadable",
                        "4|U2b|x|number-unreadable");
        assertThat(read.inputs())
                .extracting(InputFile::kind, InputFile::rows, InputFile::rejected)
                .containsExactly(tuple(InputFile.Kind.SURVEY, 3, 0));
        List<UnsurLabel> unsur = List.of(
                new UnsurLabel(null, "Persyaratan"),
                new UnsurLabel("U2", null),
                new UnsurLabel("U3", "Waktu Penyelesaian"));
        ResponseRecord first = read.responses().get(0);
        assertThat(first.survey())
                .isEqualTo(new SurveyHeader(
                        "S1", "UKPBJ", "Tender", null, "permenpanrb-14-2017", QUARTER, 1200, null, unsur));
        assertThat(ReadAll.scores(first))
                .isEqualTo(Map.of(
                        "Persyaratan", numbers("4"), "U2", numbers("3.5"), "U3 Waktu Penyelesaian", numbers("2")));
        assertThat(first.row().cell("U2#1").column()).isEqualTo("U2a");
        assertThat(first.row().value("U2#1")).isEqualTo("3,5");
        ResponseRecord second = read.responses().get(1);
        assertThat(second.survey()).isSameAs(first.survey());
        assertThat(ReadAll.unreadable(second)).isEmpty();
        assertThat(ReadAll.unreadable(read.responses().get(2))).containsExactlyInAnyOrder("Persyaratan", "U2");
        assertThat(read.lostResponses()).isEmpty();
        assertThat(second)
                .extracting(ResponseRecord::respondent, ResponseRecord::group)
                .containsExactly(null, null);
        assertThat(ReadAll.scores(second))
                .isEqualTo(Map.of(
                        "Persyaratan", numbers(), "U2", numbers("4", "3"), "U3 Waktu Penyelesaian", numbers("9")));
    }

    @Test
    void namesASurveyAfterItsUnitOrItsFile() {
        assertThat(Sample.read(folder, "q1.csv", "u1,u2,u3\n1,2,3\n")
                        .responses()
                        .get(0)
                        .survey()
                        .id())
                .isEqualTo("q1");
        assertThat(Sample.read(folder, "q2.csv", "opd,u1,u2,u3\nDinas,1,2,3\n")
                        .responses()
                        .get(0)
                        .survey()
                        .id())
                .isEqualTo("Dinas");
    }

    @Test
    void readsTheColumnOfAnUnsurBeforeThoseOfItsQuestions() {
        ReadAll read = Sample.read(folder, "a.csv", "U1.1,U1_2,U1,U3,U2\n1,1,4,3,2\n");

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(ReadAll.scores(read.responses().get(0))).containsEntry("U1", numbers("4"));

        read = Sample.read(folder, "b.csv", "Persyaratan,Biaya/Tarif,Waktu Penyelesaian,persyaratan\n1,2,3,4\n");
        assertThat(Sample.rejected(read)).containsExactly("1|persyaratan|null|column-duplicate");
        assertThat(ReadAll.scores(read.responses().get(0))).containsEntry("Persyaratan", numbers("1"));
    }

    @Test
    void rejectsPeriodsThatAreNone() {
        ReadAll read = Sample.read(folder, "a.csv", """
                period_start,period_end,population,u1,u2,u3
                2025-04-01,2025-03-31,,1,2,3
                2025-04-01,,,1,2,3
                32/01/2025,2025-03-31,-5,1,2,3
                ,2025,,1,2,3
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "2|period_end|2025-03-31|period-reversed",
                        "3|period_end|null|period-incomplete",
                        "4|period_start|32/01/2025|date-unreadable",
                        "4|population|-5|count-unreadable");
        assertThat(read.responses())
                .extracting(r -> r.survey().period())
                .containsExactly(new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31")));
    }

    @Test
    void readsPublishedResultsAndResponsesFromJson() {
        ReadAll read = Sample.read(folder, "a.json", """
                {"surveys":[
                 {"id":"S1","unit":"UKPBJ","sop":"B276","period":{"start":"2025-01-01","end":"2025-03-31"},"respondents":32,"population":40,
                  "published":{"weight":0.11,"ikm":90.40,"grade":"A (Sangat Baik)","priorities":["Biaya/Tarif","U3"],
                   "elements":[{"name":"U1 Persyaratan","mean":3.40,"weighted":0.374,"grade":"B"},
                               {"code":"U3","name":"Waktu Penyelesaian","mean":"3,5","grade":"Sangat Baik"},
                               {"name":"U4 Keramahan","mean":3}]},
                  "responses":[{"respondent":1,"group":"PPK","age":40,"scores":{"Persyaratan":3,"U3":4.0}},
                               {"respondent":"2","scores":{"U3":"empat","Kecepatan":1}},
                               {"respondent":"3","scores":{"U3":null}}]},
                 {"id":"S2","published":{"ikm":88,"grade":"Z"}},
                 {"id":"S3","published":{"ikm":"88,31"}},
                 {"id":"S4"},
                 {"id":"S5","published":{"elements":[{"name":"Persyaratan"},{"name":"Biaya/Tarif","mean":3}]}}]}
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "3|name|U4 Keramahan|element-unknown",
                        "null|Kecepatan|1|unsur-unknown",
                        "2|U3|empat|number-unreadable",
                        "2|grade|Z|grade-unreadable",
                        "1|mean|null|value-missing",
                        "null|null|null|result-incomplete");
        assertThat(read.inputs())
                .extracting(InputFile::kind, InputFile::rows, InputFile::rejected)
                .containsExactly(tuple(InputFile.Kind.SURVEY, 3, 0), tuple(InputFile.Kind.PUBLISHED_RESULT, 5, 2));
        // Of results that could not be read the frame stays: the survey was held.
        assertThat(read.published())
                .extracting(p -> p.survey().id(), PublishedResult::ikm)
                .containsExactly(
                        tuple("S1", new BigDecimal("90.40")),
                        tuple("S2", null),
                        tuple("S3", new BigDecimal("88.31")),
                        tuple("S4", null),
                        tuple("S5", null));
        PublishedResult result = read.published().get(0);
        assertThat(result.survey())
                .isEqualTo(new SurveyHeader("S1", "UKPBJ", null, "B276", null, QUARTER, 40, 32, List.of()));
        assertThat(result.ikm()).isEqualTo(new BigDecimal("90.40"));
        assertThat(result.grade()).isEqualTo("A");
        assertThat(result.priorities()).containsExactly("Biaya/Tarif", "U3");
        assertThat(result.elements())
                .extracting(Element::label, Element::mean, Element::weighted, Element::grade)
                .containsExactly(
                        tuple(
                                new UnsurLabel("U1", "Persyaratan"),
                                new BigDecimal("3.40"),
                                new BigDecimal("0.374"),
                                "B"),
                        tuple(new UnsurLabel("U3", "Waktu Penyelesaian"), new BigDecimal("3.5"), null, "A"));
        assertThat(result.strange()).isTrue();
        assertThat(result.row().cell("ikm").value()).isEqualTo("90.40");
        assertThat(result.elements().get(1).row().cell("mean").row()).isEqualTo(2);
        assertThat(read.responses()).extracting(ResponseRecord::respondent).containsExactly("1", "2", "3");
        assertThat(ReadAll.scores(read.responses().get(0)))
                .isEqualTo(Map.of("Persyaratan", numbers("3"), "U3", numbers("4.0")));
        assertThat(read.responses().get(0).survey().unsurKeys())
                .extracting(UnsurLabel::key)
                .containsExactly("Persyaratan", "U3");
    }

    @Test
    void readsPublishedRows() {
        ReadAll read = Sample.read(folder, "a.csv", """
                survey;unit;period_start;period_end;respondents;Unsur;NRR;weighted;Mutu;priority
                S1;UKPBJ;2025-01-01;2025-03-31;32;U1 Persyaratan;3,40;0,374;Baik;
                S2;Dinas;;;;Persyaratan;85,00;;;ya
                S1;UKPBJ;2025-01-01;2025-03-31;32;Keramahan;3,5;0,38;A;
                S1;UKPBJ;;;;IKM;3,62;90,47;Sangat Baik;
                S3;;;;;Persyaratan;tiga;;;
                S3;;;;;Biaya/Tarif;3;;;
                S4;;;;30;Persyaratan;3;;;
                S4;;;;31;Biaya/Tarif;3;;;
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "4|Unsur|Keramahan|element-unknown",
                        "6|NRR|tiga|number-unreadable",
                        "9|null|null|survey-contradicts",
                        "null|null|null|result-incomplete",
                        "null|null|null|result-incomplete");
        assertThat(read.inputs())
                .extracting(InputFile::kind, InputFile::rows, InputFile::rejected)
                .containsExactly(tuple(InputFile.Kind.PUBLISHED_RESULT, 8, 5));
        assertThat(read.published()).extracting(p -> p.survey().id()).containsExactly("S1", "S2", "S3", "S4");
        PublishedResult first = read.published().get(0);
        assertThat(first.survey().respondents()).isEqualTo(32);
        assertThat(first.ikm()).isEqualTo(new BigDecimal("90.47"));
        assertThat(first.grade()).isEqualTo("A");
        assertThat(first.row().cell("grade").row()).isEqualTo(5);
        assertThat(first.row().value("ikm")).isEqualTo("90,47");
        assertThat(first.elements())
                .extracting(Element::label, Element::mean)
                .containsExactly(tuple(new UnsurLabel("U1", "Persyaratan"), new BigDecimal("3.40")));
        assertThat(read.published().get(2).elements()).isEmpty();
        assertThat(read.published().get(1).priorities()).containsExactly("Persyaratan");
    }

    @Test
    void refusesPublishedFiguresThatStandTwice() {
        ReadAll read = Sample.read(folder, "a.csv", """
                survey;Unsur;NRR;Mutu
                S1;U1 Persyaratan;3,40;B
                S1;Persyaratan;3,4;
                S1;IKM;85,00;B
                S2;Persyaratan;3,40;B
                S2;Persyaratan;3,50;B
                S3;Persyaratan;3,40;B
                S3;IKM;85,00;B
                S3;IKM;86,00;B
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "3|Unsur|Persyaratan|element-duplicate",
                        "6|Unsur|Persyaratan|element-duplicate",
                        "9|Unsur|IKM|index-duplicate",
                        "null|null|null|result-incomplete",
                        "null|null|null|result-incomplete");
        // Lines that agree do no harm; of those that do not, none can be believed.
        assertThat(read.published())
                .extracting(p -> p.survey().id(), p -> p.elements().size(), PublishedResult::ikm)
                .containsExactly(tuple("S1", 1, new BigDecimal("85.00")), tuple("S2", 0, null), tuple("S3", 0, null));
    }

    private static List<BigDecimal> numbers(String... texts) {
        return java.util.Arrays.stream(texts).map(BigDecimal::new).toList();
    }
}
