package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.followup.Nightly;
import id.patuh.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The items of follow-up plans at the command line. */
class FollowUpsCommandTest extends DatabaseOfTest {

    private static final LocalDate DATE = LocalDate.of(2026, 9, 28);

    @BeforeEach
    void oneNight() throws IOException {
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            Nightly nights = new Nightly(store, folder);
            nights.drop(
                    "rtl.json",
                    Files.readString(Path.of("sample-data/follow-up/rtl-2026.json"))
                            .replace("Memasang papan tarif", "=1+1, \\\"tarif\\\"\\u001b[2J"));
            nights.until(DATE);
        }
    }

    @Test
    void whatIsLateStandsFirstWithWhatAllComesTo() {
        CommandLineRun listed = patuh("followups", "--as-of", "2026-10-01");
        assertThat(listed.exitCode()).isZero();
        List<String> lines = listed.out().lines().toList();
        assertThat(lines.get(1)).startsWith("terlambat").contains("2026-09-30", "Seksi Pelayanan");
        assertThat(lines)
                .contains(
                        "Direncanakan 3, terealisasi 2: 66,67 %",
                        "Keadaan: terlambat 1, terealisasi 2",
                        "Unsur pada survei berikutnya: belum ada survei berikutnya 2")
                .anyMatch(
                        line -> line.endsWith(
                                "laporan menyatakan 80 %, BERBEDA: 2 dari 3 terealisasi (66,67 %). Temuan: rtl-percent-mismatch."));
        assertThat(listed.out()).contains("rtl-schedule-missing").doesNotContain("\u001b");
    }

    @Test
    void itemsAreFilteredByStateUnitOwnerQuarterAndWhenTheyAreDue() {
        assertThat(numbers("--state", "under-way,overdue")).containsExactly("1");
        assertThat(numbers("--unit", "kecamatan  d")).hasSize(3);
        assertThat(numbers("--unit", "Kecamatan")).isEmpty();
        assertThat(numbers("--owner", "pelayanan")).containsExactly("1", "3");
        assertThat(numbers("--quarter", "2026-TW4")).containsExactly("3");
        assertThat(numbers("--quarter", "2026-TWIII")).containsExactly("1");
        assertThat(numbers("--due-within", "2")).containsExactly("1");
        assertThat(numbers("--due-within", "1")).isEmpty();
        assertThat(english("followups", Nightly.SCOPE, "--owner", "nobody").out())
                .isEqualTo("No items of follow-up plans are known, or none fits the filter.\n");
    }

    private static List<String> numbers(String... filter) {
        String[] args = new String[filter.length + 4];
        System.arraycopy(new String[] {"followups", Nightly.SCOPE, "--as-of", DATE.toString()}, 0, args, 0, 4);
        System.arraycopy(filter, 0, args, 4, filter.length);
        return json(args)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/number").asString())
                .toList();
    }

    @Test
    void oneItemIsShownWithItsHistory() {
        String item = json("followups", Nightly.SCOPE).at("/items/0/item").asString();
        CommandLineRun shown = english("followups", "show", Nightly.SCOPE, item, "--as-of", "2026-10-02");
        assertThat(shown.out())
                .contains("Owner: Seksi Pelayanan", "Time: 2026-07-01 to 2026-09-30", "Obstacle: Anggaran")
                .contains("Stands in: rtl.json:followUps[1].plan:1", "State: overdue")
                .contains("  2026-09-28  under way  run 1\n  2026-10-01  overdue  by time\n");
        JsonNode history = json("followups", "show", Nightly.SCOPE, item, "--as-of", "2026-10-02")
                .at("/history");
        assertThat(history.at("/0/run").asInt()).isEqualTo(1);
        assertThat(history.at("/1/state").asString()).isEqualTo("overdue");
    }

    @Test
    void csvStaysTextInSpreadsheets() {
        CommandLineRun csv = patuh("followups", "--format", "csv", "--state", "done", "--quarter", "2026-TW4");
        assertThat(csv.out().lines()).hasSize(2);
        assertThat(csv.out())
                .startsWith("\ufeffLingkup;Butir;Unit;")
                .contains(";terealisasi")
                .contains(";\"'=1+1, \"\"tarif\"\"")
                .contains(";rtl-early;");
        assertThat(english("followups", "--format", "csv").out())
                .startsWith("\ufeffScope;Item;Unit;")
                .contains(";Sheet;Row\r\n");
    }

    @Test
    void whatIsNotKnownIsToldPlainly() {
        assertThat(english("followups", "Nowhere").err())
                .isEqualTo("There is no scope Nowhere: it was never checked.\n");
        assertThat(english("followups", "show", Nightly.SCOPE, "abc").exitCode())
                .isEqualTo(2);
        assertThat(english("followups", "--quarter", "2026-TW5").err())
                .startsWith("The quarter 2026-TW5 cannot be read");
        assertThat(english("followups", "--format", "pdf").exitCode()).isEqualTo(2);
        assertThat(english("followups", "--due-within", "-1").exitCode()).isEqualTo(2);
        assertThat(english("followups", "--state", "good").exitCode()).isEqualTo(2);
    }

    /** A percentage would say that the rest is not done. */
    @Test
    void noPercentageIsToldWhereNoListSaysWhatIsDone() throws IOException {
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            Nightly nights = new Nightly(store, folder);
            nights.drop("rencana.json", """
                    {"followUps":[{"unit":"Kecamatan B","survey":"SKM 2027","period":"2027-TW1","claimedPercent":50,
                    "plan":[{"id":"1","activity":"Papan tarif","quarters":["TW I 2027"],"owner":"Seksi Umum"}]}]}
                    """);
            nights.until(DATE.plusDays(1));
        }
        String[] ofUnit = {"followups", "--as-of", "2026-10-01", "--unit", "Kecamatan B"};
        assertThat(english(ofUnit).out())
                .contains("Planned 1, known to be done 0; it is not known of all of them.", "cannot be compared")
                .doesNotContain("0.00");
        JsonNode summary = json(ofUnit).at("/summary");
        assertThat(summary.at("/percent").isNull()).isTrue();
        assertThat(summary.at("/claims/0/percent").isNull()).isTrue();
    }
}
