package id.patuh.engine.guard;

import id.patuh.engine.Violations;
import id.patuh.violation.Reportable;
import id.patuh.wording.Nearest;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** The types that rules may name and the methods that they may call; whatever is not in it is refused. */
public final class Vocabulary {

    private final Set<Class<?>> facts;
    private final Set<Class<?>> named = new HashSet<>();
    private final Set<Class<?>> visible = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final Set<String> constants = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    /**
     * Methods that rules may call besides the getters of facts.
     *
     * @param names every public method of that name
     */
    public record Calls(Class<?> type, Set<String> names) {

        public Calls {
            names = Set.copyOf(names);
        }

        /** Methods of a type, by name. */
        public static Calls of(Class<?> type, String... names) {
            return new Calls(type, Set.of(names));
        }
    }

    /** None of these runs anything, changes anything, or makes more of what it is given than a few times as much. */
    private static final List<Calls> OF_JAVA = List.of(
            Calls.of(
                    String.class,
                    "length",
                    "isEmpty",
                    "isBlank",
                    "equals",
                    "equalsIgnoreCase",
                    "startsWith",
                    "endsWith",
                    "contains",
                    "compareTo"),
            Calls.of(List.class, "size", "isEmpty", "contains"),
            Calls.of(Collection.class, "size", "isEmpty", "contains"),
            Calls.of(BigDecimal.class, "compareTo", "equals", "signum"),
            Calls.of(Integer.class, "valueOf", "intValue", "longValue", "compareTo", "equals"),
            Calls.of(Long.class, "valueOf", "intValue", "longValue", "compareTo", "equals"),
            Calls.of(Boolean.class, "valueOf", "booleanValue", "equals"),
            Calls.of(LocalDate.class, "isBefore", "isAfter", "isEqual", "compareTo", "equals", "getYear"),
            Calls.of(Instant.class, "isBefore", "isAfter", "compareTo", "equals"));

    /**
     * @param facts what patterns may match; their getters and what they report may be read
     * @param enums whose constants conditions may name
     * @param calls further methods
     */
    public Vocabulary(Collection<Class<?>> facts, Collection<Class<?>> enums, Collection<Calls> calls) {
        this.facts = Set.copyOf(facts);
        facts.forEach(this::addFact);
        enums.forEach(this::addEnum);
        addCalls(OF_JAVA);
        addCalls(calls);
        addCalls(List.of(
                Calls.of(Violations.class, "report"),
                Calls.of(Violations.Draft.class, "expected", "actual", "with", "about", "inAnyRound", "at")));
        named.addAll(facts);
        named.addAll(enums);
        named.add(Violations.class);
    }

    private void addFact(Class<?> fact) {
        for (Method method : fact.getMethods()) {
            if (isGetter(method)) {
                addMethod(fact, method);
                words.add(property(method.getName()));
            }
        }
    }

    /** Nothing else of a fact is a rule's business, whatever else of it is public. */
    private static boolean isGetter(Method method) {
        Class<?> type = method.getDeclaringClass();
        String name = method.getName();
        return type != Object.class
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && (name.matches("(get|is)[A-Z].*")
                        || Arrays.stream(Reportable.class.getMethods())
                                .anyMatch(m -> m.getName().equals(name))
                        || type.isRecord()
                                && Arrays.stream(type.getRecordComponents())
                                        .anyMatch(c -> c.getName().equals(name))
                        || type.isRecord() && method.getReturnType().isPrimitive() && !name.equals("hashCode"));
    }

    private static String property(String getter) {
        String name = getter.replaceFirst("^(get|is)(?=[A-Z])", "");
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private void addEnum(Class<?> type) {
        visible.add(type);
        for (Field field : type.getFields()) {
            if (field.isEnumConstant()) {
                constants.add(Type.getInternalName(type) + "." + field.getName());
            }
        }
    }

    private void addCalls(Collection<Calls> more) {
        for (Calls of : more) {
            for (Method method : of.type().getMethods()) {
                if (of.names().contains(method.getName()) && method.getDeclaringClass() != Object.class) {
                    addMethod(of.type(), method);
                }
            }
        }
    }

    private void addMethod(Class<?> owner, Method method) {
        calls.add(Scaffolding.call(owner, method));
        words.add(method.getName());
        visible.add(owner);
        visible.add(method.getReturnType());
        visible.addAll(List.of(method.getParameterTypes()));
    }

    /** Whether patterns may match the type of that simple name. */
    boolean isFact(String name) {
        return facts.stream().anyMatch(type -> type.getSimpleName().equals(name));
    }

    /** The full names of what may be imported. */
    Set<String> importable() {
        return named.stream().map(Class::getCanonicalName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The full name of what may be imported by its simple one. */
    Optional<String> fullName(String simpleName) {
        return named.stream()
                .filter(type -> type.getSimpleName().equals(simpleName))
                .map(Class::getCanonicalName)
                .findFirst();
    }

    /** The fact that a name was probably meant to be. */
    Optional<String> factNear(String name) {
        return Nearest.to(name, facts.stream().map(Class::getSimpleName).toList());
    }

    /** The property or method that a name was probably meant to be. */
    Optional<String> wordNear(String name) {
        return Nearest.to(name, words);
    }

    /** Whether some type of the vocabulary has a property or a method of that name. */
    boolean knows(String word) {
        return words.contains(word);
    }

    /** Whether a constant of an enum may be named, by the class's simple name. */
    boolean isConstant(String type, String name) {
        return constants.stream().anyMatch(c -> c.replaceFirst(".*[/$]", "").equals(type + "." + name));
    }

    /** Methods as {@code owner.name(parameters)result} of the class file. */
    Set<String> calls() {
        return calls;
    }

    /** Constants as {@code owner.name} of the class file. */
    Set<String> constants() {
        return constants;
    }

    /** Binary names of the types that rules see at all. */
    Set<String> visible() {
        Set<String> names = new HashSet<>();
        visible.stream().filter(type -> !type.isPrimitive()).forEach(type -> names.add(type.getName()));
        facts.forEach(fact -> addSupertypes(fact, names));
        return names;
    }

    private static void addSupertypes(Class<?> type, Set<String> names) {
        if (type != null) {
            names.add(type.getName());
            addSupertypes(type.getSuperclass(), names);
            for (Class<?> parent : type.getInterfaces()) {
                addSupertypes(parent, names);
            }
        }
    }
}
