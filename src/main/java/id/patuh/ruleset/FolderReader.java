package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the YAML files of a rule set. What is wrong with one becomes a problem and keeps none of the others from use. */
final class FolderReader {

    /** Keys by which other files refer to what a file holds. */
    private static final List<String> IDS = List.of("id", "regulation");

    private final RuleSetContent files;
    private final List<RuleProblem> problems;

    FolderReader(RuleSetContent files, List<RuleProblem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * The files of a folder.
     *
     * @param read gives null where it added a problem, or where what the file needs is broken itself
     * @param except paths of files of another shape
     */
    <T> Folder<T> all(String folder, BiFunction<YamlFile, YamlProblems, T> read, String... except) {
        List<Folder.Entry<T>> entries = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (String path : files.paths(folder, ".yaml")) {
            if (!List.of(except).contains(path)) {
                Optional<YamlFile> file = open(path);
                Optional<Folder.Entry<T>> entry = file.flatMap(f -> entry(f, read));
                entry.ifPresent(entries::add);
                if (entry.isEmpty()) {
                    broken.add(id(folder, path));
                    file.ifPresent(f -> IDS.forEach(key -> f.value(key).ifPresent(broken::add)));
                }
            }
        }
        return new Folder<>(entries, broken);
    }

    /** A file by itself; empty where the rule set has none, or something is wrong with it. */
    <T> Optional<Folder.Entry<T>> one(String path, BiFunction<YamlFile, YamlProblems, T> read) {
        return files.has(path) ? open(path).flatMap(f -> entry(f, read)) : Optional.empty();
    }

    /** What the path of a file in the folder says of the id of what it holds. */
    static String id(String folder, String path) {
        return path.substring(folder.length() + 1, path.length() - ".yaml".length());
    }

    private Optional<YamlFile> open(String path) {
        try {
            return Optional.of(new YamlFile(path, files.text(path)));
        } catch (RuleSetException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private <T> Optional<Folder.Entry<T>> entry(YamlFile file, BiFunction<YamlFile, YamlProblems, T> read) {
        YamlProblems at = new YamlProblems(file);
        try {
            T value = read.apply(file, at);
            problems.addAll(at.found());
            return value == null || !at.isEmpty() ? Optional.empty() : Optional.of(new Folder.Entry<>(file, value));
        } catch (RuleSetException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
