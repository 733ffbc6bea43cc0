package id.patuh.mapping;

import id.patuh.mapping.Node.Items;
import id.patuh.mapping.Node.Keys;
import id.patuh.mapping.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes what is expected from places of a YAML text, and gathers the problems where something else stands there. */
final class Nodes {

    private final String file;
    private final List<MappingProblem> problems = new ArrayList<>();

    Nodes(String file) {
        this.file = file;
    }

    List<MappingProblem> problems() {
        return problems;
    }

    /** One text, or a list of them. */
    List<String> texts(Keys keys, String name) {
        Node node = keys.nodes().get(name);
        List<String> texts = new ArrayList<>();
        for (Node item : node instanceof Items items ? items.nodes() : List.of(node)) {
            if (item instanceof Scalar scalar && scalar.text() != null) {
                texts.add(scalar.text());
            } else {
                problem(item.line(), name + " ought to be a list of texts");
            }
        }
        return texts;
    }

    String text(Keys keys, String name) {
        Node node = keys.nodes().get(name);
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar && scalar.text() != null) {
            return scalar.text().strip();
        }
        problem(keys.lineOf(name), name + " ought to be a text");
        return null;
    }

    Boolean truth(Keys keys, String name) {
        String text = text(keys, name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problem(keys.lineOf(name), name + " ought to be true or false");
        }
        return text.equals("true");
    }

    List<Node> items(Node node, String name) {
        if (node instanceof Items items) {
            return items.nodes();
        }
        problem(node.line(), name + " ought to be a list");
        return List.of();
    }

    Keys keys(Node node, String name) {
        if (node instanceof Keys keys) {
            return keys;
        }
        problem(node.line(), name + " ought to be a group of keys");
        return null;
    }

    void allow(Keys keys, String names) {
        Set<String> allowed = Set.of(names.split(" "));
        keys.nodes().keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> problem(
                        keys.lineOf(key), "key " + key + " is unknown; known here: " + names.replace(" ", ", ")));
    }

    void problem(int line, String reason) {
        problems.add(new MappingProblem(file, line, reason));
    }

    List<Column> columns(Keys keys, String name) {
        return keys.nodes().containsKey(name)
                ? texts(keys, name).stream()
                        .map(text -> column(keys.lineOf(name), text))
                        .toList()
                : List.of();
    }

    Column column(int line, String name) {
        if (name == null || name.isBlank()) {
            problem(line, "a column has no name");
            return new Column("?");
        }
        return new Column(name.strip());
    }
}
