package id.patuh.bench.run;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.bench.logs.ActivityLogs.Order;
import id.patuh.bench.logs.ActivityLogs.Wish;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has a log checked under the rules, checked under a draft in which SOP B276 has half its time for every hour, and the
 * draft simulated over it: each in processes of its own, in turns.
 *
 * <pre>Simulations ACTIVITIES [ROUNDS] [HEAP]</pre>
 */
public final class Simulations {

    private static final Path FOLDER = Path.of("target", "bench");

    private Simulations() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long activities = Long.parseLong(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        String heap = args.length > 2 ? args[2] : "512m";
        Path draft = draft();
        Path log = FOLDER.resolve("log-" + activities + "-simulated.csv");
        if (!Files.exists(log)) {
            new ActivityLogs(RuleSetReader.read(Path.of("rules")), new Wish(activities, Order.GROUPED))
                    .write(log, null);
        }
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        add(contestants, "check", heap, "check", log.toString());
        add(contestants, "check draft", heap, "check", log.toString(), "--rules", draft.toString());
        add(contestants, "simulate", heap, "rules", "simulate", draft.toString(), log.toString(), "--against", "rules");
        Measure.of(contestants.get("check draft"));
        new Rounds(contestants, rounds, Simulations::output).print("check");
    }

    /** The rules with one SOP changed. */
    private static Path draft() throws IOException {
        Path folder = FOLDER.resolve("draft");
        RuleSetContent rules = RuleSetContent.of(Path.of("rules"));
        for (String path : rules.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            String text = new String(rules.bytes(path), StandardCharsets.UTF_8);
            Files.writeString(
                    file, path.equals("sop/b276.yaml") ? text.replace("within: 1 jam", "within: 30 menit") : text);
        }
        return folder;
    }

    private static void add(Map<String, Contestant> to, String name, String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of("./patuh"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--as-of", ActivityLogs.AS_OF, "--format", "json", "-o", output(name)));
        to.put(name, new Contestant(name, command, Map.of("PATUH_JAVA_OPTS", "-Xmx" + heap), false));
    }

    private static String output(String name) {
        return FOLDER.resolve("out-" + name.replace(' ', '-') + ".json").toString();
    }
}
