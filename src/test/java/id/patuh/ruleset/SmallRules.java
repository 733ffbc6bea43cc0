package id.patuh.ruleset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Of the project's rule set only what the rules on time need: it compiles in a moment, and all its cases pass. */
public final class SmallRules {

    private static final String CODE = "drl/sop/time.drl";
    private static final Set<String> RULES =
            Set.of("case-stalled", "step-late", "step-overdue", "time-in-future", "time-reversed");

    public static final RuleSetContent FILES = files();

    private SmallRules() {}

    /** Writes them into a folder. */
    public static Path writeTo(Path folder, RuleSetContent files) throws IOException {
        for (String path : files.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, files.bytes(path));
        }
        return folder;
    }

    /** The files with a text replaced, which must be there. */
    public static RuleSetContent edit(RuleSetContent files, String path, String from, String to) {
        String text = files.text(path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(path + " has no " + from);
        }
        return files.with(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static RuleSetContent files() {
        RuleSetContent small = RuleSetContent.of(Path.of("rules"));
        for (String path : RuleSetContent.of(Path.of("rules")).paths()) {
            String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
            if (path.startsWith("messages/")) {
                small = small.with(path, ownTexts(small.text(path)).getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("drl/") ? !path.equals(CODE) : isOfOtherRule(path, name)) {
                small = small.without(path);
            }
        }
        return small;
    }

    private static boolean isOfOtherRule(String path, String name) {
        return (path.startsWith("tests/") && !path.startsWith(RuleLibrary.FIXTURES + "/") || path.startsWith("docs/"))
                && !RULES.contains(name);
    }

    private static String ownTexts(String texts) {
        return texts.lines()
                .filter(line -> line.startsWith("needs.")
                        || line.startsWith("reason.")
                        || RULES.contains(line.split("[.=]")[0]))
                .collect(Collectors.joining("\n"));
    }
}
