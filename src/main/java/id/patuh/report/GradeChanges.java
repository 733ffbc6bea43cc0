package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.check.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Scores that change, and grades that flip. */
final class GradeChanges {

    /** Grades that are told one by one. */
    private static final int MOST_LISTED = 10_000;

    private final Language language;
    private final List<GradeChange> listed = new ArrayList<>();
    private long count;
    private long flipped;

    GradeChanges(Language language) {
        this.language = language;
    }

    /** What a grade is of. */
    private record Graded(String survey, String unit, String service, String aggregation) {

        static Graded of(Grade grade) {
            return new Graded(grade.survey(), grade.unit(), grade.service(), grade.aggregation());
        }
    }

    /**
     * A score that is another one.
     *
     * @param label names the input
     * @param of what was surveyed, in words
     * @param before null where there is none
     * @param after null where there is none
     */
    record GradeChange(String label, String of, Grade before, Grade after, String beforeInWords, String afterInWords) {

        Grade there() {
            return after == null ? before : after;
        }

        /** Whether the survey's own grade is another one, or is there under one rule set alone. */
        boolean isFlip() {
            return before == null || after == null || !Objects.equals(before.grade(), after.grade());
        }

        /** The unsur whose grades flip. */
        List<ElementFlip> elements() {
            Map<String, Grade.Element> old = byCode(before);
            Map<String, Grade.Element> now = byCode(after);
            Map<String, Grade.Element> all = new LinkedHashMap<>(old);
            all.putAll(now);
            List<ElementFlip> flips = new ArrayList<>();
            all.forEach((code, element) -> {
                String was = old.containsKey(code) ? old.get(code).grade() : null;
                String is = now.containsKey(code) ? now.get(code).grade() : null;
                if (!Objects.equals(was, is)) {
                    flips.add(new ElementFlip(code, element.name(), was, is));
                }
            });
            return flips;
        }

        private static Map<String, Grade.Element> byCode(Grade grade) {
            Map<String, Grade.Element> elements = new LinkedHashMap<>();
            if (grade != null) {
                grade.elements().forEach(element -> elements.put(element.code(), element));
            }
            return elements;
        }
    }

    /** The grades of an unsur; null where it has none. */
    record ElementFlip(String code, String name, String before, String after) {}

    void add(Simulation simulation, ComparedInput input) {
        Map<Graded, Deque<Grade>> waiting = new LinkedHashMap<>();
        for (Grade old : simulation.before().grades()) {
            waiting.computeIfAbsent(Graded.of(old), of -> new ArrayDeque<>()).add(old);
        }
        for (Grade now : simulation.after().grades()) {
            Deque<Grade> same = waiting.get(Graded.of(now));
            compare(same == null ? null : same.poll(), now, input);
        }
        waiting.values().forEach(left -> left.forEach(old -> compare(old, null, input)));
    }

    private void compare(Grade old, Grade now, ComparedInput input) {
        if (Objects.equals(old, now)) {
            return;
        }
        WordedGrade was = worded(old, input.before());
        WordedGrade is = worded(now, input.after());
        GradeChange change =
                new GradeChange(input.label(), (is == null ? was : is).graded(), old, now, inWords(was), inWords(is));
        count++;
        flipped += change.isFlip() ? 1 : 0;
        if (listed.size() < MOST_LISTED) {
            listed.add(change);
        }
    }

    private static WordedGrade worded(Grade grade, Words words) {
        return grade == null ? null : WordedGrade.of(grade, words);
    }

    private String inWords(WordedGrade grade) {
        return grade == null ? null : grade.inWords(language);
    }

    /** The first ones. */
    List<GradeChange> listed() {
        return Collections.unmodifiableList(listed);
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** Of how many the survey's own grade is another one. */
    long flipped() {
        return flipped;
    }
}
