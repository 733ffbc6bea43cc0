package id.patuh.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.patuh.intake.TableSample;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.Sops;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a draft guesses from values, and that it is always a mapping. */
class MappingDraftTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("id.patuh.draft.notes_en");
    private static Sops sops;

    @BeforeAll
    static void readAnSop() {
        sops = new Sops(List.of(
                OurRules.RULES.sops().find("B276", LocalDate.of(2026, 3, 2)).orElseThrow()));
    }

    private static MappingDraft draft(String... lines) {
        List<TableSample.Row> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new TableSample.Row(rows.size() + 1, Arrays.asList(line.split(";", -1))));
        }
        return new MappingDraft("x.csv", new TableSample(null, rows, rows.size()), sops, null, TEXTS);
    }

    @ParameterizedTest(name = "{0} and {1} are {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            13/02/2026 08:00         | 01/02/2026 08:00         | times: ["d/M/yyyy H:mm"]   | -
            02/13/2026 08:00         | 02/01/2026 08:00         | times: ["M/d/yyyy H:mm"]   | -
            01/02/2026 08:00         | 03/02/2026 08:00         | times: ["d/M/yyyy H:mm"]   | Every date could have
            13/02/2026 08:00         | 02/13/2026 08:00         | times: ["d/M/yyyy H:mm"]   | Some dates can only
            13-02-26 8.00            | 01-02-26 18.00           | times: [d-M-yy H.mm]       | -
            2 Mei 2026 08:00         | 12 Agustus 2026 08:00    | times: ["d MMMM yyyy H:mm"] | -
            2 Mei 2026               | 12 Agu 2026              | times: [d MMMM yyyy, d MMM yyyy] | dates without a time
            46083.5                  | 46084.25                 | times: [excel]             | -
            2026-02-13T08:00:00Z     | 2026-02-13 08:00         | kind                       | -
            02/13/2026 01:00 PM      | 02/14/2026 11:00 AM      | times: ["M/d/yyyy h:mm a"] | -
            """)
    void tellsHowTimesAreWritten(String one, String other, String times, String doubt) {
        MappingDraft draft = draft("case;step;start;end", "A;1;" + one + ";" + other, "B;1;" + one + ";" + other);

        assertThat(draft.yaml())
                .contains(times.equals("kind") ? "kind: activity-log\nconfirmed: false\ncolumns:" : times);
        if (doubt == null) {
            assertThat(draft.doubts()).hasSize(1).allMatch(d -> d.startsWith("No SOP is named"));
        } else {
            assertThat(draft.doubts()).anyMatch(d -> d.startsWith(doubt) || d.contains(doubt));
        }
    }

    @Test
    void findsFieldsByTheirValues() {
        String first = sops.all().get(0).steps().get(0).title();
        String second = sops.all().get(0).steps().get(1).title();
        MappingDraft draft = draft(
                "Rekap;;;",
                "A;B;C;D",
                "K-1;" + first + ";2026-02-13 08:00;2026-02-13 09:00",
                "K-1;" + second + ";2026-02-13 08:00;2026-02-13 09:00",
                "K-2;" + first + ";2026-02-13 08:00;");

        assertThat(draft.yaml()).contains("  case: A ", "  step: B ", "  start: C ", "  end: D ", "  sop: B276 ");
        assertThat(draft.doubts()).hasSize(5);
    }

    @Test
    void pairsRowsOfStartsWithRowsOfCompletions() {
        MappingDraft draft = draft(
                "case_id;activity;activity_instance_id;lifecycle_id;timestamp",
                "1;1;7;start;2026-02-13 08:00",
                "1;1;7;schedule;2026-02-13 08:00",
                "1;1;7;complete;2026-02-13 09:00");
        assertThat(draft.yaml())
                .contains("  transition: lifecycle_id ", "  time: timestamp ")
                .contains("  instance: {column: activity_instance_id, required: true}")
                .doesNotContain("  start: ", "  end: ", "skip:");
        assertThat(draft.doubts()).hasSize(1);

        draft = draft(
                "Kasus;Tahap;Jenis Event;Waktu",
                "1;1;Mulai;2026-02-13 08:00",
                "1;1;Tunda;2026-02-13 08:30",
                "1;1;Selesai;2026-02-13 09:00");
        assertThat(draft.yaml())
                .contains("      Mulai: start\n      Tunda:   # start, complete,", "      Selesai: complete\n");
        assertThat(draft.doubts()).anyMatch(d -> d.startsWith("It is not certain which values of the column"));
    }

    @Test
    void readsCompletionsOnlyWhereNothingMarksAStart() {
        MappingDraft draft = draft(
                "case_id;activity;lifecycle;timestamp",
                "1;1;Complete;2026-02-13 08:00",
                "1;1;suspend;2026-02-13 09:00");
        assertThat(draft.yaml())
                .contains("    - {column: lifecycle, is_not: [Complete]}", "  start: timestamp ", "  end: timestamp ");
        assertThat(draft.doubts()).anyMatch(d -> d.contains("marks no start"));
    }

    @Test
    void joinsDatesWithTheirTimesOfDayAndTakesOutcomesForDecisions() {
        MappingDraft draft = draft(
                "case;step;Tgl Masuk;Jam;Petugas;Tgl Selesai;Pukul;Hasil",
                "A;1;13/02/2026;08.00;Budi;14/02/2026;09.30;Diterima",
                "B;1;13/02/2026;08.00;Budi;14/02/2026;09.30;Ditolak");
        assertThat(draft.yaml())
                .contains("times: [d/M/yyyy H.mm]\n")
                .contains("  start: {columns: [Tgl Masuk, Jam]}", "  end: {columns: [Tgl Selesai, Pukul]}")
                .contains("      Diterima: approve\n      Ditolak: revise\n")
                .doesNotContain("date_at", "ignore", "outputs");

        assertThat(draft("case;step;start;Hasil", "A;1;2026-02-13 08:00;Surat", "B;1;2026-02-13 08:00;Nota")
                        .yaml())
                .contains("  outputs: Hasil ");
    }

    @Test
    void isAMappingWhateverTheTableHolds() {
        Random random = new Random(20260301);
        List<String> pieces = List.of(
                "Case ID",
                "Activity",
                "start",
                "Keputusan",
                "concept:name",
                "",
                "#",
                "#2",
                "null",
                "true",
                "*a",
                "&b",
                "- x",
                "a: b",
                "\"",
                "'",
                "\\",
                "{",
                "[x]",
                "\u0001",
                "\n",
                "\u2028",
                "\ufeff",
                "\ud83d\ude00",
                "é",
                "2026-01-02 08:00",
                "03/04/2026",
                "4",
                "Setuju",
                "setuju.",
                "ya",
                "@",
                "`",
                "%",
                "!",
                "|",
                ">",
                "?",
                "~",
                "\t",
                "B276",
                "lifecycle");
        for (int i = 0; i < 1_500; i++) {
            int width = 1 + random.nextInt(6);
            List<TableSample.Row> rows = new ArrayList<>();
            for (int r = 0; r < 1 + random.nextInt(6); r++) {
                rows.add(new TableSample.Row(
                        r + 1,
                        random.ints(width, 0, pieces.size())
                                .mapToObj(n -> pieces.get(n)
                                        + (random.nextInt(4) == 0 ? pieces.get(random.nextInt(pieces.size())) : ""))
                                .collect(Collectors.toList())));
            }
            MappingDraft draft = new MappingDraft("a\nb", new TableSample(null, rows, rows.size()), sops, null, TEXTS);
            if (!draft.isEmpty()) {
                String yaml = draft.yaml();
                assertThatCode(() -> RuleSetReader.readMapping("m.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                        .as(yaml)
                        .doesNotThrowAnyException();
            }
        }
    }
}
