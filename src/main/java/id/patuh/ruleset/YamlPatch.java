package id.patuh.ruleset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes single places of a YAML text that can be read; all else, comments, order and layout among it, stays as it is. Keys
 * are written as {@link YamlFile} writes them.
 */
final class YamlPatch {

    private static final String INDENT = "  ";

    private final String newline;
    private String text;
    private YamlNodes nodes;

    YamlPatch(String text) {
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
        become(text);
    }

    String text() {
        return text;
    }

    /** What stands at a key: a text, a list of texts, or null where there is nothing. */
    Object value(String key) {
        Node node = nodes.node(key);
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(YamlNodes::single).toList();
        }
        return node == null ? null : YamlNodes.single(node);
    }

    /** How many items a list has; none where there is no list. */
    int size(String list) {
        return nodes.node(list) instanceof SequenceNode sequence
                ? sequence.getValue().size()
                : 0;
    }

    /**
     * Gives a key a value.
     *
     * @param value a text, number, date, truth value or list; null takes the key away
     * @param order of the keys of its mapping, which says where a new one goes
     */
    void set(String key, Object value, List<String> order) {
        if (value == null) {
            remove(key);
            return;
        }
        Node node = nodes.node(key);
        int dot = key.lastIndexOf('.');
        String around = dot < 0 ? "" : key.substring(0, dot);
        String name = key.substring(dot + 1);
        if (node instanceof SequenceNode list && value instanceof List<?> items) {
            setItems(list, items, key);
        } else if (node != null) {
            String gap = nodes.start(node) == nodes.end(node) ? " " : "";
            replace(nodes.start(node), nodes.end(node), gap + written(value, nodes.isInFlow(key)));
        } else if (nodes.node(around) instanceof MappingNode mapping) {
            insert(mapping, name, written(value, nodes.isInFlow(key)), order);
        } else {
            set(around, Map.of(name, value), order);
        }
    }

    /** Takes a key away; a mapping that has no other one goes with it. */
    private void remove(String key) {
        if (nodes.node(key) == null) {
            return;
        }
        int dot = key.lastIndexOf('.');
        String around = dot < 0 ? "" : key.substring(0, dot);
        List<NodeTuple> tuples = ((MappingNode) nodes.node(around)).getValue();
        if (tuples.size() == 1) {
            remove(around);
            return;
        }
        int at = 0;
        while (!YamlNodes.name(tuples.get(at)).equals(key.substring(dot + 1))) {
            at++;
        }
        Node own = tuples.get(at).getKeyNode();
        if (at == 0) {
            replace(nodes.start(own), nodes.start(tuples.get(1).getKeyNode()), "");
        } else if (YamlNodes.isFlow(nodes.node(around))) {
            replace(
                    nodes.end(tuples.get(at - 1).getValueNode()),
                    nodes.end(tuples.get(at).getValueNode()),
                    "");
        } else {
            replace(
                    nodes.lineStart(nodes.start(own)),
                    nodes.nextLine(nodes.end(tuples.get(at).getValueNode())),
                    "");
        }
    }

    /**
     * Adds a mapping to a list, which is made where there is none.
     *
     * @param index where it is to stand, from 0
     */
    void add(String list, int index, Map<String, Object> item) {
        endLastLine();
        if (size(list) == 0) {
            addFirst(list, item);
            return;
        }
        List<Node> items = items(list);
        boolean last = index == items.size();
        if (YamlNodes.isFlow(nodes.node(list))) {
            int at = last ? nodes.end(items.get(index - 1)) : nodes.start(items.get(index));
            replace(at, at, last ? ", " + YamlText.flow(item) : YamlText.flow(item) + ", ");
            return;
        }
        String indent = text.substring(nodes.lineStart(nodes.start(items.get(0))), nodes.dash(items.get(0)));
        int at = last ? nodes.regionEnd(items.get(index - 1)) : nodes.regionStart(list, index);
        boolean flow = YamlNodes.isFlow(items.get(0));
        replace(at, at, flow ? indent + "- " + YamlText.flow(item) + newline : block(indent, item));
    }

    private void addFirst(String list, Map<String, Object> item) {
        Node old = nodes.node(list);
        if (old == null) {
            replace(text.length(), text.length(), list + ":" + newline + block(INDENT, item));
        } else {
            String written = block(INDENT, item);
            int afterColon = nodes.afterColon(list);
            replace(afterColon, nodes.end(old), newline + written.substring(0, written.length() - newline.length()));
        }
    }

    /** Takes an item out of a list. */
    void removeItem(String list, int index) {
        endLastLine();
        List<Node> items = items(list);
        if (items.size() == 1) {
            replace(nodes.afterColon(list), nodes.end(nodes.node(list)), " []");
        } else if (!YamlNodes.isFlow(nodes.node(list))) {
            replace(nodes.regionStart(list, index), nodes.regionEnd(items.get(index)), "");
        } else if (index == 0) {
            replace(nodes.start(items.get(0)), nodes.start(items.get(1)), "");
        } else {
            replace(nodes.end(items.get(index - 1)), nodes.end(items.get(index)), "");
        }
    }

    /** Has an item stand elsewhere in its list, with the comments above it. */
    void move(String list, int from, int to) {
        if (from == to) {
            return;
        }
        endLastLine();
        List<Node> items = items(list);
        boolean flow = YamlNodes.isFlow(nodes.node(list));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            texts.add(
                    flow
                            ? text.substring(nodes.start(items.get(i)), nodes.end(items.get(i)))
                            : text.substring(nodes.regionStart(list, i), nodes.regionEnd(items.get(i))));
        }
        int first = Math.min(from, to);
        int last = Math.max(from, to);
        int begin = flow ? nodes.start(items.get(first)) : nodes.regionStart(list, first);
        int finish = flow ? nodes.end(items.get(last)) : nodes.regionEnd(items.get(last));
        texts.add(to, texts.remove(from));
        replace(begin, finish, String.join(flow ? ", " : "", texts.subList(first, last + 1)));
    }

    /** Only the items that differ are written anew. */
    private void setItems(SequenceNode list, List<?> wanted, String key) {
        List<Node> items = list.getValue();
        List<String> now = wanted.stream().map(String::valueOf).toList();
        List<String> old = items.stream().map(YamlNodes::single).toList();
        if (now.isEmpty() || old.isEmpty()) {
            replace(nodes.afterColon(key), nodes.end(list), " " + written(wanted, true));
            return;
        }
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        int below = 0;
        while (below < Math.min(old.size(), now.size()) - same
                && old.get(old.size() - 1 - below).equals(now.get(now.size() - 1 - below))) {
            below++;
        }
        boolean flow = YamlNodes.isFlow(list);
        String between = flow
                ? ", "
                : newline + text.substring(nodes.lineStart(nodes.start(items.get(0))), nodes.dash(items.get(0))) + "- ";
        String written = wanted.subList(same, now.size() - below).stream()
                .map(item -> written(item, flow))
                .collect(Collectors.joining(between));
        int last = old.size() - below;
        if (same < last && !written.isEmpty()) {
            replace(nodes.start(items.get(same)), nodes.end(items.get(last - 1)), written);
        } else if (!written.isEmpty() && same == 0) {
            replace(nodes.start(items.get(0)), nodes.start(items.get(0)), written + between);
        } else if (!written.isEmpty()) {
            int at = flow ? nodes.end(items.get(same - 1)) : nodes.lineEnd(nodes.end(items.get(same - 1)));
            replace(at, at, between + written);
        } else if (same < last && same == 0) {
            replace(nodes.start(items.get(0)), nodes.start(items.get(last)), "");
        } else if (same < last) {
            int from = flow ? nodes.end(items.get(same - 1)) : nodes.lineEnd(nodes.end(items.get(same - 1)));
            replace(from, flow ? nodes.end(items.get(last - 1)) : nodes.lineEnd(nodes.end(items.get(last - 1))), "");
        }
    }

    private void insert(MappingNode mapping, String name, String written, List<String> order) {
        List<NodeTuple> tuples = mapping.getValue();
        NodeTuple before = tuples.get(0);
        for (NodeTuple tuple : tuples) {
            if (order.indexOf(YamlNodes.name(tuple)) < order.indexOf(name)) {
                before = tuple;
            }
        }
        if (YamlNodes.isFlow(mapping)) {
            int at = nodes.end(before.getValueNode());
            replace(at, at, ", " + name + ": " + written);
        } else {
            int at = nodes.lineEnd(nodes.end(before.getValueNode()));
            int column = before.getKeyNode().getStartMark().map(Mark::getColumn).orElseThrow();
            replace(at, at, newline + " ".repeat(column) + name + ": " + written);
        }
    }

    private String block(String indent, Map<String, Object> item) {
        String lead = indent + "- ";
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Object> e : item.entrySet()) {
            lines.append(lead)
                    .append(e.getKey())
                    .append(": ")
                    .append(written(e.getValue(), false))
                    .append(newline);
            lead = indent + INDENT;
        }
        return lines.toString();
    }

    private static String written(Object value, boolean flow) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return flow || value instanceof List || value instanceof Map ? YamlText.flow(value) : YamlText.block(value);
    }

    private void replace(int from, int to, String by) {
        become(text.substring(0, from) + by + text.substring(to));
    }

    private void become(String changed) {
        text = changed;
        nodes = new YamlNodes(changed);
    }

    /** So that lines can be put below. */
    private void endLastLine() {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            become(text + newline);
        }
    }

    private List<Node> items(String list) {
        return ((SequenceNode) nodes.node(list)).getValue();
    }
}
