package id.patuh.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML text with the lines on which things stand. References to other places are refused. */
final class NodeReader {

    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final int DEEPEST = 12;

    private final JsonParser parser;
    private final BiConsumer<Integer, String> problems;

    /** A fault after which nothing more can be told. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;

        Broken(int line, String reason) {
            super(reason);
            this.line = line;
        }
    }

    private NodeReader(JsonParser parser, BiConsumer<Integer, String> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The text's one document; null when there is none that can be read.
     *
     * @param problems told of lines and what is wrong there
     */
    static Node read(String yaml, BiConsumer<Integer, String> problems) {
        try (JsonParser parser = MAPPER.createParser(yaml)) {
            NodeReader reader = new NodeReader(parser, problems);
            if (parser.nextToken() == null) {
                problems.accept(0, "the file is empty");
                return null;
            }
            Node node = reader.node(0);
            if (parser.nextToken() != null) {
                problems.accept(reader.line(), "a second document begins here");
            }
            return node;
        } catch (Broken e) {
            problems.accept(e.line, e.getMessage());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            // The parser draws a picture of the place over several lines.
            String reason = e.getOriginalMessage()
                    .strip()
                    .replaceAll("\\s*\\R\\s*\\^?\\s*", " ")
                    .replaceFirst(" in reader, line \\d+, column \\d+:", ":");
            problems.accept(at == null ? 0 : Math.max(at.getLineNr(), 0), "no YAML: " + reason);
        }
        return null;
    }

    private Node node(int depth) {
        int line = line();
        if (depth > DEEPEST) {
            throw new Broken(line, "nested deeper than " + DEEPEST + " levels");
        }
        if (((YAMLParser) parser).isCurrentAlias()) {
            throw new Broken(line, "references (*name) are not allowed");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> keys(line, depth);
            case START_ARRAY -> items(line, depth);
            case VALUE_NULL -> new Node.Scalar(line, null);
            default -> new Node.Scalar(line, parser.getString());
        };
    }

    private Node items(int line, int depth) {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node(depth + 1));
        }
        return new Node.Items(line, nodes);
    }

    private Node keys(int line, int depth) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int at = line();
            parser.nextToken();
            Node value = node(depth + 1);
            if (nodes.putIfAbsent(key, value) != null) {
                problems.accept(at, "key " + key + " stands twice");
            }
            lines.putIfAbsent(key, at);
        }
        return new Node.Keys(line, nodes, lines);
    }

    private int line() {
        return Math.max(parser.currentTokenLocation().getLineNr(), 0);
    }
}
