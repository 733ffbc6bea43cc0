package id.patuh.mapping;

import java.util.List;
import java.util.Map;

/** A place in a YAML text: a scalar, a list or a map, with its line. */
sealed interface Node {

    int line();

    /** @param text as written; null where nothing is */
    record Scalar(int line, String text) implements Node {}

    record Items(int line, List<Node> nodes) implements Node {}

    /** @param lines where each key stands */
    record Keys(int line, Map<String, Node> nodes, Map<String, Integer> lines) implements Node {

        int lineOf(String key) {
            return lines.getOrDefault(key, line);
        }
    }
}
