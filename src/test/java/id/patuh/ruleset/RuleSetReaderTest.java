package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a rule set is found at once and named by file, line, column and key: each cause once. */
class RuleSetReaderTest {

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeEach
    void copy() throws IOException {
        rules = new RulesCopy(folder);
    }

    @Test
    void theRuleSetItselfIsRight() {
        assertThat(rules.problems()).isEmpty();
    }

    @Test
    void everyFileIsNamedAtOnce() throws IOException {
        rules.edit("rule-set.yaml", "version:", "versi:")
                .edit("sources/pp-71-2019.yaml", "\ntitle:", "\ntitel:")
                .edit("sources/pp-82-2012.yaml", "repealed_by: pp-71-2019", "repealed_by: pp-71-1209")
                .edit("parameters/sop/maximum-rounds.yaml", "value: 3", "value: tiga")
                .edit("parameters/sop/stall-limit.yaml", "value: 3 hari", "value: 3 hri")
                .edit("parameters/skm/aggregation.yaml", "value: mean", "value: median")
                .edit("parameters/skm/priority-count.yaml", "tindak-lanjut\n", "tindak-lnjut\n")
                .edit("parameters/lint/making-words.yaml", "    basis:", "    dasar:")
                .edit("parameters/skm/interval.yaml", "2014-05-02", "2004-02-24")
                .edit("skm/kepmenpan-25-2004.yaml", "code: U9", "code: U8")
                .edit("skm/permenpanrb-16-2014.yaml", "max: 4", "max: 1")
                .edit("skm/reasons.yaml", "unsur: U8", "unsur: U10")
                .edit("regions/kabupaten-karanganyar.yaml", "SETDA-11-8-102", "SETDA-11-8-201")
                .edit("calendar/units.yaml", "{}", "{Dinas Kesehatan: asn-wit, Dinas Sosial: asn-wiet}")
                .edit("calendar/holidays-2025.csv", "2025-01-27", "27-01-2025")
                .edit("sop/b276.yaml", "approve: 4", "approve: 44")
                .edit("sop/b278.yaml", "calendar: asn", "calendar: asm");

        assertThat(rules.problems())
                .containsExactlyInAnyOrder(
                        "rule-set.yaml:2:8: versi \"2026.11.1\": key-misspelt",
                        "sources/pp-71-2019.yaml:2:8: titel \"Peraturan Pemerintah Nomor 71 Tahun 2019 tentang Penyelen...\": key-misspelt",
                        "parameters/lint/making-words.yaml:9:12: values[1].dasar \"permenpanrb-35-2012/lampiran-mutu-baku\": key-unrecognised",
                        "parameters/skm/aggregation.yaml:8:12: values[1].value \"median\": choice-unknown",
                        "parameters/skm/interval.yaml:12:11: values[2].from \"2004-02-24\": date-repeated",
                        "parameters/sop/maximum-rounds.yaml:8:12: values[1].value \"tiga\": not-number",
                        "parameters/sop/stall-limit.yaml:8:12: values[1].value \"3 hri\": not-limit",
                        "calendar/holidays-2025.csv:3: date \"27-01-2025\": not-date",
                        "sop/b276.yaml:64:25: steps[3].decision.approve \"44\": decision-unknown",
                        "skm/kepmenpan-25-2004.yaml:31:11: unsur[9].code \"U8\": unsur-repeated",
                        "skm/permenpanrb-16-2014.yaml:4:1: scale: scale-reversed",
                        "sources/pp-82-2012.yaml:10:14: repealed_by \"pp-71-1209\": source-unknown",
                        "parameters/skm/priority-count.yaml:9:12: values[1].basis \"permenpanrb-14-2017/lampiran-tindak-lnjut\": basis-unknown",
                        "sop/b278.yaml:39:11: calendar \"asm\": calendar-unknown",
                        "regions/kabupaten-karanganyar.yaml:2:6: sop \"SETDA-11-8-201\": sop-unknown",
                        "calendar/units.yaml:3:53: calendars.Dinas Sosial \"asn-wiet\": calendar-unknown",
                        "skm/reasons.yaml:19:12: reasons[6].unsur \"U10\": unsur-undefined");
    }

    @Test
    void oneBrokenCalendarIsOneProblem() throws IOException {
        rules.edit(
                "calendar/asn.yaml",
                "\"07:30-12:00\", \"13:00-16:00\"]\n  tue",
                "\"07:30-12:00\", \"11:00-16:00\"]\n  tue");

        assertThat(rules.problems()).containsExactly("calendar/asn.yaml:9:3: week.mon: hours-overlap");
    }

    @Test
    void aCalendarThatIsNoYamlIsOneProblem() throws IOException {
        Files.writeString(rules.file("calendar/asn.yaml"), "\tid: asn\n");

        assertThat(rules.problems()).containsExactly("calendar/asn.yaml:1:1: \"id: asn\": yaml-tab");
    }

    @Test
    void aBrokenTableOfHolidaysIsNamedOnceThoughThreeCalendarsUseIt() throws IOException {
        rules.edit("calendar/holidays-2024.csv", "date,kind", "tanggal,kind");

        assertThat(rules.problems()).containsExactly("calendar/holidays-2024.csv:1: date: column-absent");
    }

    @Test
    void whatNeedsABrokenFileIsNotComplainedOfToo() throws IOException {
        rules.edit("sources/permenpanrb-35-2012.yaml", "\ntitle:", "\ntitel:")
                .edit("sources/permenpanrb-14-2017.yaml", "kind:", "jenis:")
                .edit("parameters/sop/maximum-rounds.yaml", "unit: kali", "unit: kali\nunit: kali")
                .edit("sop/karanganyar-setda-11-8-102.yaml", "in_force:", "inforce:");

        assertThat(rules.problems())
                .containsExactly(
                        "sources/permenpanrb-14-2017.yaml:4:8: jenis \"permen\": key-unrecognised",
                        "sources/permenpanrb-35-2012.yaml:2:8: titel \"Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedom...\": key-misspelt",
                        "parameters/sop/maximum-rounds.yaml:6:1: unit: key-repeated",
                        "sop/karanganyar-setda-11-8-102.yaml:10:10: inforce \"2020-01-07\": key-misspelt");
    }
}
