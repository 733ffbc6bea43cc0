package id.patuh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reasons are shared as a map in memory would share them, without its memory. */
class SharedReasonsTest {

    private static final int MANY = 100_000;
    private static final long MOST_BYTES = 4_000_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void areInTheOrderInWhichTheyCameFirst(int mostInMemory) {
        Random random = new Random(mostInMemory);
        Map<String, List<String>> expected = new LinkedHashMap<>();
        try (SharedReasons reasons = new SharedReasons(mostInMemory)) {
            assertThat(reasons).isEmpty();
            for (int i = 0; i < 500; i++) {
                String reason = "berkas " + random.nextInt(200) + ": \u20ac";
                String rule = "rule-" + i / 100;
                reasons.add(reason, rule);
                expected.computeIfAbsent(reason, r -> new ArrayList<>()).add(rule);
            }

            for (int time = 0; time < 2; time++) {
                Map<String, List<String>> shared = new LinkedHashMap<>();
                reasons.forEach(each ->
                        assertThat(shared.put(each.reason(), each.rules())).isNull());
                assertThat(List.copyOf(shared.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
            }
        }
    }

    @Test
    void memoryDoesNotGrowWithThem() {
        try (SharedReasons reasons = new SharedReasons(100)) {
            long before = used();
            for (int i = 0; i < MANY; i++) {
                reasons.add("berkas " + i % (MANY / 2) + ": the row could not be read", "step-missing");
            }
            int count = 0;
            for (SharedReasons.Shared each : reasons) {
                assertThat(each.rules()).hasSize(2);
                count++;
                if (count == MANY / 2) {
                    assertThat(used() - before).isLessThan(MOST_BYTES);
                }
            }
            assertThat(count).isEqualTo(MANY / 2);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
