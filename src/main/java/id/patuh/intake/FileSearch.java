package id.patuh.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files that the user's paths mean. In folders, only what looks like data by its ending is taken. */
final class FileSearch {

    /** Formats of later parts are taken too, so that they are refused by name and not passed over. */
    private static final Set<String> DATA =
            Set.of("csv", "tsv", "json", "ndjson", "jsonl", "xlsx", "xlsm", "xls", "ods", "xes", "docx");

    private final Facts facts;

    FileSearch(Facts facts) {
        this.facts = facts;
    }

    List<FoundFile> find(List<String> names) {
        List<FoundFile> found = new ArrayList<>();
        for (String name : names) {
            try {
                if (name.equals("-")) {
                    found.add(new FoundFile(name, null));
                } else if (Files.isDirectory(Path.of(name))) {
                    search(name, Path.of(name), found);
                } else if (Files.exists(Path.of(name))) {
                    found.add(new FoundFile(name, Path.of(name)));
                } else {
                    reject(name, "file-missing");
                }
            } catch (InvalidPathException e) {
                reject(name, "file-missing");
            }
        }
        return found;
    }

    private void search(String name, Path folder, List<FoundFile> found) {
        List<Path> files = new ArrayList<>();
        try {
            // Links are not followed, so that a loop of them cannot hang the search.
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return !dir.equals(folder) && hidden(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cause) {
                    reject(nameOf(name, folder, file), "folder-unreadable");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            reject(name, "folder-unreadable");
        }
        files.sort(Comparator.comparing(f -> folder.relativize(f).toString()));
        boolean any = false;
        for (Path file : files) {
            String fileName = nameOf(name, folder, file);
            if (DATA.contains(ending(file))) {
                found.add(new FoundFile(fileName, file));
                any = true;
            } else {
                facts.skip(fileName);
            }
        }
        if (!any) {
            reject(name, "folder-without-data");
        }
    }

    private static String nameOf(String name, Path folder, Path file) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        return name.endsWith("/") ? name + relative : name + "/" + relative;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean hidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private void reject(String name, String reason) {
        FileFacts file = facts.file(name, null);
        file.rejectFile(reason);
        file.finish();
    }
}
