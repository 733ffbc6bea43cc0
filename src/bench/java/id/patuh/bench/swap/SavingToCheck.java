package id.patuh.bench.swap;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import id.patuh.engine.RuleSource;
import id.patuh.rulebook.Examiner;
import id.patuh.ruleset.ActiveRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleVocabulary;
import id.patuh.ruleset.TestedRuleSet;
import id.patuh.swap.Change;
import id.patuh.swap.CheckedFiles;
import id.patuh.swap.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From saving a change of the rules to the end of the first check under it, in a process that is warm: by change, the whole as
 * it is done, and its parts one after another.
 *
 * <pre>SavingToCheck [ROUNDS]</pre>
 */
public final class SavingToCheck {

    private static final Path FOLDER = Path.of("target", "bench", "swap");
    private static final int WARM_UP = 10;

    /** What saving a change leads to. */
    private enum Part {
        SAVE("saved: files hashed"),
        COMPILE("rule code compiled, or found in use"),
        READ("data and messages read and checked"),
        TEST("tested"),
        SWAP("swapped"),
        CHECK("first check"),
        WHOLE("the whole, data read while code is compiled");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    private final CheckedFiles files;
    private final RuleCache cache = RuleCache.none();

    /** What a rule set must pass: lint, and the cases beside the rules. */
    private final List<TestedRuleSet.Trial> trials = List.of(new Examiner(cache));

    private final TestedRuleSet first = TestedRuleSet.of(new Edition(0).named(false), cache, trials);
    private final ActiveRules active = new ActiveRules(first);
    private int edition;

    private SavingToCheck(CheckedFiles files) {
        this.files = files;
    }

    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        Files.createDirectories(FOLDER);
        new SavingToCheck(new CheckedFiles(FOLDER)).run(rounds);
    }

    private void run(int rounds) {
        Map<Change, Map<Part, long[]>> nanos = new EnumMap<>(Change.class);
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Change change : Change.values()) {
                Map<Part, Long> taken = parts(change);
                taken.put(Part.WHOLE, whole(change));
                Map<Part, long[]> ofChange = nanos.computeIfAbsent(change, c -> new EnumMap<>(Part.class));
                for (Part part : Part.values()) {
                    if (round >= 0) {
                        ofChange.computeIfAbsent(part, p -> new long[rounds])[round] = taken.get(part);
                    }
                }
            }
        }
        nanos.forEach((change, parts) -> {
            System.out.println(change);
            parts.forEach((part, all) -> {
                Arrays.sort(all);
                Nanos.print("  " + part.title, all);
            });
        });
    }

    private long whole(Change change) {
        RuleSetContent before = next(change);
        active.activate(first);
        long start = System.nanoTime();
        active.activate(TestedRuleSet.of(change.in(before), cache, trials));
        files.report(active.current());
        return System.nanoTime() - start;
    }

    private Map<Part, Long> parts(Change change) {
        RuleSetContent before = next(change);
        active.activate(first);
        long[] at = new long[Part.WHOLE.ordinal() + 1];
        at[0] = System.nanoTime();
        RuleSetContent saved = change.in(before);
        at[1] = System.nanoTime();
        CompiledRules code = CompiledRules.compile(sources(saved), RuleVocabulary.get(), cache);
        at[2] = System.nanoTime();
        List<TestedRuleSet.Trial> timed = new ArrayList<>(trials);
        timed.add(0, (content, ruleSet) -> now(at, 3));
        timed.add((content, ruleSet) -> now(at, 4));
        TestedRuleSet candidate = TestedRuleSet.of(saved, cache, timed);
        at[4] = System.nanoTime();
        active.activate(candidate);
        at[5] = System.nanoTime();
        files.report(active.current());
        at[6] = System.nanoTime();
        if (!code.byKey().keySet().equals(active.current().rules().byKey().keySet())) {
            throw new IllegalStateException("other rules are in force");
        }
        Map<Part, Long> taken = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (part != Part.WHOLE) {
                taken.put(part, at[part.ordinal() + 1] - at[part.ordinal()]);
            }
        }
        return taken;
    }

    private static List<RuleProblem> now(long[] at, int place) {
        at[place] = System.nanoTime();
        return List.of();
    }

    /** What is changed: like the rule set in force, but for a version, so that nothing is found that an earlier round made. */
    private RuleSetContent next(Change change) {
        return new Edition(++edition).named(change.isOfCode());
    }

    private static List<RuleSource> sources(RuleSetContent content) {
        return content.paths().stream()
                .filter(path -> path.endsWith(".drl") || path.endsWith(".drl.csv"))
                .map(path -> new RuleSource(path, new String(content.bytes(path), StandardCharsets.UTF_8)))
                .toList();
    }
}
