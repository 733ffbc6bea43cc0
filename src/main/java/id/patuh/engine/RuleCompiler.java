package id.patuh.engine;

import id.patuh.engine.CompiledRules.RulePlace;
import id.patuh.engine.guard.RuleGuard;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;

/** Builds a Drools executable model from sources in memory, and finds the place of what is wrong with them. */
final class RuleCompiler {

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+(?:\"([^\"]+)\"|(\\S+))");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.]+)");

    // The compiler of decision tables notes the row before each rule that it makes.
    private static final Pattern ROW = Pattern.compile("// rule values at [A-Z]+(\\d+)");

    private static final Pattern VALUE = Pattern.compile("\\.(?:with\\(\\s*\"([^\"]+)\"|(expected|actual)\\()");

    private static final int MOST_RULES = 2_000;

    private static final String CLASS = ".class";
    private static final String PROJECT_MODEL = "org/drools/project/model/";

    private final List<RuleSource> sources;
    private final Map<RuleSource, String> drls = new HashMap<>();
    private final Map<RuleSource, Unit> units = new HashMap<>();

    /** A source with its DRL, whose rules are known by the line of the source that they begin in. */
    private record Unit(RuleSource source, String drl, String pack, Map<String, Integer> lines) {}

    RuleCompiler(List<RuleSource> sources) {
        this.sources = List.copyOf(sources);
    }

    private Unit of(RuleSource source) {
        return units.computeIfAbsent(source, this::unit);
    }

    private List<Unit> units() {
        return sources.stream().map(this::of).toList();
    }

    /**
     * Compiles what the guard lets through.
     *
     * @throws RuleCompilationException if anything is wrong or refused; names every place
     */
    RuleClasses compile(RuleGuard guard) {
        List<RuleProblem> refused = new ArrayList<>();
        for (RuleSource source : sources) {
            String drl = drl(source);
            guard.refusedText(source.path(), drl, source.isTable()).stream()
                    .map(problem -> source.isTable() ? atRow(drl, problem) : problem)
                    .forEach(refused::add);
        }
        if (refused.isEmpty()) {
            refused.addAll(crowding());
        }
        if (refused.isEmpty()) {
            RuleClasses compiled = compile();
            refused.addAll(guard.refusedClasses(compiled.classes(), this::atRule));
            if (refused.isEmpty()) {
                return compiled.seeing(guard.visible());
            }
        }
        throw new RuleCompilationException(refused);
    }

    /** Rules of one name in one package, and more rules than can be compiled while somebody waits. */
    private List<RuleProblem> crowding() {
        List<RuleProblem> found = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        for (Unit unit : units()) {
            unit.lines().forEach((rule, line) -> {
                String other = first.putIfAbsent(
                        unit.pack() + "/" + rule, unit.source().path() + ":" + line);
                if (other != null) {
                    found.add(RuleProblem.at(
                            unit.source().path(), line, "rule-repeated", Map.of("rule", rule, "first", other)));
                }
            });
        }
        int count = units().stream().mapToInt(unit -> unit.lines().size()).sum();
        if (count > MOST_RULES) {
            String last = sources.get(sources.size() - 1).path();
            found.add(RuleProblem.of(
                    last,
                    "rules-many",
                    Map.of("count", Integer.toString(count), "limit", Integer.toString(MOST_RULES))));
        }
        return found;
    }

    /** The problem at the row of the table that its line was made of. */
    private static RuleProblem atRow(String drl, RuleProblem problem) {
        int offset = 0;
        for (int line = 1; line < problem.line(); line++) {
            offset = drl.indexOf('\n', offset) + 1;
        }
        return RuleProblem.at(problem.file(), Math.max(1, rowAt(drl, offset)), problem.reason(), problem.details());
    }

    private RuleProblem atRule(String pack, String name) {
        for (Unit unit : units()) {
            if (unit.pack().equals(pack) && unit.lines().containsKey(name)) {
                return RuleProblem.at(unit.source().path(), unit.lines().get(name), "", Map.of());
            }
        }
        return RuleProblem.of(pack + "/" + name, "", Map.of());
    }

    /** Compiles without asking any guard: for rules that are part of the program or its tests only. */
    RuleClasses compile() {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = release(services);
        try {
            KieBuilder built = build(
                    services,
                    release,
                    units().stream()
                            .map(u -> Map.entry(u.source().path(), u.drl()))
                            .toList());
            List<Message> errors = errors(built);
            if (errors.isEmpty()) {
                return classes((InternalKieModule) built.getKieModule());
            }
            throw new RuleCompilationException(locate(errors.stream()
                    .map(e -> broken(String.valueOf(e.getPath()), 0, e.getText()))
                    .toList()));
        } catch (RuleCompilationException e) {
            throw e;
        } catch (RuntimeException e) {
            // The compiler itself gave up, as it does over a number that is none.
            throw new RuleCompilationException(
                    locate(List.of(broken(sources.get(0).path(), 0, String.valueOf(e.getMessage())))));
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static RuleClasses classes(InternalKieModule module) {
        Map<String, byte[]> classes = new HashMap<>();
        List<String> models = new ArrayList<>();
        for (String file : module.getFileNames()) {
            // What looks models up is not needed where they are loaded by name.
            if (file.endsWith(CLASS) && !file.startsWith(PROJECT_MODEL)) {
                String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                classes.put(name, module.getBytes(file));
            } else if (file.endsWith(CanonicalKieModule.MODEL_FILE_NAME)) {
                new String(module.getBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(CanonicalKieModule.MODEL_VERSION))
                        .forEach(models::add);
            }
        }
        return new RuleClasses(classes, models, Set.of());
    }

    /** Where a compiled rule stands in its source. */
    RulePlace place(Rule rule) {
        // Tables last: they are turned into rules first, which takes time at every start.
        Iterable<RuleSource> plainFirst = sources.stream().sorted(Comparator.comparing(RuleSource::isTable))::iterator;
        for (RuleSource source : plainFirst) {
            Unit unit = of(source);
            int index = unit.pack().equals(rule.getPackageName())
                    ? List.copyOf(unit.lines().keySet()).indexOf(rule.getName())
                    : -1;
            if (index >= 0) {
                return new RulePlace(
                        source.path(), unit.lines().get(rule.getName()), source.isTable(), values(text(unit, index)));
            }
        }
        throw new IllegalStateException("no source holds rule " + rule.getName());
    }

    private Unit unit(RuleSource source) {
        String drl = drl(source);
        Matcher pack = PACKAGE.matcher(drl);
        if (!pack.find()) {
            throw new RuleCompilationException(List.of(RuleProblem.at(source.path(), 1, "package-absent", Map.of())));
        }
        Map<String, Integer> lines = new LinkedHashMap<>();
        Matcher rule = RULE.matcher(drl);
        while (rule.find()) {
            String name = rule.group(1) != null ? rule.group(1) : rule.group(2);
            int line = source.isTable() ? rowAt(drl, rule.start()) : lineAt(drl, rule.start());
            Integer first = lines.put(name, line);
            if (first != null) {
                throw new RuleCompilationException(List.of(RuleProblem.at(
                        source.path(),
                        line,
                        "rule-repeated",
                        Map.of("rule", name, "first", source.path() + ":" + first))));
            }
        }
        return new Unit(source, drl, pack.group(1), lines);
    }

    /** Tables take a while to become rules: each does so once. */
    private String drl(RuleSource source) {
        return source.isTable() ? drls.computeIfAbsent(source, RuleCompiler::tableToDrl) : source.text();
    }

    private static String tableToDrl(RuleSource source) {
        try {
            return new SpreadsheetCompiler()
                    .compile(new ByteArrayInputStream(source.text().getBytes(StandardCharsets.UTF_8)), InputType.CSV);
        } catch (RuntimeException e) {
            throw new RuleCompilationException(List.of(broken(source.path(), 0, e.getMessage())));
        }
    }

    /**
     * Always the same, since the names of the generated classes are made of it: Java's own loaders remember the name of every
     * class that they were ever asked for. Nobody looks for a module by it.
     */
    private static ReleaseId release(KieServices services) {
        return services.newReleaseId("id.patuh", "rules", "1");
    }

    private static List<Message> errors(KieBuilder built) {
        return built.getResults().getMessages(Message.Level.ERROR);
    }

    private static KieBuilder build(KieServices services, ReleaseId release, List<Map.Entry<String, String>> drls) {
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        for (Map.Entry<String, String> drl : drls) {
            files.write("src/main/resources/" + drl.getKey().replaceFirst("\\.csv$", ""), drl.getValue());
        }
        return services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    }

    /** The compiler of the executable model seldom knows the line; compiling rule by rule finds it. */
    private List<RuleProblem> locate(List<RuleProblem> unplaced) {
        Set<RuleProblem> problems = new LinkedHashSet<>();
        for (Unit unit : units()) {
            problems.addAll(problemsOf(unit));
        }
        return problems.isEmpty() ? unplaced : List.copyOf(problems);
    }

    private static List<RuleProblem> problemsOf(Unit unit) {
        List<String> errors = buildAlone(unit, unit.drl());
        if (errors.isEmpty()) {
            return List.of();
        }
        List<RuleProblem> problems = new ArrayList<>();
        String head = unit.lines().isEmpty() ? unit.drl() : unit.drl().substring(0, start(unit, 0));
        List<String> headErrors = buildAlone(unit, head);
        if (!headErrors.isEmpty()) {
            add(problems, unit, headErrors, head, unit.source().isTable() ? 0 : 1);
            return problems;
        }
        addByRule(problems, unit, head, 0, unit.lines().size());
        if (problems.isEmpty()) {
            add(problems, unit, errors, unit.drl(), unit.source().isTable() ? 0 : 1);
        }
        return problems;
    }

    /** Halves the rules until those that do not compile stand alone: most rules of a long file are never built alone. */
    private static void addByRule(List<RuleProblem> problems, Unit unit, String head, int from, int to) {
        if (from == to) {
            return;
        }
        String rules = text(unit, from, to);
        List<String> errors = buildAlone(unit, head + rules);
        if (errors.isEmpty()) {
            return;
        }
        if (to - from == 1) {
            add(
                    problems,
                    unit,
                    errors,
                    rules,
                    List.copyOf(unit.lines().values()).get(from));
        } else {
            int middle = (from + to) >>> 1;
            addByRule(problems, unit, head, from, middle);
            addByRule(problems, unit, head, middle, to);
        }
    }

    private static List<String> buildAlone(Unit unit, String drl) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = release(services);
        try {
            return errors(build(
                            services, release, List.of(Map.entry(unit.source().path(), drl))))
                    .stream()
                    .map(Message::getText)
                    .toList();
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** The values that the rule's consequence gives to the violation (see {@link Violations.Draft}). */
    private static Set<String> values(String rule) {
        return VALUE.matcher(rule)
                .results()
                .map(value -> value.group(1) == null ? value.group(2) : value.group(1))
                .collect(Collectors.toSet());
    }

    private static String text(Unit unit, int index) {
        return text(unit, index, index + 1);
    }

    /** The rules from one up to another. */
    private static String text(Unit unit, int from, int to) {
        int end = to < unit.lines().size() ? start(unit, to) : unit.drl().length();
        return unit.drl().substring(start(unit, from), end);
    }

    private static int start(Unit unit, int index) {
        Matcher rule = RULE.matcher(unit.drl());
        for (int i = 0; i <= index; i++) {
            rule.find();
        }
        return rule.start();
    }

    private static void add(List<RuleProblem> problems, Unit unit, List<String> errors, String text, int firstLine) {
        for (String error : errors) {
            String message = error.lines().findFirst().orElse("").strip();
            boolean dump = message.startsWith("Java source of ") || message.startsWith("Parser returned a null");
            if (!dump) {
                problems.add(problem(unit, error, message, text, firstLine));
            }
        }
    }

    private static RuleProblem problem(Unit unit, String error, String message, String text, int firstLine) {
        // The parser counts from the rule, the line from the file: one number is enough.
        CompilerMessage said = CompilerMessage.of(message.replaceFirst("(?<=^\\[ERR \\d{1,6}] )Line \\d+:\\d+ ", ""));
        String file = unit.source().path();
        if (unit.source().isTable()) {
            return RuleProblem.at(file, firstLine, said.reason(), said.details());
        }
        int offset = said.word() == null ? -1 : offset(text, said.word());
        return offset < 0
                ? RuleProblem.at(file, firstLine + lineWithin(text, error, firstLine), said.reason(), said.details())
                : new RuleProblem(
                        file,
                        firstLine + lineAt(text, offset) - 1,
                        offset - text.lastIndexOf('\n', offset - 1),
                        null,
                        null,
                        said.reason(),
                        said.details());
    }

    /** Where a word stands first below the line that a rule begins with; less than 0 where it does not. */
    private static int offset(String text, String word) {
        Matcher found =
                Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?!\\w)").matcher(text);
        return found.find(text.indexOf('\n') + 1) ? found.start() : -1;
    }

    /** The parser counts lines itself; otherwise the first line that holds a word of the complaint is taken. */
    private static int lineWithin(String text, String error, int firstLine) {
        Matcher counted = Pattern.compile("Line (\\d+):").matcher(error);
        String[] lines = text.split("\n", -1);
        if (counted.find() && firstLine == 1) {
            return Integer.parseInt(counted.group(1)) - 1;
        }
        String[] words = error.lines().findFirst().orElse("").split("[^\\w$]+");
        for (int w = words.length - 1; w >= 0; w--) {
            if (words[w].length() > 2) {
                Pattern word = Pattern.compile("\\b" + Pattern.quote(words[w]) + "\\b");
                for (int i = 1; i < lines.length; i++) {
                    if (word.matcher(lines[i]).find()) {
                        return i;
                    }
                }
            }
        }
        return 0;
    }

    private static RuleProblem broken(String file, int line, String message) {
        return RuleProblem.at(file, line, "rule-broken", Map.of("message", String.valueOf(message)));
    }

    /** The row of the decision table that the rule at the offset was made of. */
    private static int rowAt(String drl, int offset) {
        Matcher row = ROW.matcher(drl.substring(0, offset));
        int last = 0;
        while (row.find()) {
            last = Integer.parseInt(row.group(1));
        }
        return last;
    }

    private static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
