package id.patuh.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that the user's paths mean. */
public final class InputPaths implements InputSource, Closeable {

    // Those of formats that are not read yet are tried too, so that they are rejected and not overlooked.
    private static final Pattern DATA =
            Pattern.compile("(?i).*\\.(csv|tsv|json|ndjson|jsonl|xlsx|xls|xlsm|xes|docx|ods)(\\.gz)?");

    private final List<String> paths;
    private final StreamCopies streams;
    private final List<FoundInput> found = new ArrayList<>();
    private Consumer<FoundInput> reader;

    /**
     * The inputs of a command line.
     *
     * @param paths files, folders (searched recursively) or {@code -} for standard input
     * @param standardInput read to its end if a path is {@code -}; not closed
     */
    public InputPaths(List<String> paths, InputStream standardInput) {
        this.paths = List.copyOf(paths);
        this.streams = new StreamCopies(standardInput);
    }

    @Override
    public void visit(Consumer<FoundInput> visitor) {
        reader = visitor;
        found.clear();
        paths.forEach(this::visit);
    }

    /** What was found when the paths were last visited. The files are there until this is closed. */
    public List<FoundInput> found() {
        return List.copyOf(found);
    }

    /** Deletes the copies of what could be read but once. */
    @Override
    public void close() {
        streams.close();
    }

    private void take(FoundInput input) {
        found.add(input);
        reader.accept(input);
    }

    private void visit(String name) {
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
                take(FoundInput.file(shown, path));
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
        take(new FoundInput(FoundInput.Outcome.UNUSABLE, name, null, reason, Unreadable.pairs(details)));
    }

    private void read(String name, Path copy) {
        if (copy == null) {
            unusable(name, "stream-too-large", "limit", UnpackedStream.MAX_SIZE_TEXT);
        } else {
            take(FoundInput.file(name, copy));
        }
    }

    private void folder(String name, Path folder) throws IOException {
        String prefix = name.endsWith("/") ? name : name + "/";
        Set<Path> visited = new HashSet<>(Set.of(folder.toRealPath()));
        if (search(prefix, folder, visited) == 0) {
            fruitless(name, "folder-empty");
        }
    }

    /** The number of files with data in the folder. */
    private int search(String prefix, Path folder, Set<Path> visited) {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted(Comparator.comparing(p -> p.getFileName().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            fruitless(prefix, "path-denied");
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
        take(new FoundInput(FoundInput.Outcome.SKIPPED, name, null, null, Map.of()));
        return 0;
    }

    private void fruitless(String folder, String reason) {
        take(new FoundInput(FoundInput.Outcome.FRUITLESS, folder, null, reason, Map.of()));
    }
}
