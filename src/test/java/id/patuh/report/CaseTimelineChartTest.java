package id.patuh.report;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.chart.ChartWords;
import id.patuh.chart.Frame;
import id.patuh.chart.Picture;
import id.patuh.check.CaseTimeline;
import id.patuh.check.CaseTimelines;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case is told in words and drawn. */
class CaseTimelineChartTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant AS_OF = Instant.parse("2026-03-13T05:00:00Z");

    @TempDir
    Path folder;

    @Test
    void tellsLimitsBreachesAndWhatIsMissing() throws IOException {
        CaseTimelineChart chart = chart("""
                case,sop,step,role,person,start,end,decision,unit
                K-7,B276,2,Tim,Ani,2026-03-09 08:00,2026-03-09 10:30,,UKPBJ
                K-7,B276,3,Kepala UKPBJ,Budi <script>,2026-03-09 11:00,2026-03-09 11:30,revise,UKPBJ
                K-7,B276,2,Tim,Ani,2026-03-12 08:00,2026-03-12 08:30,,UKPBJ
                """, Language.EN);
        Picture picture = chart.chart().draw(frame(Language.EN));
        assertThat(picture.title()).isEqualTo("Timeline UKPBJ, SOP B276, case K-7");
        List<List<String>> rows = picture.table().rows();
        assertThat(rows.get(0).get(4)).isEqualTo("never done, though mandatory");
        assertThat(rows.get(1).subList(1, 5))
                .containsExactly(
                        "2026-03-09 08:00", "2026-03-09 10:30", "2026-03-09 09:00", "round 1: late 1 h 30 min");
        assertThat(rows.get(1).get(5))
                .startsWith("Tim; Ani; limit 1 jam, working hours of the calendar asn; ")
                .endsWith("log.csv row 2");
        assertThat(rows.get(2).get(4)).isEqualTo("round 2: in time");
        assertThat(rows.get(3).get(4)).startsWith("to be revised: ");
        assertThat(picture.svg()).doesNotContain("<script");
        assertThat(chart.notes()).isEmpty();
    }

    @Test
    void saysWhatIsNotKnown() throws IOException {
        CaseTimelineChart unknown = chart("""
                case,sop,step,start,end
                K-7,B999,1,2026-03-09 08:00,2026-03-09 10:30
                """, Language.ID);
        assertThat(unknown.notes()).singleElement().asString().contains("SOP tidak ada dalam aturan");
        CaseTimelineChart lost = chart("""
                case,sop,step,start,end
                K-7,B276,1,kemarin,2026-03-09 10:30
                K-7,B276,4,2026-03-09 08:00,
                """, Language.ID);
        assertThat(lost.notes()).singleElement().asString().contains("baris yang tidak terbaca", "log.csv baris 2");
        assertThat(lost.chart().draw(frame(Language.ID)).svg()).contains("tidak diketahui: ada baris");
    }

    /** Whatever an enumeration says is worded. */
    @Test
    void everyValueHasItsWords() {
        TreeSet<String> keys = new TreeSet<>();
        for (Enum<?>[] values : List.<Enum<?>[]>of(
                CaseTimeline.Absence.values(), CaseTimeline.Flaw.values(), CaseTimeline.Decision.values())) {
            String kind = values[0].getDeclaringClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            for (Enum<?> value : values) {
                String name = value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                keys.add("timeline." + kind + "." + name);
            }
        }
        ResourceBundle texts = Language.ID.texts("id.patuh.report.labels");
        assertThat(texts.keySet()).containsAll(keys);
    }

    private CaseTimelineChart chart(String log, Language language) throws IOException {
        String file = Files.writeString(folder.resolve("log.csv"), log).toString();
        Intake intake = new Intake(new Intake.Options(ZONE, null, null), RULES.regulations(), RULES.sops());
        ReadAll read = ReadAll.by(intake, List.of(file), InputStream.nullInputStream());
        List<CaseTimeline> timelines =
                new CaseTimelines(RULES, AS_OF, List.of()).of(read.activities(), read.lostActivities());
        assertThat(timelines).hasSize(1);
        return new CaseTimelineChart(timelines.get(0), new Words(RULES, ZONE, language), language, ZONE);
    }

    private static Frame frame(Language language) {
        return new Frame(360, "t", new ChartWords(language.texts(ChartWords.BUNDLE), language.locale()));
    }
}
