package id.patuh.ruleset;

import static id.patuh.ruleset.SopYaml.orEmpty;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Constraint;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one SOP of its YAML file. */
final class SopReader {

    /** What may set a deadline that the SOP's text leaves open. */
    private static final String FOLLOW_UP_PLAN = "follow-up-plan";

    private static final List<String> CITATION_KEYS = List.of("text", "source");

    private final SopYaml yaml;
    private final String file;
    private final YamlProblems problems;
    private boolean numbered = true;

    private SopReader(SopYaml yaml, String file, YamlProblems problems) {
        this.yaml = yaml;
        this.file = file;
        this.problems = problems;
    }

    /** The SOP; of use only where no problem was added. */
    static Sop read(YamlFile file, YamlProblems problems) {
        return new SopReader(YamlRecords.read(file, SopYaml.class), file.name(), problems).read();
    }

    private Sop read() {
        problems.require("id", yaml.id());
        problems.require("title", yaml.title());
        problems.require("in_force", yaml.inForce());
        if (yaml.until() != null && yaml.inForce() != null && yaml.until().isBefore(yaml.inForce())) {
            problems.add(
                    "until", "until-before-start", Map.of("from", yaml.inForce().toString()));
        }
        if (yaml.flow() != null && !yaml.flow().equals("free") && !yaml.flow().equals("sequential")) {
            problems.add("flow", "flow-unknown");
        }
        checkCitations();
        checkRoles();
        checkSurvey();
        boolean free = "free".equals(yaml.flow());
        Clock usual = clock("clock", yaml.clock(), Clock.WORKING);
        List<Step> steps = steps(free, usual);
        if (steps.isEmpty()) {
            problems.add("steps", "steps-none");
        }
        List<Constraint> constraints = numbered
                ? new ConstraintReader(steps, (key, word) -> clock(key, word, usual), problems)
                        .read(orEmpty(yaml.constraints()))
                : List.of();
        return problems.isEmpty() ? sop(free, steps, constraints) : null;
    }

    private Sop sop(boolean free, List<Step> steps, List<Constraint> constraints) {
        return new Sop(
                yaml.id(),
                yaml.number() == null ? yaml.id() : yaml.number(),
                yaml.title(),
                yaml.agency(),
                yaml.unit(),
                yaml.created(),
                yaml.revised(),
                yaml.inForce(),
                yaml.until(),
                yaml.ratified() == null
                        ? new Sop.Ratification(null, false, false)
                        : new Sop.Ratification(
                                yaml.ratified().position(),
                                yaml.ratified().signatoryNamed(),
                                yaml.ratified().nipGiven()),
                orEmpty(yaml.subjects()),
                yaml.purpose(),
                yaml.scope(),
                orEmpty(yaml.legalBasis()).stream().map(SopReader::reference).toList(),
                orEmpty(yaml.related()),
                orEmpty(yaml.equipment()),
                orEmpty(yaml.warnings()),
                orEmpty(yaml.records()),
                orEmpty(yaml.qualifications()).stream()
                        .map(q -> new Sop.Qualification(q.role(), orEmpty(q.requires())))
                        .toList(),
                orEmpty(yaml.externalInputs()),
                yaml.clock() == null || Boolean.TRUE.equals(yaml.clockInferred()),
                yaml.calendar() == null ? RuleSet.DEFAULT_CALENDAR : yaml.calendar(),
                orEmpty(yaml.roles()),
                yaml.roleAliases() == null ? Map.of() : yaml.roleAliases(),
                yaml.survey() == null
                        ? null
                        : new Sop.SurveyDuty(
                                yaml.survey().minRespondents(),
                                orEmpty(yaml.survey().groups()),
                                orEmpty(yaml.survey().steps())),
                free,
                steps,
                constraints,
                file);
    }

    /** A citation is a text, or a text with the source that it means. */
    private static Sop.LegalReference reference(Object citation) {
        if (citation instanceof Map<?, ?> map) {
            Object source = map.get("source");
            return new Sop.LegalReference(String.valueOf(map.get("text")), source == null ? null : source.toString());
        }
        return new Sop.LegalReference(String.valueOf(citation), null);
    }

    private void checkCitations() {
        for (int i = 0; i < orEmpty(yaml.legalBasis()).size(); i++) {
            if (yaml.legalBasis().get(i) instanceof Map<?, ?> citation) {
                String key = "legal_basis[" + (i + 1) + "].";
                for (Object name : citation.keySet()) {
                    if (!CITATION_KEYS.contains(name)) {
                        problems.add(key + name, "key-unrecognised", Map.of("known", String.join(", ", CITATION_KEYS)));
                    }
                }
                if (citation.keySet().equals(Set.of("source"))) {
                    problems.require(key + "text", null);
                }
            }
        }
    }

    /** An executor outside the table's columns would make everybody who does the step a wrong executor. */
    private void checkRoles() {
        if (yaml.roles() == null) {
            return;
        }
        Set<String> columns = yaml.roles().stream().map(Wording::normalise).collect(Collectors.toSet());
        String roles = String.join(", ", yaml.roles());
        for (int i = 0; i < orEmpty(yaml.steps()).size(); i++) {
            SopYaml.StepYaml row = yaml.steps().get(i);
            for (int j = 0; j < orEmpty(row.executor()).size(); j++) {
                if (!columns.contains(Wording.normalise(row.executor().get(j)))) {
                    problems.add(
                            key(i) + ".executor[" + (j + 1) + "]",
                            "executor-unknown",
                            Map.of("step", Integer.toString(number(row, i)), "roles", roles));
                }
            }
        }
        if (yaml.roleAliases() != null) {
            yaml.roleAliases().keySet().stream()
                    .filter(role -> !columns.contains(Wording.normalise(role)))
                    .forEach(role -> problems.add("role_aliases." + role, "role-unknown", Map.of("roles", roles)));
        }
    }

    private void checkSurvey() {
        SopYaml.SurveyYaml survey = yaml.survey();
        if (survey == null) {
            return;
        }
        if (survey.minRespondents() != null && survey.minRespondents() < 1) {
            problems.add("survey.min_respondents", "below-minimum", Map.of("minimum", "1"));
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < orEmpty(yaml.steps()).size(); i++) {
            numbers.add(number(yaml.steps().get(i), i));
        }
        for (int i = 0; i < orEmpty(survey.steps()).size(); i++) {
            if (!numbers.contains(survey.steps().get(i))) {
                problems.add("survey.steps[" + (i + 1) + "]", "survey-step-unknown");
            }
        }
    }

    /** A row without a number of its own has that of its place. */
    private static int number(SopYaml.StepYaml row, int position) {
        return row.no() == null ? position + 1 : row.no();
    }

    private List<Step> steps(boolean free, Clock usual) {
        List<Step> table = new ArrayList<>();
        Map<Integer, Integer> positions = new HashMap<>();
        Integer above = null;
        for (SopYaml.StepYaml row : orEmpty(yaml.steps())) {
            int position = table.size();
            String key = key(position);
            int no = number(row, position);
            // Some tables begin with 0, which the linter remarks on.
            if (no < 0) {
                numbered = false;
                problems.add(key + ".no", "below-minimum", Map.of("minimum", "0"));
            }
            if (row.deadlineFrom() != null && !row.deadlineFrom().equals(FOLLOW_UP_PLAN)) {
                problems.add(key + ".deadline_from", "deadline-unknown", Map.of("known", FOLLOW_UP_PLAN));
            }
            Integer first = positions.putIfAbsent(no, position);
            if (first != null) {
                numbered = false;
                problems.add(key + ".no", "step-repeated", Map.of("step", Integer.toString(no), "first", key(first)));
            }
            List<Integer> after =
                    row.after() != null ? row.after() : free || above == null ? List.of() : List.of(above);
            TimeLimit limit = TimeLimit.parse(row.within()).orElse(null);
            if (TimeLimit.isBroken(row.within())) {
                problems.add(key + ".within", "limit-unreadable", step(no));
            }
            table.add(new Step(
                    no,
                    position,
                    row.title() == null ? "" : row.title(),
                    orEmpty(row.executor()),
                    Boolean.TRUE.equals(row.executorInferred()),
                    orEmpty(row.inputs()),
                    row.within(),
                    limit,
                    row.deadlineFrom(),
                    orEmpty(row.outputs()),
                    after,
                    row.optional() == null ? free : row.optional(),
                    row.optionalReason(),
                    row.decision() == null
                            ? null
                            : new Step.Decision(
                                    row.decision().approve(),
                                    row.decision().revise(),
                                    Boolean.TRUE.equals(row.decision().inferred())),
                    clock(key + ".clock", row.clock(), usual),
                    row.note()));
            above = no;
        }
        if (numbered) {
            checkTargets(table, positions.keySet());
            checkCircles(table);
        }
        return table;
    }

    private Clock clock(String key, String word, Clock otherwise) {
        if (word == null) {
            return otherwise;
        }
        try {
            return Clock.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(
                    key,
                    "clock-unknown",
                    Map.of(
                            "known",
                            Arrays.stream(Clock.values())
                                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))));
            return otherwise;
        }
    }

    private void checkTargets(List<Step> table, Set<Integer> numbers) {
        for (Step step : table) {
            String key = key(step.position());
            for (int i = 0; i < step.after().size(); i++) {
                if (!numbers.contains(step.after().get(i))) {
                    problems.add(key + ".after[" + (i + 1) + "]", "after-unknown", step(step.no()));
                }
            }
            if (step.decision() != null) {
                checkTarget(key + ".decision.approve", step, step.decision().approve(), numbers);
                checkTarget(key + ".decision.revise", step, step.decision().revise(), numbers);
            }
        }
    }

    private void checkTarget(String key, Step step, Integer target, Set<Integer> numbers) {
        if (target != null && !numbers.contains(target)) {
            problems.add(key, "decision-unknown", step(step.no()));
        }
    }

    private void checkCircles(List<Step> table) {
        Map<Integer, List<Integer>> after = new HashMap<>();
        table.forEach(step -> after.put(step.no(), step.after()));
        for (Step step : table) {
            if (reaches(step.no(), step.no(), after, new HashSet<>())) {
                problems.add(key(step.position()) + ".after", "step-circular", step(step.no()));
            }
        }
    }

    private static boolean reaches(int from, int to, Map<Integer, List<Integer>> after, Set<Integer> seen) {
        for (int before : after.getOrDefault(from, List.of())) {
            if (before == to || seen.add(before) && reaches(before, to, after, seen)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> step(int no) {
        return Map.of("step", Integer.toString(no));
    }

    private static String key(int position) {
        return "steps[" + (position + 1) + "]";
    }
}
