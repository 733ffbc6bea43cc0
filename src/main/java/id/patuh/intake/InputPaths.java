package id.patuh.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that the user's paths mean. */
final class InputPaths {

    // Those of formats that are not read yet are tried too, so that they are rejected and not overlooked.
    private static final Pattern DATA =
            Pattern.compile("(?i).*\\.(csv|tsv|json|ndjson|jsonl|xlsx|xls|xlsm|xes|docx|ods)(\\.gz)?");

    private final StreamCopies streams;
    private final DatasetBuilder dataset;
    private final BiConsumer<String, Path> reader;

    /**
     * @param streams copies of what can be read but once
     * @param dataset told about skipped and unusable paths
     * @param reader given each file under the name by which it is reported
     */
    InputPaths(StreamCopies streams, DatasetBuilder dataset, BiConsumer<String, Path> reader) {
        this.streams = streams;
        this.dataset = dataset;
        this.reader = reader;
    }

    void visit(String name) {
        try {
            if (name.equals("-")) {
                read(name, streams.standardInput(name));
                return;
            }
            Path path = Path.of(name);
            visit(path.getFileSystem().getSeparator().equals("/") ? name : name.replace('\\', '/'), path);
        } catch (InvalidPathException e) {
            unusable(name, "path-missing");
        } catch (IOException e) {
            unusable(name, "file-unreadable", "error", e.getClass().getSimpleName());
        }
    }

    private void visit(String shown, Path path) {
        try {
            if (Files.isDirectory(path)) {
                folder(shown, path);
            } else if (Files.isRegularFile(path)) {
                reader.accept(shown, path);
            } else if (Files.exists(path)) {
                read(shown, streams.pipe(path));
            } else {
                unusable(shown, "path-missing");
            }
        } catch (AccessDeniedException e) {
            unusable(shown, "path-denied");
        } catch (IOException e) {
            unusable(shown, "file-unreadable", "error", e.getClass().getSimpleName());
        }
    }

    private void unusable(String name, String reason, String... details) {
        dataset.reject(name, reason, details);
        dataset.inputs.add(new InputFile(name, null, null, 0, 0, List.of()));
    }

    private void read(String name, Path copy) {
        if (copy == null) {
            unusable(name, "stream-too-large", "limit", UnpackedStream.MAX_SIZE_TEXT);
        } else {
            reader.accept(name, copy);
        }
    }

    private void folder(String name, Path folder) throws IOException {
        String prefix = name.endsWith("/") ? name : name + "/";
        Set<Path> visited = new HashSet<>(Set.of(folder.toRealPath()));
        if (search(prefix, folder, visited) == 0) {
            dataset.reject(name, "folder-empty");
        }
    }

    /** The number of files with data in the folder. */
    private int search(String prefix, Path folder, Set<Path> visited) {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted(Comparator.comparing(p -> p.getFileName().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            dataset.reject(prefix, "path-denied");
            return 0;
        }
        int found = 0;
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                found += firstVisit(entry, visited) ? search(prefix + name + "/", entry, visited) : skip(prefix + name);
            } else if (DATA.matcher(name.toLowerCase(Locale.ROOT)).matches()
                    && (Files.isRegularFile(entry) || Files.isSymbolicLink(entry) && !Files.exists(entry))) {
                visit(prefix + name, entry);
                found++;
            } else {
                skip(prefix + name);
            }
        }
        return found;
    }

    // Symbolic links can lead in circles, or to the same folder by many ways.
    private static boolean firstVisit(Path folder, Set<Path> visited) {
        try {
            return visited.add(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private int skip(String name) {
        dataset.skipped.add(name);
        return 0;
    }
}
