package id.patuh.intake;

import java.io.BufferedReader;
import java.io.IOException;

/** Decides from the content, never from the name, how a file is read. */
final class ContentReader {

    private final SourceFile file;
    private final FileFacts facts;
    private final InputFile.Kind kind;

    ContentReader(SourceFile file, FileFacts facts, InputFile.Kind kind) {
        this.file = file;
        this.facts = facts;
        this.kind = kind;
    }

    void read() throws IOException {
        int first;
        try (BufferedReader text = file.text()) {
            first = firstVisible(text);
        }
        if (first < 0) {
            facts.rejectFile("file-empty");
            return;
        }
        if (first == '{' || first == '[') {
            if (first == '{' && manyObjects()) {
                try (BufferedReader text = file.text()) {
                    new JsonReader(facts).readLines(text);
                }
            } else {
                try (BufferedReader text = file.text()) {
                    new JsonReader(facts).read(text);
                }
            }
        } else {
            try (BufferedReader text = file.text()) {
                new DelimitedReader(facts, kind).read(text);
            }
        }
    }

    private static int firstVisible(BufferedReader text) throws IOException {
        int c = text.read();
        while (c >= 0 && Character.isWhitespace(c)) {
            c = text.read();
        }
        return c;
    }

    /** NDJSON: a line is an activity by itself, or, where the first one is broken, the next line begins another. */
    private boolean manyObjects() throws IOException {
        try (BufferedReader text = file.text()) {
            String first = nextVisible(text);
            if (first != null && JsonReader.isActivityObject(first)) {
                return true;
            }
            String second = nextVisible(text);
            return second != null
                    && second.stripLeading().startsWith("{")
                    && !first.strip().equals("[");
        }
    }

    private static String nextVisible(BufferedReader text) throws IOException {
        String line = text.readLine();
        while (line != null && line.isBlank()) {
            line = text.readLine();
        }
        return line;
    }
}
