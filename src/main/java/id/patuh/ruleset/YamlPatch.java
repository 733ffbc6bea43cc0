package id.patuh.ruleset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Changes single places of a YAML text that can be read; all else, comments, order and layout among it, stays as it is. Keys
 * are written as {@link YamlFile} writes them.
 */
final class YamlPatch {

    private static final String INDENT = "  ";

    private final String newline;
    private String text;
    /** Null where there is nothing but comments. */
    private Node root;

    YamlPatch(String text) {
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
        become(text);
    }

    String text() {
        return text;
    }

    /** What stands at a key: a text, a list of texts, or null where there is nothing. */
    Object value(String key) {
        Node node = node(key);
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(YamlPatch::single).toList();
        }
        return node == null ? null : single(node);
    }

    /** How many items a list has; none where there is no list. */
    int size(String list) {
        return node(list) instanceof SequenceNode sequence ? sequence.getValue().size() : 0;
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
        Node node = node(key);
        int dot = key.lastIndexOf('.');
        String around = dot < 0 ? "" : key.substring(0, dot);
        String name = key.substring(dot + 1);
        if (node instanceof SequenceNode list && value instanceof List<?> items) {
            setItems(list, items, key);
        } else if (node != null) {
            String gap = start(node) == end(node) ? " " : "";
            replace(start(node), end(node), gap + written(value, isInFlow(key)));
        } else if (node(around) instanceof MappingNode mapping) {
            insert(mapping, name, written(value, isInFlow(key)), order);
        } else {
            set(around, Map.of(name, value), order);
        }
    }

    /** Takes a key away; a mapping that has no other one goes with it. */
    private void remove(String key) {
        if (node(key) == null) {
            return;
        }
        int dot = key.lastIndexOf('.');
        String around = dot < 0 ? "" : key.substring(0, dot);
        List<NodeTuple> tuples = ((MappingNode) node(around)).getValue();
        if (tuples.size() == 1) {
            remove(around);
            return;
        }
        int at = 0;
        while (!name(tuples.get(at)).equals(key.substring(dot + 1))) {
            at++;
        }
        Node own = tuples.get(at).getKeyNode();
        if (at == 0) {
            replace(start(own), start(tuples.get(1).getKeyNode()), "");
        } else if (isFlow(node(around))) {
            replace(end(tuples.get(at - 1).getValueNode()), end(tuples.get(at).getValueNode()), "");
        } else {
            replace(lineStart(start(own)), nextLine(end(tuples.get(at).getValueNode())), "");
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
        if (isFlow(node(list))) {
            int at = last ? end(items.get(index - 1)) : start(items.get(index));
            replace(at, at, last ? ", " + YamlText.flow(item) : YamlText.flow(item) + ", ");
            return;
        }
        String indent = text.substring(lineStart(start(items.get(0))), dash(items.get(0)));
        int at = last ? regionEnd(items.get(index - 1)) : regionStart(list, index);
        boolean flow = isFlow(items.get(0));
        replace(at, at, flow ? indent + "- " + YamlText.flow(item) + newline : block(indent, item));
    }

    private void addFirst(String list, Map<String, Object> item) {
        Node old = node(list);
        if (old == null) {
            replace(text.length(), text.length(), list + ":" + newline + block(INDENT, item));
        } else {
            String written = block(INDENT, item);
            int afterColon = afterColon(list);
            replace(afterColon, end(old), newline + written.substring(0, written.length() - newline.length()));
        }
    }

    /** Takes an item out of a list. */
    void removeItem(String list, int index) {
        endLastLine();
        List<Node> items = items(list);
        if (items.size() == 1) {
            replace(afterColon(list), end(node(list)), " []");
        } else if (!isFlow(node(list))) {
            replace(regionStart(list, index), regionEnd(items.get(index)), "");
        } else if (index == 0) {
            replace(start(items.get(0)), start(items.get(1)), "");
        } else {
            replace(end(items.get(index - 1)), end(items.get(index)), "");
        }
    }

    /** Has an item stand elsewhere in its list, with the comments above it. */
    void move(String list, int from, int to) {
        if (from == to) {
            return;
        }
        endLastLine();
        List<Node> items = items(list);
        boolean flow = isFlow(node(list));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            texts.add(
                    flow
                            ? text.substring(start(items.get(i)), end(items.get(i)))
                            : text.substring(regionStart(list, i), regionEnd(items.get(i))));
        }
        int first = Math.min(from, to);
        int last = Math.max(from, to);
        int begin = flow ? start(items.get(first)) : regionStart(list, first);
        int finish = flow ? end(items.get(last)) : regionEnd(items.get(last));
        texts.add(to, texts.remove(from));
        replace(begin, finish, String.join(flow ? ", " : "", texts.subList(first, last + 1)));
    }

    /** Only the items that differ are written anew. */
    private void setItems(SequenceNode list, List<?> wanted, String key) {
        List<Node> items = list.getValue();
        List<String> now = wanted.stream().map(String::valueOf).toList();
        List<String> old = items.stream().map(YamlPatch::single).toList();
        if (now.isEmpty() || old.isEmpty()) {
            replace(afterColon(key), end(list), " " + written(wanted, true));
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
        boolean flow = isFlow(list);
        String between =
                flow ? ", " : newline + text.substring(lineStart(start(items.get(0))), dash(items.get(0))) + "- ";
        String written = wanted.subList(same, now.size() - below).stream()
                .map(item -> written(item, flow))
                .collect(Collectors.joining(between));
        int last = old.size() - below;
        if (same < last && !written.isEmpty()) {
            replace(start(items.get(same)), end(items.get(last - 1)), written);
        } else if (!written.isEmpty() && same == 0) {
            replace(start(items.get(0)), start(items.get(0)), written + between);
        } else if (!written.isEmpty()) {
            int at = flow ? end(items.get(same - 1)) : lineEnd(end(items.get(same - 1)));
            replace(at, at, between + written);
        } else if (same < last && same == 0) {
            replace(start(items.get(0)), start(items.get(last)), "");
        } else if (same < last) {
            int from = flow ? end(items.get(same - 1)) : lineEnd(end(items.get(same - 1)));
            replace(from, flow ? end(items.get(last - 1)) : lineEnd(end(items.get(last - 1))), "");
        }
    }

    private void insert(MappingNode mapping, String name, String written, List<String> order) {
        List<NodeTuple> tuples = mapping.getValue();
        NodeTuple before = tuples.get(0);
        for (NodeTuple tuple : tuples) {
            if (order.indexOf(name(tuple)) < order.indexOf(name)) {
                before = tuple;
            }
        }
        if (isFlow(mapping)) {
            int at = end(before.getValueNode());
            replace(at, at, ", " + name + ": " + written);
        } else {
            int at = lineEnd(end(before.getValueNode()));
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
        root = new Compose(LoadSettings.builder().build())
                .composeString(changed)
                .orElse(null);
    }

    /** So that lines can be put below. */
    private void endLastLine() {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            become(text + newline);
        }
    }

    private List<Node> items(String list) {
        return ((SequenceNode) node(list)).getValue();
    }

    /** Null where nothing stands at the key. */
    private Node node(String key) {
        Node at = root;
        for (String part : key.split("\\.|(?=\\[)")) {
            if (part.startsWith("[")) {
                int index = Integer.parseInt(part.substring(1, part.length() - 1)) - 1;
                at = at instanceof SequenceNode list && index < list.getValue().size()
                        ? list.getValue().get(index)
                        : null;
            } else if (!part.isEmpty()) {
                at = at instanceof MappingNode mapping ? member(mapping, part) : null;
            }
        }
        return at;
    }

    private static Node member(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(tuple -> name(tuple).equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static String name(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    private static String single(Node node) {
        return node instanceof ScalarNode scalar && !Objects.equals(scalar.getTag(), Tag.NULL)
                ? scalar.getValue()
                : null;
    }

    private boolean isInFlow(String key) {
        for (int end = key.length();
                end > 0;
                end = Math.max(key.lastIndexOf('.', end - 1), key.lastIndexOf('[', end - 1))) {
            if (isFlow(node(key.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    private int afterColon(String key) {
        int dot = key.lastIndexOf('.');
        MappingNode around = (MappingNode) node(dot < 0 ? "" : key.substring(0, dot));
        Node name = around.getValue().stream()
                .filter(tuple -> name(tuple).equals(key.substring(dot + 1)))
                .map(NodeTuple::getKeyNode)
                .findFirst()
                .orElseThrow();
        return text.indexOf(':', end(name)) + 1;
    }

    /** Where an item begins with the comments above it. */
    private int regionStart(String list, int index) {
        List<Node> items = items(list);
        int start = lineStart(dash(items.get(index)));
        int least = index > 0 ? regionEnd(items.get(index - 1)) : nextLine(afterColon(list));
        while (start > least
                && text.substring(lineStart(start - 1), start).stripLeading().startsWith("#")) {
            start = lineStart(start - 1);
        }
        return start;
    }

    private int regionEnd(Node item) {
        return nextLine(end(item));
    }

    private int dash(Node item) {
        return text.lastIndexOf('-', start(item) - 1);
    }

    private int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** Behind the last character; the parser's own end of a block lies where the next token begins. */
    private int end(Node node) {
        if (node instanceof MappingNode mapping && !isFlow(node)) {
            return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode list && !isFlow(node)) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        int start = start(node);
        int end = offset(node.getEndMark().orElseThrow());
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The parser counts characters beyond the basic plane once. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : text.startsWith("\r\n", end - 1) ? end - 1 : end;
    }

    private int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
