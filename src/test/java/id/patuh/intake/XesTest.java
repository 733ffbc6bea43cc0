package id.patuh.intake;

import static id.patuh.intake.Xes.event;
import static id.patuh.intake.Xes.log;
import static id.patuh.intake.Xes.string;
import static id.patuh.intake.Xes.trace;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.violation.Evidence;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XesTest {

    @TempDir
    Path folder;

    static Stream<Arguments> forms() {
        String xes = log(trace("é", event("1", null, "08:30")));
        String prefixed = xes.replaceAll("<(/?)(\\w)", "<$1x:$2").replace("<x:log", "<x:log xmlns:x=\"urn:x\"");
        String undeclared = xes.substring(xes.indexOf('\n') + 1);
        String latin = xes.replace("UTF-8", "ISO-8859-1");
        Charset cp1252 = Charset.forName("windows-1252");
        return Stream.of(
                Arguments.of("none.xes", utf8(xes)),
                Arguments.of("short.xes", utf8(namespace(xes, "http://www.xes-standard.org"))),
                Arguments.of("slash.xes", utf8(namespace(xes, "http://www.xes-standard.org/"))),
                Arguments.of("prefixed.xes", utf8(prefixed)),
                Arguments.of("version.xes", utf8(xes.replace("1.0\">\n<t", "1849-2016\">\n<t"))),
                Arguments.of("named-wrongly.csv", utf8(xes)),
                Arguments.of("packed.xes.gz", Sample.gzip(utf8(xes))),
                Arguments.of("bom.xes", utf8("\ufeff" + xes)),
                Arguments.of("undeclared.xes", utf8(undeclared)),
                Arguments.of("undeclared1252.xes", undeclared.getBytes(cp1252)),
                Arguments.of("latin1.xes", latin.getBytes(cp1252)),
                Arguments.of("utf16.xes", xes.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)),
                Arguments.of("apostrophes.xes", utf8(xes.replace('"', '\''))),
                Arguments.of("references.xes", utf8(xes.replace("é", "&#xe9;"))),
                Arguments.of("comment.xes", utf8(xes.replace("<log", "<!-- <trace> --><?x y?>\n<log"))));
    }

    private static String namespace(String xes, String uri) {
        return xes.replace("<log", "<log xmlns=\"" + uri + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsTheSameLogInEveryForm(String name, byte[] bytes) {
        ReadAll read = Sample.in(folder).file(name, bytes).read();

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(told(read)).containsExactly("é 1 08:30-08:30");
        assertThat(read.inputs().get(0).kind()).isEqualTo(InputFile.Kind.ACTIVITY_LOG);
    }

    @Test
    void pairsStartAndCompleteInTheOrderOfTheFile() {
        ReadAll read = read(log(trace(
                "K",
                event("1", "start", "08:00"),
                event("2", "START", "08:10"),
                event("1", "Start", "08:20"),
                event("1", "complete", "08:30"),
                event("3", "complete", "08:40"),
                event("1", "COMPLETE", "08:50"),
                event("4", "start", "09:00", string("concept:instance", "a")),
                event("4", "start", "09:10", string("concept:instance", "b")),
                event("4", "complete", "09:20", string("concept:instance", "b")))));

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(told(read))
                .containsExactly(
                        "K 1 08:00-08:30",
                        "K 2 08:10-",
                        "K 1 08:20-08:50",
                        "K 3 08:40-08:40",
                        "K 4 09:00-",
                        "K 4 09:10-09:20");
        assertThat(read.inputs().get(0).rows()).isEqualTo(6);
    }

    @Test
    void pairsByTheTimesWhereTheNewestEventStandsFirst() {
        ReadAll read = read(log(trace(
                "K",
                event("3", "start", "10:00"),
                event("2", "complete", "09:40"),
                event("1", "start", "09:30"),
                event("2", "start", "09:20"),
                event("2", "complete", "09:10"),
                event("4", "complete", "09:05", string("concept:instance", "a")),
                event("4", "start", "09:05", string("concept:instance", "a")),
                event("1", "complete", "08:50"),
                event("2", "start", "08:40"),
                event("1", "start", "08:30"))));

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(told(read))
                .containsExactlyInAnyOrder(
                        "K 1 08:30-08:50",
                        "K 1 09:30-",
                        "K 2 08:40-09:10",
                        "K 2 09:20-09:40",
                        "K 3 10:00-",
                        "K 4 09:05-09:05");
        assertThat(read.activities()).noneMatch(a -> a.row().table().isInstant());
    }

    @Test
    void keepsTheOrderOfTheFileWhereTheTimesPairNoBetter() {
        ReadAll read = read(log(
                trace("K", event("1", "start", "10:00"), event("1", "complete", "09:00")),
                trace(
                        "L",
                        event("1", "complete", "09:00").replace("value=\"2025-03-03T09:00", "value=\"x"),
                        event("1", "start", "08:00"))));

        assertThat(told(read)).containsExactly("K 1 10:00-09:00", "L 1 08:00-");
        assertThat(Sample.rejected(read)).hasSize(1);
    }

    @Test
    void withOneTimeAnActivityNothingIsSaidOfHowLongItTook() {
        String lone = trace("K", event("1", null, "08:00"), event("2", "complete", "09:00"));

        assertThat(read(log(lone)).activities())
                .hasSize(2)
                .allMatch(a -> a.row().table().isInstant());
        assertThat(read(log(lone, trace("L", event("1", "start", "08:00")))).activities())
                .hasSize(3)
                .noneMatch(a -> a.row().table().isInstant());
        Evidence end = read(log(lone)).activities().get(1).row().cell("end");
        assertThat(end.column()).isEqualTo("time:timestamp");
        assertThat(end.value()).contains("T09:00");
    }

    @Test
    void pointsAtTheEventAndKeyOfEachCell() {
        String path = folder.resolve("a.xes").toString();
        ReadAll read = read(log(trace(
                "K",
                event("1", "start", "08:00", string("org:resource", "A"), string("inputs", "x")),
                event("1", "complete", "08:30", string("org:resource", "B"), string("kelengkapan", "y; x")),
                event("2", null, "08:40", string("org:group", "Tim"), string("selesai", "2025-03-03 08:45")))));

        ActivityRecord pair = read.activities().get(0);
        assertThat(pair.row().whole()).isEqualTo(new Evidence(path, null, 6, null, null));
        assertThat(pair.row().cell("start"))
                .isEqualTo(new Evidence(path, null, 6, "time:timestamp", "2025-03-03T08:00:00.000+07:00"));
        assertThat(pair.row().cell("end"))
                .isEqualTo(new Evidence(path, null, 13, "time:timestamp", "2025-03-03T08:30:00.000+07:00"));
        assertThat(pair.row().cell("person")).isEqualTo(new Evidence(path, null, 13, "org:resource", "B"));
        assertThat(pair.row().cell("case")).isEqualTo(new Evidence(path, null, 6, "concept:name", "K"));
        assertThat(pair.row().cell("outputs")).isEqualTo(new Evidence(path, null, 6, null, null));
        assertThat(pair.inputs()).containsExactly("x", "y", "x");
        ActivityRecord lone = read.activities().get(1);
        assertThat(lone.row().cell("role")).isEqualTo(new Evidence(path, null, 20, "org:group", "Tim"));
        assertThat(lone.row().cell("end")).isEqualTo(new Evidence(path, null, 20, "selesai", "2025-03-03 08:45"));
        assertThat(lone.start()).isEqualTo(lone.end());
    }

    @Test
    void saysOnceWhatTransitionsItPassesOver() {
        ReadAll read = read(log(
                trace(
                        "K",
                        event("1", "schedule", "08:00"),
                        event("1", "start", "08:10"),
                        event("1", "suspend", "08:20")),
                trace(
                        "L",
                        event("2", "schedule", "08:00"),
                        event("2", "start", "08:10"),
                        event("2", "ate_abort", "08:20")),
                trace("M", event("2", "Schedule", "08:00"), event("2", "complete", "08:10"))));

        assertThat(read.rejected()).isEmpty();
        assertThat(read.inputs().get(0).notes())
                .containsExactly(
                        new InputNote("transition-passed-over", Map.of("transition", "schedule", "count", "2")),
                        new InputNote("transition-passed-over", Map.of("transition", "suspend", "count", "1")),
                        new InputNote("transition-aborted", Map.of("transition", "ate_abort", "count", "1")),
                        new InputNote("transition-passed-over", Map.of("transition", "Schedule", "count", "1")));
        assertThat(told(read)).containsExactly("K 1 08:10-", "M 2 08:10-08:10");
        assertThat(read.lostActivities()).isEmpty();
    }

    @Test
    void losesWhatATransitionOfUnknownMeaningMayHaveBegunOrEnded() {
        ReadAll read = read(log(trace(
                "K",
                event("1", "start", "08:00"),
                event("2", "start", "08:10"),
                event("1", "Wait - User", "08:20"),
                event("1", "complete", "08:30"),
                event("2", "complete", "08:40"))));

        assertThat(told(read)).containsExactly("K 2 08:10-08:40");
        assertThat(Sample.rejected(read)).containsExactly("16|lifecycle:transition|Wait - User|transition-unknown");
        assertThat(read.lostActivities())
                .extracting(LostActivity::caseId, LostActivity::sop, LostActivity::row)
                .containsExactlyInAnyOrder(tuple("K", 6), tuple("K", 16), tuple("K", 21));
        assertThat(read.inputs().get(0).rejected()).isEqualTo(3);
    }

    private static org.assertj.core.groups.Tuple tuple(String caseId, int row) {
        return org.assertj.core.api.Assertions.tuple(caseId, "B276", row);
    }

    @Test
    void losesWhatAnEventWithoutANameMayHaveBegunOrEnded() {
        String nameless = event("", "complete", "08:20");
        ReadAll ended = read(log(trace(
                "K",
                event("1", "start", "08:00"),
                nameless,
                event("1", "start", "08:30"),
                event("2", "complete", "08:40"))));
        assertThat(told(ended)).containsExactly("K 2 08:40-08:40");
        assertThat(Sample.rejected(ended)).containsExactly("11|concept:name|null|value-missing");

        ReadAll begun = read(log(trace(
                "K", event("", "start", "08:00"), event("1", "complete", "08:20"), event("2", "start", "08:30"))));
        assertThat(told(begun)).containsExactly("K 2 08:30-");

        ReadAll plain =
                read(log(trace("K", event("1", null, "08:00"), event("", null, "08:20"), event("2", null, "08:30"))));
        assertThat(told(plain)).containsExactly("K 1 08:00-08:00", "K 2 08:30-08:30");
    }

    @Test
    void readsTheContractsFieldsUnderTheirOwnKeys() {
        ReadAll read = read("""
                <log><string key="nomor_sop" value="B276"/><string key="opd" value="Log"/>
                <global scope="trace"><string key="unit" value="UNKNOWN"/></global>
                <global scope="event"><string key="org:role" value="UNKNOWN"/><date key="start_timestamp" value="x"/></global>
                <list key="meta_org"><string key="sop" value="B278"><string key="unit" value="no"/></string></list>
                <trace><string key="No. Berkas" value="NA"/><string key="unit kerja" value="UKPBJ"/>
                <string key="org:resource" value="nobody"/><string key="decision" value="A_DECLINED"/>
                <event>
                <string key="Concept:Name" value="membuat rencana  survey"/>
                <date key="start_timestamp" value="2025-03-03 08:00"/><date key="time:timestamp" value="2025-03-03T08:30"/>
                <string key="pelaksana" value="Kepala"><string key="org:role" value="nested"/></string>
                <list key="kelengkapan"><string key="meta" value="no"/>
                <values><string key="i" value="Nota; Dinas"/><string key="i" value="-"/><string key="i" value="Surat"/></values></list>
                <container key="OUTPUT"><string key="a" value="Rencana"/></container>
                <boolean key="unknown" value="true"/><list key="keputusan"><string key="x" value="setuju"/></list>
                <string key="catatan" value="café"/>
                </event></trace></log>
                """);

        assertThat(Sample.rejected(read)).isEmpty();
        ActivityRecord only = read.activities().get(0);
        assertThat(only)
                .usingRecursiveComparison()
                .ignoringFields("row")
                .isEqualTo(new ActivityRecord(
                        "NA",
                        new ActivityKind(
                                "B276",
                                "membuat rencana  survey",
                                "Kepala",
                                List.of("Nota; Dinas", "-", "Surat"),
                                List.of("Rencana"),
                                null),
                        null,
                        "UKPBJ",
                        1740963600000L,
                        1740965400000L,
                        null));
        assertThat(only.row().value("note")).isEqualTo("café");
        assertThat(only.row().table().has("decision")).isTrue();
        assertThat(only.row().table().has("person")).isFalse();
    }

    @Test
    void takesUnknownExecutorsForNotRecordedAndGroupsForRolesWhereThereAreNone() {
        String group = string("org:group", "Tim");
        ReadAll groups = read(log(trace(
                "K",
                event("1", null, "08:00", string("org:resource", "EMPTY"), group),
                event("1", null, "08:00", string("org:resource", "?")),
                event("1", null, "08:00", string("org:resource", "UNDEFINED"), string("org:role", "MISSING"), group))));
        assertThat(groups.activities()).extracting(ActivityRecord::person).containsOnlyNulls();
        assertThat(groups.activities()).extracting(ActivityRecord::role).containsOnlyNulls();

        ReadAll only = read(log(trace("K", event("1", null, "08:00", group))));
        assertThat(only.activities()).extracting(ActivityRecord::role).containsExactly("Tim");
    }

    @Test
    void keepsTheAttributesOfACaseThatAreCopiedToItsEventsApart() {
        ReadAll read = read("<log><trace>" + string("concept:name", "K")
                + event(
                        "1",
                        null,
                        "08:00",
                        string("(case)_SOP", "B276"),
                        string("case:unit", "UKPBJ"),
                        string("(case)_resource", "no"),
                        string("(case)_start", "2020-01-01"),
                        string("case:concept:name", "K"))
                + "</trace></log>");

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(read.activities()).extracting(ActivityRecord::unit).containsExactly("UKPBJ");
        assertThat(read.activities()).extracting(ActivityRecord::person).containsOnlyNulls();
    }

    @Test
    void fallsBackOnTheClassifiersOfTheLog() {
        String classifiers = "<classifier name=\"a\" keys=\"concept:name lifecycle:transition\"/>"
                + "<classifier name=\"b\" keys=\"'Nama Tahap' org:resource\"/><classifier keys=\"kode sub\"/>"
                + "<classifier scope=\"trace\" keys=\"sop\"/>";
        String time = "<date key=\"time:timestamp\" value=\"2025-03-03 08:00\"/>";
        ReadAll read = read(log(
                classifiers,
                trace(
                        "K",
                        event("T01", null, "08:00", string("Nama Tahap", "disposisi")),
                        event("menyetujui rencana", null, "08:00", string("Nama Tahap", "disposisi")),
                        "<event>" + string("Nama Tahap", "Melaksanakan survey") + time + "</event>",
                        "<event>" + string("kode", "B") + string("sub", "2") + time + "</event>",
                        event("T02", null, "08:00", string("langkah", "4")),
                        event("T02", null, "08:00"))));

        assertThat(read.activities())
                .extracting(ActivityRecord::step)
                .containsExactly("disposisi", "menyetujui rencana", "Melaksanakan survey", "2", "4");
        assertThat(read.activities().get(0).row().cell("step").column()).isEqualTo("Nama Tahap");
        assertThat(Sample.rejected(read)).containsExactly("24|concept:name|T02|step-unreadable");
    }

    @Test
    void rejectsWhatStandsInTheWrongPlaceOrTwice() {
        ReadAll read = read(log(
                event("1", null, "08:00"),
                "<trace></trace>\n",
                "<trace>\n" + string("sop", "B276") + event("1", null, "08:00") + event("1", "schedule", "08:00")
                        + "</trace>\n",
                trace("K", string("concept:name", "L"), event("1", null, "08:00")),
                trace(
                        "M",
                        event("1", null, "08:00", string("concept:name", "2")),
                        event("1", null, "08:10", string("org:resource", "A"), string("org:resource", "B")),
                        event("1", null, "08:20", string("org:resource", "A"), string("org:resource", "A")),
                        event("1", null, "08:30", string("petugas", "A"), string("pegawai", "B")),
                        event("1", null, "08:40", "<event/>"))));

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "3|null|null|event-misplaced",
                        "8|concept:name|null|trace-nameless",
                        "23|concept:name|L|key-duplicate",
                        "32|concept:name|2|key-duplicate",
                        "37|org:resource|B|key-duplicate",
                        "49|pegawai|null|column-duplicate",
                        "58|null|null|event-misplaced");
        assertThat(told(read)).containsExactly("M 1 08:20-08:20", "M 1 08:30-08:30", "M 1 08:40-08:40");
        assertThat(read.lostActivities())
                .extracting(LostActivity::caseId)
                .containsExactlyInAnyOrder(null, null, null, null, "M", "M");
        assertThat(read.inputs().get(0).notes())
                .contains(new InputNote("traces-empty", Map.of("count", "1", "first", "7")));
    }

    @Test
    void emptyTracesCostNothingOfTheOthersAndAreCounted() {
        ReadAll read = read(log("<trace/>\n", trace("K", event("1", null, "08:00")), trace("L"), "<trace></trace>\n"));

        assertThat(read.rejected()).isEmpty();
        assertThat(read.lostActivities()).isEmpty();
        assertThat(told(read)).containsExactly("K 1 08:00-08:00");
        assertThat(read.inputs().get(0).notes())
                .containsExactly(new InputNote("traces-empty", Map.of("count", "3", "first", "3")));
    }

    @Test
    void rejectsWhatIsLeftOfABrokenTag() {
        ReadAll read = read(log(
                "string key=\"sop\" value=\"B276\"/>\n",
                trace(
                        "K",
                        event("1", "start", "08:00"),
                        event("2", null, "08:10", "string key=\"inputs\"/>"),
                        event("1", "complete", "08:20"),
                        event("3", null, "08:30")),
                trace("L", "string key=\"unit\"/>\n", event("1", null, "08:00"))));

        assertThat(Sample.rejected(read))
                .containsExactly("4|null|null|text-stray", "12|null|null|text-stray", "26|null|null|text-stray");
        assertThat(told(read)).containsExactly("K 3 08:30-08:30");
        assertThat(read.lostActivities()).hasSize(4);
    }

    @Test
    void namesLineKeyAndValueOfWhatItRejects() {
        ReadAll read = read(log(trace(
                "K",
                event("1", "complete", "xx"),
                event("1", "start", "08:00"),
                event("1", "complete", "25:00"),
                event("entah", null, "08:00"),
                event("3", null, "08:00", string("keputusan", "mungkin")),
                "<event>\n" + string("concept:name", "1") + "</event>\n",
                event("2", "start", "08:00"),
                "<event>\n" + string("concept:name", "2") + string("lifecycle:transition", "complete")
                        + "</event>\n")));

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "6|time:timestamp|2025-03-03Txx:00.000+07:00|time-unreadable",
                        "16|time:timestamp|2025-03-03T25:00:00.000+07:00|time-unreadable",
                        "21|concept:name|entah|step-unreadable",
                        "25|keputusan|mungkin|decision-unreadable",
                        "30|time:timestamp|null|value-missing",
                        "38|time:timestamp|null|value-missing");
        assertThat(read.activities()).isEmpty();
        assertThat(read.lostActivities()).hasSize(6).allMatch(l -> l.caseId().equals("K"));
    }

    private ReadAll read(String text) {
        return Sample.read(folder, "a.xes", text);
    }

    /** Activities in short. */
    private static List<String> told(ReadAll read) {
        return read.activities().stream()
                .map(a -> a.caseId() + " " + a.step() + " " + clock(a.start()) + "-"
                        + (a.end() == ActivityRecord.RUNNING ? "" : clock(a.end())))
                .toList();
    }

    private static String clock(long at) {
        return Instant.ofEpochMilli(at).atZone(Sample.JAKARTA).toLocalTime().toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
