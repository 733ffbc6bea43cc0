package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A patch changes what it should and leaves all other bytes alone. */
class YamlPatchTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> ORDER = List.of("no", "title", "inputs", "within", "after", "decision", "note");

    private static final String TEXT = """
            # head: with a colon
            id: X   # beside
            empty:
            steps:  # list: of steps

              # about the first
              - no: 1
                title: 'one: 1'
                inputs:
                  - a   # first
                  # between
                  - "b, c"
                  - d
              # about the second
              # in two lines
              - title: two   # no number
                within: null
                decision: {approve: 3, revise: 1}  # where to
              - {no: 3, title: "three, or 3", inputs: [x, 'y, z'], note: }
            last: |
              text: kept
                - as it is
            """;

    @Test
    void valuesAreReplacedInPlace() {
        assertThat(set("steps[1].title", "one")).isEqualTo(TEXT.replace("'one: 1'", "one"));
        assertThat(set("steps[2].within", "1 jam")).isEqualTo(TEXT.replace("within: null", "within: 1 jam"));
        assertThat(set("steps[3].title", "a, b: c")).isEqualTo(TEXT.replace("\"three, or 3\"", "\"a, b: c\""));
        assertThat(set("steps[2].decision.revise", new BigDecimal(2)))
                .isEqualTo(TEXT.replace("revise: 1", "revise: 2"));
        assertThat(set("empty", "no more")).isEqualTo(TEXT.replace("empty:\n", "empty: no more\n"));
        assertThat(set("steps[1].inputs", List.of("a", "new", "d"))).isEqualTo(TEXT.replace("\"b, c\"", "new"));
        assertThat(set("steps[1].inputs", List.of("a", "b, c"))).isEqualTo(TEXT.replace("      - d\n", ""));
        assertThat(set("steps[1].inputs", List.of("a", "b, c", "d", "e")))
                .isEqualTo(TEXT.replace("      - d\n", "      - d\n      - e\n"));
        assertThat(set("steps[3].inputs", List.of("x", "y, z", "w"))).isEqualTo(TEXT.replace("'y, z']", "'y, z', w]"));
        assertThat(set("steps[3].inputs", List.of())).isEqualTo(TEXT.replace("[x, 'y, z']", "[]"));
    }

    @Test
    void keysComeAndGoInTheirPlace() {
        assertThat(set("steps[1].within", "2 hari"))
                .isEqualTo(TEXT.replace("      - d\n", "      - d\n    within: 2 hari\n"));
        assertThat(set("steps[2].after", List.of(1)))
                .isEqualTo(TEXT.replace("within: null\n", "within: null\n    after: [1]\n"));
        assertThat(set("steps[3].within", "1 jam")).isEqualTo(TEXT.replace("'y, z'],", "'y, z'], within: 1 jam,"));
        assertThat(set("steps[2].decision.approve", null)).isEqualTo(TEXT.replace("approve: 3, ", ""));
        assertThat(set("steps[2].decision.revise", null)).isEqualTo(TEXT.replace(", revise: 1", ""));
        assertThat(set("steps[2].title", null))
                .isEqualTo(TEXT.replace("title: two   # no number\n    within", "within"));
        assertThat(set("steps[1].inputs", null)).isEqualTo(TEXT.replaceAll("(?s)    inputs:\n.*?- d\n", ""));
        YamlPatch both = new YamlPatch(TEXT);
        both.set("steps[2].decision.approve", null, ORDER);
        both.set("steps[2].decision.revise", null, ORDER);
        assertThat(both.text()).isEqualTo(TEXT.replaceAll(".*decision.*\n", ""));
    }

    @Test
    void itemsMoveWithTheCommentsAboveThem() {
        YamlPatch moved = new YamlPatch(TEXT);
        moved.move("steps", 0, 1);
        assertThat(moved.text()
                        .lines()
                        .filter(l -> l.contains("about") || l.contains("title"))
                        .toList())
                .containsExactly(
                        "  # about the second",
                        "  - title: two   # no number",
                        "  # about the first",
                        "    title: 'one: 1'",
                        "  - {no: 3, title: \"three, or 3\", inputs: [x, 'y, z'], note: }");
        moved.move("steps", 1, 0);
        assertThat(moved.text()).isEqualTo(TEXT);

        YamlPatch removed = new YamlPatch(TEXT);
        removed.removeItem("steps", 1);
        assertThat(removed.text()).isEqualTo(TEXT.replaceAll("(?s)  # about the second.*?where to\n", ""));
    }

    @Test
    void aListThatIsEmptiedAndFilledAgainIsTheSame() {
        String text = "# none\nrules: [] # yet";
        YamlPatch patch = new YamlPatch(text);
        patch.add("rules", 0, Map.of("rule", "step-late"));
        assertThat(patch.text()).isEqualTo("# none\nrules:\n  - rule: step-late # yet\n");
        patch.removeItem("rules", 0);
        assertThat(patch.text()).isEqualTo(text + "\n");
        YamlPatch fresh = new YamlPatch("");
        fresh.add("rules", 0, Map.of("rule", "step-late"));
        assertThat(fresh.text()).isEqualTo("rules:\n  - rule: step-late\n");
    }

    @Test
    void linesKeepTheirEnds() {
        YamlPatch patch = new YamlPatch(TEXT.replace("\n", "\r\n"));
        patch.set("steps[1].within", "1 jam", ORDER);
        patch.set("steps[1].inputs", List.of("a", "b, c", "d", "e"), ORDER);
        patch.add("steps", 3, Map.of("no", 4));
        assertThat(patch.text().replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    static Stream<String> layouts() {
        String flow =
                "steps: [{no: 1, title: a}, {no: 2, title: 'b, c', inputs: []}, {no: 3, title: d}] # all\nid: x\n";
        String emoji =
                "# \ud83d\ude00\ud83d\ude00\ntitle: \ud83d\ude00\nsteps:\n- no: 1\n  title: \"\ud83d\ude00 x\"\n- no: 2\n- no: 3\n  inputs: [\ud83d\ude00]";
        return Stream.of(TEXT, flow, emoji, TEXT.replace("\n", "\r\n"));
    }

    /** Whatever is done, the text means what a tree means to which the same is done. */
    @ParameterizedTest
    @MethodSource("layouts")
    void textAndTreeAgree(String text) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            YamlPatch patch = new YamlPatch(text);
            Map<String, Object> tree = tree(text);
            for (int step = 0; step < 6; step++) {
                change(patch, tree, random);
                assertThat(tree(patch.text()))
                        .as("seed %d\n%s", seed, patch.text())
                        .isEqualTo(tree);
            }
            patch.text()
                    .lines()
                    .filter(line -> line.contains("#") && !line.contains("\"# x"))
                    .forEach(line -> assertThat(text).contains(line.substring(line.indexOf('#'))));
        }
    }

    private static void change(YamlPatch patch, Map<String, Object> tree, Random random) {
        List<Map<String, Object>> steps = steps(tree);
        int at = steps.isEmpty() ? 0 : random.nextInt(steps.size());
        switch (steps.isEmpty() ? 0 : random.nextInt(5)) {
            case 0 -> {
                int to = random.nextInt(steps.size() + 1);
                Map<String, Object> item = new LinkedHashMap<>(Map.of("no", 7, "inputs", List.of("p: q", "r")));
                patch.add("steps", to, item);
                steps.add(to, new LinkedHashMap<>(item));
            }
            case 1 -> {
                patch.removeItem("steps", at);
                steps.remove(at);
            }
            case 2 -> {
                int to = random.nextInt(steps.size());
                patch.move("steps", at, to);
                steps.add(to, steps.remove(at));
            }
            case 3 -> {
                List<String> items = new ArrayList<>(List.of("a", "b, c", "d", "x", "\ud83d\ude00"));
                items.removeIf(item -> random.nextBoolean());
                patch.set("steps[" + (at + 1) + "].inputs", items, ORDER);
                steps.get(at).put("inputs", items);
            }
            default -> {
                String key = ORDER.get(random.nextInt(2) == 0 ? 1 : 6);
                String value = random.nextInt(3) == 0
                        ? null
                        : List.of("t", "yes", "1", "# x", "- y", " z ").get(random.nextInt(6));
                if (value == null && steps.get(at).size() == 1) {
                    return;
                }
                patch.set("steps[" + (at + 1) + "]." + key, value, ORDER);
                if (value == null) {
                    steps.get(at).remove(key);
                } else {
                    steps.get(at).put(key, value);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> tree) {
        return (List<Map<String, Object>>) tree.get("steps");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(String text) {
        return YAML.readValue(text, Map.class);
    }

    private static String set(String key, Object value) {
        YamlPatch patch = new YamlPatch(TEXT);
        patch.set(key, value, ORDER);
        return patch.text();
    }
}
