package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every way in which two changes can meet in one file. */
class RuleSetMergeTest {

    private static final String[] CONTENTS = {null, "a", "b", "c"};

    @Test
    void whatOnlyOneSideChangedIsTakenOverAndWhatBothChangedIsAConflict() {
        Map<String, byte[]> base = new HashMap<>();
        Map<String, byte[]> first = new HashMap<>();
        Map<String, byte[]> second = new HashMap<>();
        Map<String, byte[]> expected = new HashMap<>();
        List<String> conflicts = new ArrayList<>();
        for (String was : CONTENTS) {
            for (String mine : CONTENTS) {
                for (String theirs : CONTENTS) {
                    String path = "sop/" + was + mine + theirs;
                    put(base, path, was);
                    put(first, path, mine);
                    put(second, path, theirs);
                    boolean changed = !Objects.equals(was, mine);
                    if (changed && !Objects.equals(was, theirs) && !Objects.equals(mine, theirs)) {
                        conflicts.add(path);
                    }
                    put(expected, path, changed ? mine : theirs);
                }
            }
        }

        RuleSetMerge merge =
                RuleSetMerge.of(RuleSetContent.of(base), RuleSetContent.of(first), RuleSetContent.of(second));

        assertThat(merge.conflicts()).containsExactlyInAnyOrderElementsOf(conflicts);
        assertThat(merge.content().sha256())
                .isEqualTo(RuleSetContent.of(expected).sha256());
    }

    private static void put(Map<String, byte[]> files, String path, String content) {
        if (content != null) {
            files.put(path, content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
