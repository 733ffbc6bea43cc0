package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.FollowUpRecord.Realisation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowUpIntakeTest {

    @TempDir
    Path folder;

    @Test
    void readsFollowUpReports() {
        ReadAll read = Sample.read(folder, "a.json", """
                {"followUps":[
                 {"survey":"S1","unit":"UKPBJ","period":{"start":"2024-01-01","end":"2024-12-31"},"signedOn":"2024-04","claimedPercent":"100 %",
                  "plan":[{"id":1,"element":"Biaya","activity":"x","quarters":["TW I","TW2 2025"],"owner":"Kabag"},
                          {"id":"2","quarters":"Triwulan III; Q4"},
                          {"id":"3","quarters":["TW V"]},
                          {"quarters":[]}],
                  "realisations":[{"plan":"1","done":true,"evidence":["foto"]},{"plan":2,"done":"Belum"},{"plan":"2","done":"entah"}],
                  "open":[{"activity":"y","stakeholder":"z"}]},
                 {"signedOn":"kemarin","plan":[{"id":"1"}]},
                 {"signedOn":"2024","periode":1}]}
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "3|quarters|TW V|quarter-unreadable",
                        "4|id|null|value-missing",
                        "3|done|entah|done-unreadable",
                        "2|signedOn|kemarin|date-unreadable",
                        "3|periode|1|key-unknown");
        assertThat(read.inputs())
                .extracting(InputFile::kind, InputFile::rows, InputFile::rejected)
                .containsExactly(tuple(InputFile.Kind.FOLLOW_UP, 12, 2));
        assertThat(read.followUps())
                .extracting(FollowUpRecord::signedUntil, r -> r.plan().size())
                .containsExactly(
                        tuple(LocalDate.parse("2024-04-30"), 3),
                        tuple(null, 1),
                        tuple(LocalDate.parse("2024-12-31"), 0));
        FollowUpRecord report = read.followUps().get(0);
        assertThat(report.signedFrom()).isEqualTo(LocalDate.parse("2024-04-01"));
        assertThat(report.signedUntil()).isEqualTo(LocalDate.parse("2024-04-30"));
        assertThat(report.claimedPercent()).isEqualTo(new BigDecimal("100"));
        assertThat(report.row().cell("period").value()).isEqualTo("2024-01-01/2024-12-31");
        assertThat(report.plan())
                .extracting(PlanItem::id, PlanItem::quarters)
                .containsExactly(
                        tuple("1", List.of(new Quarter(1, null), new Quarter(2, 2025))),
                        tuple("2", List.of(new Quarter(3, null), new Quarter(4, null))),
                        tuple("3", null));
        assertThat(report.lost()).isEqualTo(new FollowUpRecord.Lost(1, 1, 0));
        assertThat(report.realisations())
                .extracting(Realisation::plan, Realisation::done, Realisation::evidence)
                .containsExactly(tuple("1", true, List.of("foto")), tuple("2", false, List.of()));
        assertThat(report.open()).hasSize(1);
    }
}
