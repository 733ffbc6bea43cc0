package id.patuh.draft;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.draft.MappingPlan.ColumnPlan;
import id.patuh.intake.TableSample;
import id.patuh.mapping.MappedKind;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSetReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingPlanTest {

    private static final SampledColumns TABLE = new SampledColumns(new TableSample(
            null,
            List.of(
                    new TableSample.Row(1, List.of("Rekap")),
                    new TableSample.Row(
                            2, List.of("No: Tiket, \"A\"", "Nama", "Nama", "", "Tgl", "Jam", "Hasil", "Status", "#3")),
                    new TableSample.Row(
                            3, List.of("1", "Rani", "Budi", "a;b", "1/2/2026", "8:30", "Di-setujui", "Selesai", "x"))),
            3));

    private static Mapping read(String yaml) {
        return RuleSetReader.readMapping("x", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever a form says comes back from its file, however columns are headed. */
    @Test
    void aPlanComesBackFromItsFile() {
        MappingPlan plan = new MappingPlan(
                MappedKind.ACTIVITY_LOG,
                "Asia/Makassar",
                List.of("d/M/yyyy H:mm", "iso"),
                "07:30",
                "1",
                "|",
                List.of(
                        new ColumnPlan("case", true, Map.of(), List.of()),
                        ColumnPlan.of("person"),
                        ColumnPlan.NOT_READ,
                        ColumnPlan.of("inputs"),
                        ColumnPlan.of(MappingPlan.START_AND_END),
                        ColumnPlan.of(MappingPlan.START_AND_END),
                        new ColumnPlan("decision", false, Map.of("Di-setujui", "approve"), List.of()),
                        new ColumnPlan(MappingPlan.ONLY, false, Map.of(), List.of("Selesai")),
                        ColumnPlan.NOT_READ),
                Map.of("step", "3", "sop", "no"));

        assertThat(MappingPlan.of(read(plan.yaml(TABLE)), TABLE)).contains(plan);
    }

    /** Rather a text than a form that would lose half of what it says. */
    @Test
    void whatNoFormCanSayHasNoPlan() {
        String columns = "columns: {case: Tgl, step: Jam, start: Hasil}\n";
        assertThat(MappingPlan.of(read(columns), TABLE)).isPresent();
        for (String more : List.of(
                "columns: {case: Tgl, step: Jam, start: Tidak ada}\n",
                "columns: {case: Tgl, step: Jam, start: Hasil, end: {column: Status, times: [iso]}}\n",
                "columns: {case: Tgl, step: Jam, start: Hasil, unit: {column: Status, values: {a: b}}}\n",
                "columns: {case: Tgl, step: Jam, start: Hasil, note: Tgl}\n",
                columns + "skip: {where: [{column: Status, filled: false}]}\n",
                columns + "constants: {role: Kepala}\n",
                columns + "activities: [{when: [{column: Status, filled: true}]}]\n")) {
            assertThat(MappingPlan.of(read(more), TABLE)).as(more).isEmpty();
        }
    }
}
