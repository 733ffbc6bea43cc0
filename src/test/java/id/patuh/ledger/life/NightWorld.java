package id.patuh.ledger.life;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import id.patuh.violation.Evidence;
import id.patuh.violation.Fingerprint;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Groups whose violations come, go and change, and whose rules lack facts now and then. */
final class NightWorld {

    private static final List<String> STEP_RULES = List.of("step-late", "time-reversed");
    private static final String CASE_RULE = "case-stalled";
    private static final int STEPS = 2;

    private final Random random;
    private final List<Place> places = new ArrayList<>();

    /** What there is of a group. */
    private static final class Place {
        final Group group;
        final String unit;
        /** By fingerprint; none where there is no violation. */
        final Map<String, Violation> found = new TreeMap<>();
        /** What a rule lacks: a step of which, or null for all of them. */
        final Map<String, Integer> lacks = new HashMap<>();
        /** Grows with each change. */
        int facts;
        /** Whether its facts are gone, so that it is judged no more. */
        boolean purged;
        /** Rules that were not applied at some time since then. */
        final Set<String> unapplied = new HashSet<>();

        Place(Group group, String unit) {
            this.group = group;
            this.unit = unit;
        }
    }

    NightWorld(Random random, int groups) {
        this.random = random;
        for (int i = 0; i < groups; i++) {
            String unit = i % 2 == 0 ? "Dinas Kesehatan" : "Sekretariat";
            places.add(new Place(i == 0 ? Group.SURVEYS : i == 1 ? Group.FOLLOW_UPS : Group.ofCase("K" + i), unit));
        }
    }

    /** Changes some groups, and tells which. */
    Set<Integer> pass() {
        Set<Integer> changed = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(places.size());
            if (!places.get(at).purged) {
                change(places.get(at));
                changed.add(at);
            }
        }
        return changed;
    }

    /** Removes the facts of a group that was judged by some rules. */
    void purge(NightRules rules) {
        places.get(random.nextInt(places.size())).purged = true;
        all(rules);
    }

    boolean isPurged(int at) {
        return places.get(at).purged;
    }

    int size() {
        return places.size();
    }

    private void change(Place place) {
        place.facts++;
        for (Subject subject : subjects(place)) {
            for (String rule : rules(subject)) {
                if (random.nextInt(3) == 0) {
                    String fingerprint = Fingerprint.of(rule, subject, 1);
                    if (place.found.remove(fingerprint) == null || random.nextBoolean()) {
                        place.found.put(fingerprint, violation(rule, subject));
                    }
                }
                if (random.nextInt(4) == 0) {
                    place.lacks.remove(rule);
                } else if (random.nextInt(6) == 0) {
                    Integer step = random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(STEPS));
                    place.lacks.put(rule, step);
                    place.found.values().removeIf(v -> v.rule().equals(rule) && random.nextInt(3) > 0);
                }
            }
        }
    }

    private static List<Subject> subjects(Place place) {
        List<Subject> subjects = new ArrayList<>();
        Subject whole = Subject.ofCase(place.unit, "B276", place.group.caseId());
        Subject own =
                place.group.caseId() == null ? whole.about(place.group.kind().name()) : whole;
        subjects.add(own);
        for (int step = 1; step <= STEPS; step++) {
            subjects.add(own.atStep(Integer.toString(step)).inRound(1));
        }
        return subjects;
    }

    private static List<String> rules(Subject subject) {
        return subject.step() == null ? List.of(CASE_RULE) : STEP_RULES;
    }

    private Violation violation(String rule, Subject subject) {
        Severity[] severities = {Severity.MAJOR, Severity.MINOR, Severity.CRITICAL};
        Severity severity = severities[random.nextInt(severities.length)];
        String actual = "keadaan " + random.nextInt(3) + "\0\ud800";
        Evidence cell = new Evidence("a.csv", null, random.nextInt(2), "end", actual);
        return new Violation(rule, severity, subject, null, actual, Map.of(), null, null, null, List.of(cell));
    }

    /** What a check finds of a group. */
    JudgedGroup judge(int at, NightRules rules) {
        Place place = places.get(at);
        List<Finding> findings = new ArrayList<>();
        place.found.forEach((fingerprint, violation) -> {
            if (rules.applied().contains(violation.rule())) {
                findings.add(new Finding(fingerprint, violation));
            }
        });
        List<NotEvaluated> lacks = new ArrayList<>();
        place.lacks.forEach((rule, step) -> {
            if (rules.applied().contains(rule)) {
                // A log's lack names the SOP alone; units are written as they are.
                Subject sop = Subject.ofSop("B276");
                Subject lacking = step == null
                        ? sop
                        : Subject.ofCase(place.unit.toUpperCase(), "B276", place.group.caseId())
                                .atStep(step.toString());
                lacks.add(new NotEvaluated(rule, new MissingFact("log.end", lacking, "a.csv", Map.of())));
            }
        });
        return new JudgedGroup(place.group, Integer.toString(place.facts), findings, lacks);
    }

    /** A wrong finding, as of a shard that is recorded again. */
    JudgedGroup misjudge(int at) {
        Place place = places.get(at);
        Subject subject = subjects(place).get(1);
        Violation wrong = violation("step-late", subject);
        return new JudgedGroup(
                place.group, "wrong", List.of(new Finding(Fingerprint.of("step-late", subject, 1), wrong)), List.of());
    }

    /** What rules lack, and from which facts that is known: by subject. */
    Map<String, String> lacking(NightRules rules) {
        Map<String, String> lacking = new TreeMap<>();
        for (Place place : places) {
            place.lacks.forEach((rule, step) -> {
                if (rules.applied().contains(rule) && !place.unapplied.contains(rule)) {
                    lacking.put(new LackSubject(place.group, null, rule).toString(), place.facts + " " + step);
                }
            });
        }
        return lacking;
    }

    /** What is to be said of every violation that there could be. */
    Map<String, NaiveLedger.Said> all(NightRules rules) {
        Map<String, NaiveLedger.Said> all = new TreeMap<>();
        for (Place place : places) {
            for (Subject subject : subjects(place)) {
                for (String rule : rules(subject)) {
                    if (place.purged && !rules.applied().contains(rule)) {
                        place.unapplied.add(rule);
                    }
                    String fingerprint = Fingerprint.of(rule, subject, 1);
                    all.put(fingerprint, said(place, rule, subject, fingerprint, rules));
                }
            }
        }
        return all;
    }

    private static NaiveLedger.Said said(
            Place place, String rule, Subject subject, String fingerprint, NightRules rules) {
        if (!rules.applied().contains(rule) || place.unapplied.contains(rule)) {
            return new NaiveLedger.Said(Judgement.NOT_EVALUATED, null, null);
        }
        Violation violation = place.found.get(fingerprint);
        if (violation != null) {
            return new NaiveLedger.Said(
                    Judgement.FOUND, violation.severity(), violation.actual() + " " + violation.evidence());
        }
        boolean lacking = place.lacks.containsKey(rule);
        Integer step = place.lacks.get(rule);
        boolean lacked = lacking
                && (step == null || subject.step() == null || subject.step().equals(step.toString()));
        return new NaiveLedger.Said(lacked ? Judgement.NOT_EVALUATED : Judgement.ABSENT, null, null);
    }
}
