package id.patuh.engine.guard;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.drools.compiler.kie.builder.MaterializedLambda;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.model.AlphaIndex;
import org.drools.model.Argument;
import org.drools.model.BetaIndex;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Declaration;
import org.drools.model.DomainClassMetadata;
import org.drools.model.Drools;
import org.drools.model.Global;
import org.drools.model.Index;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceBuilder;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Operator;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.impl.RuleBuilder;
import org.drools.model.operators.ContainsOperator;
import org.drools.model.operators.InOperator;
import org.drools.model.operators.MemberOfOperator;
import org.drools.model.view.ExprViewItem;
import org.drools.model.view.ViewItem;
import org.drools.model.view.ViewItemBuilder;
import org.drools.modelcompiler.consequence.DroolsImpl;
import org.drools.modelcompiler.dsl.pattern.D;
import org.drools.modelcompiler.util.EvaluationUtil;
import org.drools.util.DateUtils;
import org.objectweb.asm.Type;

/**
 * What the compiler of the executable model writes around every rule: seen in the classes of the rules of {@code rules/} and
 * of the tests, and allowed by type, name and parameters. Nothing of it runs text as code, reads, writes or loads anything.
 */
final class Scaffolding {

    private static final List<Class<?>> EVERYWHERE = List.of(
            Object.class,
            Enum.class,
            String.class,
            Throwable.class,
            Exception.class,
            RuntimeException.class,
            Class.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Number.class,
            Comparable.class,
            BigDecimal.class,
            List.class,
            ArrayList.class,
            Arrays.class,
            Collections.class,
            Locale.class,
            System.class,
            DateTimeFormatter.class,
            DateTimeFormatterBuilder.class,
            DateUtils.class,
            AlphaIndex.class,
            BetaIndex.class,
            Binding.class,
            Condition.class,
            Declaration.class,
            Variable.class,
            Argument.class,
            DomainClassMetadata.class,
            Drools.class,
            Global.class,
            Index.class,
            Index.ConstraintType.class,
            Model.class,
            PatternDSL.class,
            PatternDSL.PatternDef.class,
            PatternDSL.ReactOn.class,
            Rule.class,
            RuleItemBuilder.class,
            RuleBuilder.class,
            ConsequenceBuilder.class,
            HashedExpression.class,
            Operator.class,
            PredicateInformation.class,
            ContainsOperator.class,
            InOperator.class,
            MemberOfOperator.class,
            ExprViewItem.class,
            ViewItem.class,
            ViewItemBuilder.class,
            DroolsImpl.class,
            D.class,
            EvaluationUtil.class,
            KnowledgeHelper.class,
            MaterializedLambda.class,
            org.kie.api.definition.rule.Rule.class);

    /** Types with a number for each count of arguments; a rule has few variables. */
    private static final Map<String, Integer> NUMBERED = Map.of(
            "org.drools.model.functions.Predicate", 10,
            "org.drools.model.functions.Function", 10,
            "org.drools.model.functions.Block", 10,
            "org.drools.model.consequences.ConsequenceBuilder$_", 10);

    /** May be made, extended, passed or asked for, but for what they do no method is allowed that is not named below. */
    private static final Map<Class<?>, Set<String>> METHODS = Map.ofEntries(
            Map.entry(
                    D.class,
                    Set.of(
                            "rule",
                            "pattern",
                            "declarationOf",
                            "globalOf",
                            "on",
                            "execute",
                            "reactOn",
                            "alphaIndexedBy",
                            "betaIndexedBy",
                            "not",
                            "exists",
                            "eval")),
            Map.entry(PatternDSL.PatternDef.class, Set.of("expr", "bind", "watch")),
            Map.entry(RuleBuilder.class, Set.of("metadata", "build")),
            Map.entry(DomainClassMetadata.class, Set.of("getPropertyIndex")),
            Map.entry(PredicateInformation.class, Set.of("addRuleNames", "setMoreThanMaxRuleDefs")),
            Map.entry(DroolsImpl.class, Set.of("asKnowledgeHelper")),
            Map.entry(KnowledgeHelper.class, Set.of("getRule")),
            Map.entry(
                    EvaluationUtil.class,
                    Set.of(
                            "areNullSafeEquals",
                            "areNumbersNullSafeEquals",
                            "greaterThan",
                            "greaterThanNumbers",
                            "greaterOrEqual",
                            "greaterOrEqualNumbers",
                            "lessThan",
                            "lessThanNumbers",
                            "lessOrEqual",
                            "lessOrEqualNumbers",
                            "toBigDecimal")),
            Map.entry(Boolean.class, Set.of("valueOf", "booleanValue")),
            Map.entry(Integer.class, Set.of("valueOf", "intValue")),
            Map.entry(Long.class, Set.of("valueOf", "longValue")),
            Map.entry(Arrays.class, Set.of("asList")),
            Map.entry(Collections.class, Set.of("emptyList")),
            Map.entry(List.class, Set.of("add")),
            Map.entry(DateTimeFormatterBuilder.class, Set.of("appendPattern", "parseCaseInsensitive", "toFormatter")),
            Map.entry(DateUtils.class, Set.of("getDateFormatMask")),
            Map.entry(String.class, Set.of("equals", "hashCode", "valueOf")));

    private static final Set<Class<?>> MADE = Set.of(
            Object.class,
            ArrayList.class,
            BigDecimal.class,
            DateTimeFormatterBuilder.class,
            PredicateInformation.class,
            RuntimeException.class);

    /** Only these operators are asked; that of {@code matches} may take a lifetime. */
    private static final Set<String> FIELDS = Set.of(
            "java/util/Locale.ENGLISH",
            "java/lang/Boolean.TYPE",
            "java/lang/Integer.TYPE",
            "java/lang/Long.TYPE",
            "org/drools/model/operators/ContainsOperator.INSTANCE",
            "org/drools/model/operators/InOperator.INSTANCE",
            "org/drools/model/operators/MemberOfOperator.INSTANCE");

    private Scaffolding() {}

    /** Methods and constructors as {@code owner.name(parameters)result}. */
    static Set<String> calls() {
        Set<String> calls = new HashSet<>();
        METHODS.forEach((type, names) -> addMethods(type, names, calls));
        for (int n = 0; n <= 10; n++) {
            Class<?> builder = typeOrNull("org.drools.model.consequences.ConsequenceBuilder$_" + n);
            if (builder != null) {
                addMethods(builder, Set.of("execute"), calls);
            }
        }
        for (Class<?> type : MADE) {
            for (Constructor<?> constructor : type.getConstructors()) {
                calls.add(Type.getInternalName(type) + ".<init>" + Type.getConstructorDescriptor(constructor));
            }
        }
        return calls;
    }

    private static void addMethods(Class<?> type, Set<String> names, Set<String> calls) {
        for (Method method : type.getMethods()) {
            if (names.contains(method.getName())) {
                calls.add(call(type, method));
            }
        }
    }

    static String call(Class<?> owner, Method method) {
        return Type.getInternalName(owner) + "." + method.getName() + Type.getMethodDescriptor(method);
    }

    /** Static fields as {@code owner.name}. */
    static Set<String> fields() {
        Set<String> fields = new HashSet<>(FIELDS);
        for (Index.ConstraintType type : Index.ConstraintType.values()) {
            fields.add(Type.getInternalName(Index.ConstraintType.class) + "." + type.name());
        }
        return fields;
    }

    /** Binary names of the types that the classes of rules see besides the vocabulary. */
    static Set<String> visible() {
        Set<String> names = new HashSet<>();
        EVERYWHERE.forEach(type -> names.add(type.getName()));
        NUMBERED.forEach((prefix, most) -> {
            for (int n = 0; n <= most; n++) {
                if (typeOrNull(prefix + n) != null) {
                    names.add(prefix + n);
                }
            }
        });
        return names;
    }

    private static Class<?> typeOrNull(String name) {
        try {
            return Class.forName(name, false, Scaffolding.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
