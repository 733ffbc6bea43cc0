package id.patuh.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Rounds in which everybody has a turn, another one first each time. */
final class Rounds {

    private final Map<String, List<Measure>> measures = new LinkedHashMap<>();

    /** @param outputs where each one writes, by name; deleted beforehand */
    Rounds(Map<String, Contestant> contestants, int rounds, UnaryOperator<String> outputs)
            throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(contestants.keySet());
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get((i + round) % names.size());
                Files.deleteIfExists(Path.of(outputs.apply(name)));
                Measure measure = Measure.of(contestants.get(name));
                measures.computeIfAbsent(name, n -> new ArrayList<>()).add(measure);
                System.out.printf(
                        "round %d  %-20s %7.2f s wall %7.2f s CPU %6.0f MiB%n",
                        round + 1, name, measure.wall(), measure.cpu(), measure.memory());
            }
        }
    }

    /** Prints medians. @param limit whom all are compared with; where it took no part, the first one */
    void print(String limit) {
        String first = measures.keySet().iterator().next();
        List<Measure> least = measures.getOrDefault(limit, measures.get(first));
        System.out.printf(
                "%n| | wall ÷ %s | CPU ÷ | wall | CPU | memory |%n|---|---|---|---|---|---|%n",
                measures.containsKey(limit) ? limit : first);
        measures.forEach((name, all) -> System.out.printf(
                "| %s | %.2f | %.2f | %.2f s | %.2f s | %.0f MiB |%n",
                name,
                median(all, Measure::wall) / median(least, Measure::wall),
                median(all, Measure::cpu) / median(least, Measure::cpu),
                median(all, Measure::wall),
                median(all, Measure::cpu),
                median(all, Measure::memory)));
    }

    private static double median(List<Measure> measures, ToDoubleFunction<Measure> of) {
        double[] sorted = measures.stream().mapToDouble(of).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
