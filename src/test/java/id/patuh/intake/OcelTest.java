package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.violation.Evidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcelTest {

    private static final String TYPES =
            "{\"objectTypes\":[{\"name\":\"permohonan\",\"attributes\":[]}],\"eventTypes\":[],";
    private static final String OBJECTS = """
            "objects":[
            {"id":"NA","type":"permohonan","attributes":[{"name":"sop","time":"1970-01-01T00:00:00Z","value":"B276"}]},
            {"id":"K2","type":"permohonan","attributes":[{"name":"nomor_sop","value":"B276"},{"name":"unit","value":"U"}]},
            {"id":"D1","type":"dokumen"},{"id":"D2","type":"dokumen"}]""";
    private static final String EVENTS = "\"events\":["
            + event("1", "2025-03-03T08:00:00+07:00", "lifecycle:transition=start org:resource=A", "NA") + ",\n"
            + event("disposisi", "2025-03-03T08:10:00Z", "org:role=Kepala inputs=x;y", "K2", "D1") + ",\n"
            + event(
                    "1",
                    "2025-03-03T08:20:00+07:00",
                    "lifecycle:transition=complete org:resource=EMPTY",
                    "NA",
                    "D1",
                    "D2")
            + "]";

    @TempDir
    Path folder;

    private static String event(String type, String time, String attributes, String... objects) {
        StringBuilder event =
                new StringBuilder("{\"id\":\"e\",\"type\":\"" + type + "\",\"time\":\"" + time + "\",\"attributes\":[");
        for (String attribute : attributes.isEmpty() ? new String[0] : attributes.split(" ")) {
            String[] parts = attribute.split("=");
            event.append("{\"name\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"},");
        }
        event.append("{\"name\":\"other\",\"value\":1}],\"relationships\":[");
        for (String object : objects) {
            event.append("{\"objectId\":\"" + object + "\",\"qualifier\":\"q\"},");
        }
        event.append("{\"objectId\":\"" + objects[0] + "\",\"qualifier\":\"again\"}]}");
        return event.toString();
    }

    @Test
    void saysThatTheOldVersionIsNotRead() {
        for (String text : List.of(
                "{\"ocel:global-log\":{\"ocel:version\":\"1.0\"},\"ocel:events\":{},\"ocel:objects\":{}}",
                "{\"ocel:events\":{\"e1\":{\"ocel:activity\":\"1\"}}}")) {
            assertThat(Sample.rejected(read(text))).containsExactly("null|null|null|ocel-version");
        }
    }

    @Test
    void readsCasesWhateverStandsFirst() {
        for (String text : List.of(
                TYPES + OBJECTS + ",\n" + EVENTS + "}",
                "{" + EVENTS + ",\n" + OBJECTS + ",\"eventTypes\":[],\"objectTypes\":[]}",
                "{" + EVENTS + ",\n" + OBJECTS + "}")) {
            ReadAll read = read(text);

            assertThat(Sample.rejected(read)).isEmpty();
            assertThat(told(read))
                    .containsExactlyInAnyOrder(
                            "NA 1 null 1740963600000-1740964800000", "K2 disposisi U 1740989400000-1740989400000");
        }
        ActivityRecord pair =
                read(TYPES + OBJECTS + ",\n" + EVENTS + "}").activities().get(1);
        String path = folder.resolve("a").toString();
        assertThat(pair.row().cell("start"))
                .isEqualTo(new Evidence(path, null, 1, "time", "2025-03-03T08:00:00+07:00"));
        assertThat(pair.row().cell("end")).isEqualTo(new Evidence(path, null, 3, "time", "2025-03-03T08:20:00+07:00"));
        assertThat(pair.row().cell("case")).isEqualTo(new Evidence(path, null, 1, "permohonan", "NA"));
        assertThat(pair.person()).isNull();
    }

    @Test
    void namesTheTypesWhereNoneOrSeveralCanBeTheCase() {
        ReadAll none = read(TYPES + OBJECTS + ",\"events\":[" + event("1", "2025-03-03T08:00Z", "", "NA", "K2") + "]}");
        assertThat(Sample.rejected(none)).containsExactly("null|null|null|case-type-none");
        assertThat(none.rejected().stream().toList().get(0).details())
                .isEqualTo(Map.of("types", "dokumen, permohonan"));

        String both = TYPES + OBJECTS + ",\"events\":[" + event("1", "2025-03-03T08:00Z", "", "NA", "D1") + "]}";
        assertThat(Sample.rejected(read(both))).containsExactly("null|null|null|case-type-several");
        assertThat(told(read(both.replace("permohonan", "Berkas")))).hasSize(1);

        assertThat(Sample.rejected(read(TYPES + OBJECTS + ",\"events\":[]}")))
                .containsExactly("null|null|null|log-empty");
    }

    @Test
    void rejectsEventsByTheirPosition() {
        String good = event("1", "2025-03-03T08:00Z", "", "NA");
        ReadAll read = read(TYPES + OBJECTS + ",\"events\":[7," + good + ","
                + event("1", "2025-03-03T08:00Z", "", "NA", "X") + ","
                + good.replace("\"objectId\"", "\"object\"") + ","
                + good.replace("\"time\":\"2025-03-03T08:00Z\"", "\"time\":null") + ","
                + good.replace("\"1\"", "\"entah\"") + ","
                + good.replace("\"type\":", "\"type\":\"2\",\"type\":") + "]}");

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "1|null|7|type-wrong",
                        "3|relationships|X|object-unknown",
                        "4|relationships|null|value-missing",
                        "5|time|null|value-missing",
                        "6|type|entah|step-unreadable",
                        "7|type|1|key-duplicate");
        assertThat(told(read)).hasSize(1);
        assertThat(read.lostActivities())
                .extracting(LostActivity::caseId)
                .containsExactlyInAnyOrder(null, null, null, "NA", "NA", "NA");
        assertThat(read.inputs().get(0).rows()).isEqualTo(7);
        assertThat(read.inputs().get(0).rejected()).isEqualTo(6);
    }

    @Test
    void keepsWhatStandsBeforeABreak() {
        byte[] whole = (TYPES + OBJECTS + ",\n" + EVENTS + "}").getBytes(StandardCharsets.UTF_8);
        for (int length = TYPES.length(); length < whole.length; length++) {
            ReadAll read =
                    Sample.in(folder).file("a", Arrays.copyOf(whole, length)).read();

            assertThat(Sample.rejected(read))
                    .describedAs("cut at %d", length)
                    .containsExactly("null|null|null|json-broken");
            assertThat(told(read))
                    .hasSizeLessThanOrEqualTo(2)
                    .isSubsetOf(told(read(TYPES + OBJECTS + ",\n" + EVENTS + "}")));
            assertThat(read.lostActivities()).anyMatch(l -> l.row() == null && l.caseId() == null);
        }
    }

    @Test
    void endsAtALimitOfDepth() {
        ReadAll deep = read(TYPES + "\"x\":" + "[".repeat(100_000) + "," + OBJECTS + "," + EVENTS + "}");
        assertThat(Sample.rejected(deep)).containsExactly("null|null|null|json-limit");
    }

    private ReadAll read(String text) {
        return Sample.read(folder, "a", text);
    }

    private static List<String> told(ReadAll read) {
        return read.activities().stream()
                .map(a -> a.caseId() + " " + a.step() + " " + a.unit() + " " + a.start() + "-" + a.end())
                .toList();
    }
}
