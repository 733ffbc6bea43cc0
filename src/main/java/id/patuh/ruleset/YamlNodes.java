package id.patuh.ruleset;

import java.util.List;
import java.util.Objects;
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

/** Where in a YAML text its values stand: places are offsets in the text. */
final class YamlNodes {

    private final String text;
    /** Null where there is nothing but comments. */
    private final Node root;

    YamlNodes(String text) {
        this.text = text;
        this.root =
                new Compose(LoadSettings.builder().build()).composeString(text).orElse(null);
    }

    /** Null where nothing stands at the key. */
    Node node(String key) {
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

    /** The key of an entry. */
    static String name(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    /** The text of a single value; null where there is none. */
    static String single(Node node) {
        return node instanceof ScalarNode scalar && !Objects.equals(scalar.getTag(), Tag.NULL)
                ? scalar.getValue()
                : null;
    }

    /** Whether what stands at a key, or around it, is written between brackets. */
    boolean isInFlow(String key) {
        for (int end = key.length();
                end > 0;
                end = Math.max(key.lastIndexOf('.', end - 1), key.lastIndexOf('[', end - 1))) {
            if (isFlow(node(key.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a list or a mapping is written between brackets. */
    static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    /** Where the value of a key may begin. */
    int afterColon(String key) {
        int dot = key.lastIndexOf('.');
        MappingNode around = (MappingNode) node(dot < 0 ? "" : key.substring(0, dot));
        Node name = around.getValue().stream()
                .filter(tuple -> name(tuple).equals(key.substring(dot + 1)))
                .map(NodeTuple::getKeyNode)
                .findFirst()
                .orElseThrow();
        return text.indexOf(':', end(name)) + 1;
    }

    /** Where a node begins. */
    int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** Behind the last character; the parser's own end of a block lies where the next token begins. */
    int end(Node node) {
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

    /** Where the line of a place begins. */
    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line of a place ends, without its line break. */
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : text.startsWith("\r\n", end - 1) ? end - 1 : end;
    }

    /** Where the next line begins. */
    int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** Where an item begins with the comments above it. */
    int regionStart(String list, int index) {
        List<Node> items = ((SequenceNode) node(list)).getValue();
        int start = lineStart(dash(items.get(index)));
        int least = index > 0 ? regionEnd(items.get(index - 1)) : nextLine(afterColon(list));
        while (start > least
                && text.substring(lineStart(start - 1), start).stripLeading().startsWith("#")) {
            start = lineStart(start - 1);
        }
        return start;
    }

    /** Where the line below an item begins. */
    int regionEnd(Node item) {
        return nextLine(end(item));
    }

    /** The hyphen of an item. */
    int dash(Node item) {
        return text.lastIndexOf('-', start(item) - 1);
    }
}
