package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Finding;
import id.patuh.check.Grade;
import id.patuh.check.NotEvaluated;
import id.patuh.check.Priority;
import id.patuh.check.Simulation;
import id.patuh.check.SopLint;
import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds up what two rule sets differ in over any number of inputs: counts, and a few examples in words. Memory grows with
 * units, rules, inputs and surveys, never with violations.
 */
public final class SimulationTally {

    /** Beyond that many units and rules, further units are counted as one. */
    private static final int MOST_GROUPS = 10_000;

    private static final String FURTHER_UNITS = "...";
    /** Evidence of one example. */
    private static final int MOST_EVIDENCE = 5;
    /** Grades, and priorities, that are told one by one. */
    private static final int MOST_LISTED = 10_000;

    private final RuleSet before;
    private final RuleSet after;
    private final Language language;
    private final int examplesEach;

    private final List<Checked> checked = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final SortedMap<Group, Counts> groups = new TreeMap<>();
    private final Counts total = new Counts();
    private final SortedMap<String, Map<Change, List<Example>>> examples = new TreeMap<>();
    private final SortedMap<String, Evaluation> evaluations = new TreeMap<>();
    private final List<GradeChange> grades = new ArrayList<>();
    private final List<PriorityChange> priorities = new ArrayList<>();
    private final Map<Severity, Long> arisen = new EnumMap<>(Severity.class);
    private final Map<String, Long> matchedBefore = new HashMap<>();
    private final Map<String, Long> matchedAfter = new HashMap<>();
    private long gradesFlipped;
    private long gradesChanged;
    private long prioritiesChanged;
    private boolean incomplete;

    /** What became of a violation, or of a rule that was not evaluated. */
    enum Change {
        APPEARS("+"),
        DISAPPEARS("-"),
        CHANGES("~");

        final String sign;

        Change(String sign) {
            this.sign = sign;
        }

        static Change of(Object before, Object after) {
            return before == null ? APPEARS : after == null ? DISAPPEARS : CHANGES;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One input that was checked under both. */
    record Checked(String label, Instant asOf, ZoneId zone, Side before, Side after, Counts counts) {}

    /** What one check came to. */
    record Side(long cases, long activities, long surveys, long violations, long rejected) {

        static Side of(CheckResult result) {
            return new Side(
                    result.cases(),
                    result.activities(),
                    result.surveys(),
                    result.findings().size(),
                    result.rejected().size());
        }
    }

    /** An input that could not be checked, and why. */
    record LeftOut(String label, String why) {}

    /** A unit and a rule; no unit stands first. */
    record Group(String unit, String rule) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(
                        Group::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Group::rule);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many violations stay, come, go or change, and in what they change. */
    static final class Counts {

        long same;
        final Map<Change, Long> changes = new EnumMap<>(Change.class);
        final SortedMap<String, Long> fields = new TreeMap<>();

        long of(Change change) {
            return changes.getOrDefault(change, 0L);
        }

        private void add(Change change, Collection<String> changed) {
            changes.merge(change, 1L, Long::sum);
            changed.forEach(field -> fields.merge(field, 1L, Long::sum));
        }
    }

    /** A violation in words. */
    record Worded(
            String fingerprint,
            String rule,
            Severity severity,
            Subject subject,
            String where,
            String message,
            String expected,
            String actual,
            String basis,
            List<Evidence> evidence) {

        static Worded of(Finding finding, Words words) {
            if (finding == null) {
                return null;
            }
            Violation violation = finding.violation();
            List<Evidence> evidence = violation.evidence();
            return new Worded(
                    finding.fingerprint(),
                    violation.rule(),
                    violation.severity(),
                    violation.subject(),
                    words.subject(violation.subject()),
                    words.message(violation),
                    words.expected(violation),
                    words.actual(violation),
                    words.basis(violation),
                    evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size())));
        }
    }

    /** One of the violations that differ; before or after is null where it is not there. */
    record Example(Change change, String label, Worded before, Worded after, List<String> fields) {

        Worded there() {
            return after == null ? before : after;
        }
    }

    /** For how many subjects a rule becomes not evaluated, or evaluated, or lacks its facts another number of times. */
    static final class Evaluation {

        final Map<Change, Long> changes = new EnumMap<>(Change.class);
        final Map<Change, List<String>> examples = new EnumMap<>(Change.class);

        private void add(Change change, String example, int most) {
            changes.merge(change, 1L, Long::sum);
            List<String> kept = examples.computeIfAbsent(change, c -> new ArrayList<>());
            if (kept.size() < most) {
                kept.add(example);
            }
        }
    }

    /** A score that is another one; before or after is null where there is none. */
    record GradeChange(String label, String of, Grade before, Grade after, String beforeInWords, String afterInWords) {

        Grade there() {
            return after == null ? before : after;
        }

        /** Whether the survey's own grade is another one, or is there under one rule set alone. */
        boolean isFlip() {
            return before == null || after == null || !Objects.equals(before.grade(), after.grade());
        }
    }

    /** Other unsur to follow up, each by rank. */
    record PriorityChange(String label, String of, List<String> before, List<String> after) {}

    private record Graded(String survey, String unit, String service, String aggregation) {}

    private record Ranked(String survey, String unit, String service) {}

    /**
     * A tally without anything counted yet.
     *
     * @param examplesEach how many examples are kept of each rule and kind of change
     */
    public SimulationTally(RuleSet before, RuleSet after, Language language, int examplesEach) {
        this.before = before;
        this.after = after;
        this.language = language;
        this.examplesEach = examplesEach;
    }

    /**
     * Counts what differs; nothing of the results is kept but examples.
     *
     * @param label how the input is named
     */
    public void add(String label, Simulation simulation) {
        CheckResult earlier = simulation.before();
        CheckResult later = simulation.after();
        Words words = new Words(earlier, language);
        Words newWords = new Words(later, language);
        Counts counts = new Counts();
        simulation.forEachFinding((old, now) -> count(label, old, now, words, newWords, counts));
        simulation.forEachNotEvaluated((old, now) -> count(label, old, now, words, newWords));
        pair(
                earlier.grades(),
                later.grades(),
                g -> new Graded(g.survey(), g.unit(), g.service(), g.aggregation()),
                (old, now) -> compare(label, old, now, words, newWords));
        comparePriorities(label, earlier.priorities(), later.priorities());
        earlier.findings().byRule().forEach((rule, n) -> matchedBefore.merge(rule, n, Long::sum));
        later.findings().byRule().forEach((rule, n) -> matchedAfter.merge(rule, n, Long::sum));
        incomplete |= simulation.isIncomplete();
        checked.add(new Checked(label, later.asOf(), later.zone(), Side.of(earlier), Side.of(later), counts));
    }

    /** Takes note of an input that could not be checked. */
    public void leaveOut(String label, String why) {
        leftOut.add(new LeftOut(label, why));
    }

    /**
     * Whether a violation at or above the threshold appears, or one below it rises so far.
     *
     * @param threshold null means that none counts
     */
    public boolean hasNew(Severity threshold) {
        return threshold != null && arisen.containsKey(threshold);
    }

    /** Whether something could not be read, was left out, or nothing was there to check. */
    public boolean isIncomplete() {
        return incomplete || !leftOut.isEmpty() || checked.isEmpty();
    }

    private void count(String label, Finding old, Finding now, Words words, Words newWords, Counts ofInput) {
        List<String> fields =
                old == null || now == null ? List.of() : differences(old.violation(), now.violation(), words, newWords);
        if (old != null && now != null && fields.isEmpty()) {
            ofInput.same++;
            total.same++;
            return;
        }
        Violation there = (now == null ? old : now).violation();
        Change change = Change.of(old, now);
        for (Counts counts : List.of(group(there), ofInput, total)) {
            counts.add(change, fields);
        }
        for (Severity threshold : Severity.values()) {
            if (now != null
                    && now.violation().severity().atLeast(threshold)
                    && (old == null || !old.violation().severity().atLeast(threshold))) {
                arisen.merge(threshold, 1L, Long::sum);
            }
        }
        List<Example> kept = examples.computeIfAbsent(there.rule(), rule -> new EnumMap<>(Change.class))
                .computeIfAbsent(change, c -> new ArrayList<>());
        if (kept.size() < examplesEach) {
            kept.add(new Example(change, label, Worded.of(old, words), Worded.of(now, newWords), fields));
        }
    }

    private Counts group(Violation violation) {
        Group group = new Group(violation.subject().unit(), violation.rule());
        if (groups.size() >= MOST_GROUPS && !groups.containsKey(group)) {
            group = new Group(FURTHER_UNITS, violation.rule());
        }
        return groups.computeIfAbsent(group, g -> new Counts());
    }

    /** In what of the things that reports show of a violation two differ. */
    private static List<String> differences(Violation old, Violation now, Words words, Words newWords) {
        List<String> fields = new ArrayList<>();
        note("severity", old.severity(), now.severity(), fields);
        note("message", words.message(old), newWords.message(now), fields);
        note("expected", words.expected(old), newWords.expected(now), fields);
        note("actual", words.actual(old), newWords.actual(now), fields);
        note("basis", words.basis(old), newWords.basis(now), fields);
        note("evidence", old.evidence(), now.evidence(), fields);
        return fields;
    }

    private static void note(String field, Object old, Object now, List<String> fields) {
        if (!Objects.equals(old, now)) {
            fields.add(field);
        }
    }

    private void count(String label, NotEvaluated old, NotEvaluated now, Words words, Words newWords) {
        if (old != null && now != null && old.missing().count() == now.missing().count()) {
            return;
        }
        NotEvaluated there = now == null ? old : now;
        Words say = now == null ? words : newWords;
        String subject = say.subject(there);
        evaluations
                .computeIfAbsent(there.rule(), rule -> new Evaluation())
                .add(
                        Change.of(old, now),
                        label + ": " + (subject.isEmpty() ? "" : subject + ": ") + say.reason(there),
                        examplesEach);
    }

    private void compare(String label, Grade old, Grade now, Words words, Words newWords) {
        if (Objects.equals(old, now)) {
            return;
        }
        GradeChange change = new GradeChange(
                label,
                words.graded(now == null ? old : now),
                old,
                now,
                old == null ? null : words.grade(old),
                now == null ? null : newWords.grade(now));
        gradesChanged++;
        gradesFlipped += change.isFlip() ? 1 : 0;
        if (grades.size() < MOST_LISTED) {
            grades.add(change);
        }
    }

    private void comparePriorities(String label, List<Priority> old, List<Priority> now) {
        Map<Ranked, List<String>> earlier = byRank(old);
        Map<Ranked, List<String>> later = byRank(now);
        Collection<Ranked> all = new ArrayList<>(later.keySet());
        earlier.keySet().stream().filter(key -> !later.containsKey(key)).forEach(all::add);
        for (Ranked key : all) {
            List<String> was = earlier.getOrDefault(key, List.of());
            List<String> is = later.getOrDefault(key, List.of());
            if (!was.equals(is)) {
                prioritiesChanged++;
                if (priorities.size() < MOST_LISTED) {
                    String of = java.util.stream.Stream.of(key.survey(), key.unit(), key.service())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" - "));
                    priorities.add(new PriorityChange(label, of, was, is));
                }
            }
        }
    }

    private Map<Ranked, List<String>> byRank(List<Priority> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        p -> new Ranked(p.survey(), p.unit(), p.service()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                p -> p.rank() + ". " + p.code() + " " + p.name()
                                        + (p.tied() ? " (" + language.label("tied") + ")" : ""),
                                Collectors.toList())));
    }

    /** Pairs what has one key, in order; what only one side has comes with null. */
    private static <T, K> void pair(List<T> old, List<T> now, Function<T, K> key, BiConsumer<T, T> consumer) {
        Map<K, Deque<T>> waiting = new LinkedHashMap<>();
        old.forEach(one ->
                waiting.computeIfAbsent(key.apply(one), k -> new ArrayDeque<>()).add(one));
        for (T one : now) {
            Deque<T> same = waiting.get(key.apply(one));
            consumer.accept(same == null ? null : same.poll(), one);
        }
        waiting.values().forEach(left -> left.forEach(one -> consumer.accept(one, null)));
    }

    /** Rules that would find nothing, of those that would be evaluated: by how they did before. */
    Silence silence() {
        TreeSet<String> known = conductRules(before);
        Silence silence = new Silence(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String rule : conductRules(after)) {
            if (!matchedAfter.containsKey(rule)) {
                (matchedBefore.containsKey(rule)
                                ? silence.fallen()
                                : known.contains(rule) ? silence.under() : silence.fresh())
                        .add(rule);
            }
        }
        return silence;
    }

    /**
     * Rules that match nothing under the later rule set.
     *
     * @param fallen matched something before
     * @param fresh are not in the earlier rule set, or switched off there
     * @param under match nothing under either
     */
    record Silence(List<String> fallen, List<String> fresh, List<String> under) {}

    private static TreeSet<String> conductRules(RuleSet ruleSet) {
        return ruleSet.rules().catalog().stream()
                .filter(rule -> rule.isEnabled() && !SopLint.concerns(rule))
                .map(RuleMetadata::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    RuleSet before() {
        return before;
    }

    RuleSet after() {
        return after;
    }

    List<Checked> checked() {
        return checked;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    SortedMap<Group, Counts> groups() {
        return groups;
    }

    Counts total() {
        return total;
    }

    /** By rule, then by kind. */
    List<Example> examples() {
        return examples.values().stream()
                .flatMap(ofRule -> ofRule.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    SortedMap<String, Evaluation> evaluations() {
        return evaluations;
    }

    List<GradeChange> grades() {
        return grades;
    }

    long gradesChanged() {
        return gradesChanged;
    }

    long gradesFlipped() {
        return gradesFlipped;
    }

    List<PriorityChange> priorities() {
        return priorities;
    }

    long prioritiesChanged() {
        return prioritiesChanged;
    }
}
