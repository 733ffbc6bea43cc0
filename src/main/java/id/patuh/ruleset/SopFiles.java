package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import id.patuh.sop.Sop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * SOP definitions that are no part of the rule set.
 *
 * @param sops those that can be used
 * @param problems what keeps the others from use
 */
public record SopFiles(List<Sop> sops, List<RuleProblem> problems) {

    public SopFiles {
        sops = List.copyOf(sops);
        problems = List.copyOf(problems);
    }

    /** Reads files, and the YAML files of folders. One that cannot be used keeps none of the others from use. */
    public static SopFiles read(List<Path> paths, RuleSet ruleSet) {
        List<Sop> sops = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : files(path, problems)) {
                try {
                    sops.add(RuleSetReader.readSop(ruleSet, file.toString(), Files.readAllBytes(file)));
                } catch (RuleSetException e) {
                    problems.addAll(e.problems());
                } catch (IOException e) {
                    problems.add(unreadable(file, e));
                }
            }
        }
        return new SopFiles(sops, problems);
    }

    private static List<Path> files(Path path, List<RuleProblem> problems) {
        if (!Files.exists(path)) {
            problems.add(RuleProblem.of(path.toString(), "file-absent", Map.of()));
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(f -> f.equals(path) || f.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                problems.add(RuleProblem.of(path.toString(), "folder-without-yaml", Map.of()));
            }
            return found;
        } catch (IOException e) {
            problems.add(unreadable(path, e));
            return List.of();
        }
    }

    private static RuleProblem unreadable(Path file, IOException e) {
        return RuleProblem.of(
                file.toString(),
                "file-not-readable",
                Map.of("error", e.getClass().getSimpleName()));
    }
}
