package id.patuh.engine;

import id.patuh.engine.guard.JoinLimit;
import id.patuh.engine.guard.RuleGuard;
import id.patuh.engine.guard.Vocabulary;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.ConsequenceException;

/** The rules of a rule set, compiled: immutable, and shared by all threads. */
public final class CompiledRules {

    private final Background<Network> network;
    private final Map<String, RuleMetadata> byKey;
    private final List<RuleMetadata> catalog;

    /**
     * The rules as Drools runs them.
     *
     * @param filter which facts they may match
     * @param reports whether any of them reports violations
     * @param comparisons what any of them compares
     * @param count how many they are
     */
    record Network(KieBase base, FactFilter filter, boolean reports, Comparisons comparisons, int count) {

        static Network of(RuleClasses classes) {
            List<Model> models = classes.load();
            Comparisons comparisons = new Comparisons(models);
            JoinLimit.addTo(models);
            KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
            boolean reports = base.getKiePackages().stream()
                    .anyMatch(p -> p.getGlobalVariables().stream()
                            .anyMatch(g -> g.getName().equals("violations")));
            int count =
                    models.stream().mapToInt(model -> model.getRules().size()).sum();
            return new Network(base, new FactFilter(models), reports, comparisons, count);
        }

        /** Each rule fires once for each fact, or each pair that it joins: more means rules that never come to rest. */
        int mostFirings(int facts) {
            return (int) Math.min(Integer.MAX_VALUE - 1, (long) count * (facts + 1) + JoinLimit.MOST_MATCHES);
        }
    }

    private CompiledRules(Background<Network> network, Map<String, RuleMetadata> byKey) {
        this.network = network;
        this.byKey = Map.copyOf(byKey);
        this.catalog = byKey.values().stream()
                .sorted(Comparator.comparing(RuleMetadata::id)
                        .thenComparing(RuleMetadata::severity)
                        .thenComparing(RuleMetadata::name))
                .toList();
    }

    /**
     * Compiles rules.
     *
     * @param vocabulary what rules may name and call
     * @throws RuleCompilationException if any of them is wrong or refused; names every place
     */
    public static CompiledRules compile(List<RuleSource> sources, Vocabulary vocabulary) {
        return compile(sources, vocabulary, RuleCache.none());
    }

    /**
     * Compiles rules, unless the cache has them: loaded, where somebody uses them, or as what they compile to.
     *
     * @param vocabulary what rules may name and call
     * @throws RuleCompilationException if any of them is wrong or refused; names every place
     */
    public static CompiledRules compile(List<RuleSource> sources, Vocabulary vocabulary, RuleCache cache) {
        RuleCompiler compiler = new RuleCompiler(sources);
        String name = name(sources, cache);
        Background<Network> network = cache.loaded(name, () -> {
            RuleClasses classes = kept(name, cache);
            if (classes == null) {
                classes = compiler.compile(new RuleGuard(vocabulary));
                cache.put(name, classes.toBytes());
            }
            return inBackground(classes);
        });
        Map<String, RuleMetadata> catalog = new HashMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (KiePackage pack : network.result().base().getKiePackages()) {
            for (Rule rule : pack.getRules()) {
                RulePlace place = compiler.place(rule);
                // Those of tables give grades and report nothing.
                if (!place.table()) {
                    try {
                        catalog.put(key(rule), metadata(rule, place));
                    } catch (RuleCompilationException e) {
                        problems.addAll(e.problems());
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RuleCompilationException(problems);
        }
        return new CompiledRules(network, catalog);
    }

    /**
     * Rules that were compiled before, and found to be without problems. They are loaded while the caller goes on.
     *
     * @param byKey what {@link #byKey} gave of them
     * @return null if the cache has not got them
     */
    public static CompiledRules load(List<RuleSource> sources, RuleCache cache, Map<String, RuleMetadata> byKey) {
        String name = name(sources, cache);
        Background<Network> network = cache.loaded(name, () -> {
            RuleClasses classes = kept(name, cache);
            return classes == null ? null : inBackground(classes);
        });
        return network == null ? null : new CompiledRules(network, byKey);
    }

    private static Background<Network> inBackground(RuleClasses classes) {
        return Background.start("rules", () -> Network.of(classes));
    }

    private static RuleClasses kept(String name, RuleCache cache) {
        byte[] kept = cache.get(name);
        try {
            return kept == null ? null : RuleClasses.of(kept);
        } catch (IOException e) {
            return null;
        }
    }

    private static String name(List<RuleSource> sources, RuleCache cache) {
        List<String> parts = new ArrayList<>(List.of("classes", RuleGuard.VERSION));
        for (RuleSource source : sources) {
            parts.add(source.path());
            parts.add(source.text());
        }
        return cache.name(parts);
    }

    /**
     * Where a rule stands.
     *
     * @param table whether it was made of a decision table
     * @param values that it gives to its message
     */
    record RulePlace(String file, int line, boolean table, Set<String> values) {}

    /** Every rule that reports violations, by id. Those of decision tables are not among them. */
    public List<RuleMetadata> catalog() {
        return catalog;
    }

    /** What the rules of the catalog declare, by package and name. */
    public Map<String, RuleMetadata> byKey() {
        return byKey;
    }

    /** The same rules, of which some have another severity or are switched off. Nothing is compiled for it. */
    public CompiledRules declaring(UnaryOperator<RuleMetadata> change) {
        Map<String, RuleMetadata> changed = new HashMap<>(byKey);
        changed.replaceAll((key, rule) -> change.apply(rule));
        return new CompiledRules(network, changed);
    }

    /**
     * Whether what a rule finds of a fact may depend on the others that it is given with: whether some rule joins facts, or
     * asks for the absence of one.
     */
    public boolean compareFacts() {
        return network.result().comparisons().ofFacts();
    }

    /**
     * Whether some rule asks more of a property of a fact than whether it is above 0, so that what it finds may change as
     * the figure grows.
     *
     * @param property as rules name it
     */
    public boolean compare(Class<?> fact, String property) {
        return network.result().comparisons().of(fact, property);
    }

    /** Runs every rule over the facts, which must not change meanwhile. */
    public List<Violation> check(Iterable<?> facts) {
        return check(facts, new JoinBudget());
    }

    /**
     * Runs every rule over some of the facts of a check, which must not change meanwhile.
     *
     * @param budget of the whole check
     * @throws RuleLimitException if the joins cost more than that
     */
    public List<Violation> check(Iterable<?> facts, JoinBudget budget) {
        return run(facts, null, budget);
    }

    /** Runs the rules that the predicate accepts over the facts. */
    public List<Violation> check(Iterable<?> facts, Predicate<RuleMetadata> only) {
        return run(
                facts,
                match -> {
                    RuleMetadata rule = byKey.get(key(match.getRule()));
                    return rule != null && only.test(rule);
                },
                new JoinBudget());
    }

    /** Lets decision tables and other deriving rules fill in the facts given. */
    public void derive(Iterable<?> facts) {
        run(facts, match -> !byKey.containsKey(key(match.getRule())), new JoinBudget());
    }

    private List<Violation> run(Iterable<?> facts, AgendaFilter only, JoinBudget budget) {
        Network rules = network.result();
        List<Object> relevant = rules.filter().mayMatch(facts);
        if (relevant.isEmpty() && !rules.filter().mayFireWithoutFacts()) {
            return List.of();
        }
        Violations violations = new Violations(byKey);
        KieSession session = rules.base().newKieSession();
        JoinLimit joins = JoinLimit.begin();
        try {
            if (rules.reports()) {
                session.setGlobal("violations", violations);
            }
            relevant.forEach(session::insert);
            int most = rules.mostFirings(relevant.size());
            int fired = only == null ? session.fireAllRules(most) : session.fireAllRules(only, most);
            if (fired >= most) {
                throw new RuleLimitException("firings=" + most);
            }
            budget.spend(relevant.size(), joins);
        } catch (JoinLimit.Exceeded e) {
            throw new RuleLimitException(e.getMessage());
        } catch (ConstraintEvaluationException | ConsequenceException e) {
            throw new RuleFailedException(e);
        } finally {
            JoinLimit.end();
            session.dispose();
        }
        return violations.collected();
    }

    static String key(Rule rule) {
        return rule.getPackageName() + "/" + rule.getName();
    }

    private static RuleMetadata metadata(Rule rule, RulePlace place) {
        Severity severity = severity(rule, place);
        return new RuleMetadata(
                text(rule, place, "id"),
                rule.getName(),
                rule.getPackageName().replaceFirst("^rules\\.", ""),
                severity,
                severity,
                text(rule, place, "basis"),
                text(rule, place, "since"),
                list(rule, "needs"),
                list(rule, "parameters"),
                isOverdue(rule, place),
                place.values(),
                place.file(),
                place.line(),
                null);
    }

    private static String text(Rule rule, RulePlace place, String name) {
        Object value = rule.getMetaData().get(name);
        if (value == null || value.toString().isBlank()) {
            throw wrong(rule, place, name, null, "annotation-absent", Map.of());
        }
        return value.toString().strip();
    }

    private static List<String> list(Rule rule, String name) {
        Object value = rule.getMetaData().get(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.toString().split(",")).map(String::strip).toList();
    }

    private static Severity severity(Rule rule, RulePlace place) {
        String word = text(rule, place, "severity");
        return Severity.named(word)
                .orElseThrow(() -> wrong(
                        rule,
                        place,
                        "severity",
                        word,
                        "severity-unknown",
                        Map.of("known", Arrays.toString(Severity.values()))));
    }

    /** Not to say so is to say no. */
    private static boolean isOverdue(Rule rule, RulePlace place) {
        Object value = rule.getMetaData().get("overdue");
        if (value != null && !value.toString().strip().equals("yes")) {
            throw wrong(rule, place, "overdue", value.toString(), "overdue-unknown", Map.of());
        }
        return value != null;
    }

    private static RuleCompilationException wrong(
            Rule rule, RulePlace place, String annotation, String value, String reason, Map<String, String> details) {
        Map<String, String> named = new HashMap<>(details);
        named.put("rule", rule.getName());
        return new RuleCompilationException(
                List.of(new RuleProblem(place.file(), place.line(), 0, "@" + annotation, value, reason, named)));
    }
}
