package id.patuh.bench.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, by what was asked for, and which were none. May be used by many threads. */
final class Answers {

    private final Map<String, List<Long>> millis = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();

    synchronized void add(String what, long nanos) {
        millis.computeIfAbsent(what, each -> new ArrayList<>()).add(nanos / 1_000_000);
    }

    synchronized void addWrong(String what) {
        wrong.merge(what, 1, Integer::sum);
    }

    synchronized void print() {
        System.out.printf("%-12s %8s %8s %8s %8s%n", "", "answers", "p50 ms", "p95 ms", "max ms");
        millis.forEach((what, all) -> {
            Collections.sort(all);
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %,8d %,8d %,8d %,8d%n",
                    what,
                    all.size(),
                    all.get(all.size() / 2),
                    all.get((all.size() * 95 - 1) / 100),
                    all.get(all.size() - 1));
        });
        System.out.println(wrong.isEmpty() ? "no error" : "errors: " + wrong);
    }
}
