package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shape of {@code sop/*.yaml}; the contract (section 4) says what its keys mean. */
record SopYaml(
        String id,
        String number,
        String title,
        String agency,
        String unit,
        LocalDate created,
        LocalDate revised,
        LocalDate inForce,
        LocalDate until,
        RatifiedYaml ratified,
        List<String> subjects,
        String purpose,
        String scope,
        List<Object> legalBasis,
        List<String> related,
        List<String> equipment,
        List<String> warnings,
        List<String> records,
        List<QualificationYaml> qualifications,
        List<String> externalInputs,
        String clock,
        Boolean clockInferred,
        String calendar,
        List<String> roles,
        Map<String, List<String>> roleAliases,
        SurveyYaml survey,
        String flow,
        List<StepYaml> steps) {

    // "1 jma", "-1 jam": a slip of the pen, not one of the texts that SOPs print in place of a limit.
    private static final Pattern BROKEN_LIMIT = Pattern.compile("-\\s*\\d.*|[1-9]\\d*\\s*\\p{L}+");

    record RatifiedYaml(String position, boolean signatoryNamed, boolean nipGiven) {}

    record QualificationYaml(String role, List<String> requires) {}

    record SurveyYaml(Integer minRespondents, List<String> groups, List<Integer> steps) {}

    record DecisionYaml(Integer approve, Integer revise, Boolean inferred) {}

    record StepYaml(
            Integer no,
            String title,
            List<String> executor,
            Boolean executorInferred,
            List<String> inputs,
            String within,
            String deadlineFrom,
            List<String> outputs,
            List<Integer> after,
            Boolean optional,
            String optionalReason,
            DecisionYaml decision,
            String clock,
            String note) {}

    Sop toSop(String file) {
        List<RuleProblem> problems = new ArrayList<>();
        require(problems, file, "id", id);
        require(problems, file, "title", title);
        require(problems, file, "in_force", inForce);
        if (until != null && inForce != null && until.isBefore(inForce)) {
            problems.add(new RuleProblem(file, 0, "until " + until + " is before in_force " + inForce));
        }
        if (flow != null && !flow.equals("free") && !flow.equals("sequential")) {
            problems.add(new RuleProblem(file, 0, "flow " + flow + " is neither sequential nor free"));
        }
        boolean free = "free".equals(flow);
        List<Step> table = free || steps != null ? steps(file, free, problems) : List.of();
        if (table.isEmpty()) {
            problems.add(new RuleProblem(file, 0, "the SOP has no steps"));
        }
        if (!problems.isEmpty()) {
            throw new RuleSetException(problems);
        }
        return new Sop(
                id,
                number == null ? id : number,
                title,
                agency,
                unit,
                created,
                revised,
                inForce,
                until,
                ratified == null
                        ? new Sop.Ratification(null, false, false)
                        : new Sop.Ratification(ratified.position(), ratified.signatoryNamed(), ratified.nipGiven()),
                orEmpty(subjects),
                purpose,
                scope,
                orEmpty(legalBasis).stream().map(SopYaml::reference).toList(),
                orEmpty(related),
                orEmpty(equipment),
                orEmpty(warnings),
                orEmpty(records),
                orEmpty(qualifications).stream()
                        .map(q -> new Sop.Qualification(q.role(), orEmpty(q.requires())))
                        .toList(),
                orEmpty(externalInputs),
                clock == null || Boolean.TRUE.equals(clockInferred),
                calendar == null ? RuleSet.DEFAULT_CALENDAR : calendar,
                orEmpty(roles),
                roleAliases == null ? Map.of() : roleAliases,
                survey == null
                        ? null
                        : new Sop.SurveyDuty(
                                survey.minRespondents(), orEmpty(survey.groups()), orEmpty(survey.steps())),
                free,
                table,
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

    private List<Step> steps(String file, boolean free, List<RuleProblem> problems) {
        List<Step> table = new ArrayList<>();
        Map<Integer, Integer> positions = new HashMap<>();
        Integer above = null;
        for (StepYaml row : orEmpty(steps)) {
            int position = table.size();
            int no = row.no() == null ? position + 1 : row.no();
            if (positions.put(no, position) != null) {
                problems.add(new RuleProblem(file, 0, "step " + no + " stands twice"));
            }
            List<Integer> after =
                    row.after() != null ? row.after() : free || above == null ? List.of() : List.of(above);
            table.add(new Step(
                    no,
                    position,
                    row.title() == null ? "" : row.title(),
                    orEmpty(row.executor()),
                    Boolean.TRUE.equals(row.executorInferred()),
                    orEmpty(row.inputs()),
                    row.within(),
                    TimeLimit.parse(row.within()).orElse(null),
                    row.deadlineFrom(),
                    orEmpty(row.outputs()),
                    after,
                    row.optional() == null ? free : row.optional(),
                    row.decision() == null
                            ? null
                            : new Step.Decision(
                                    row.decision().approve(),
                                    row.decision().revise(),
                                    Boolean.TRUE.equals(row.decision().inferred())),
                    clock(file, no, row.clock() == null ? clock : row.clock(), problems),
                    row.note()));
            if (row.within() != null
                    && BROKEN_LIMIT.matcher(row.within().strip()).matches()
                    && TimeLimit.parse(row.within()).isEmpty()) {
                problems.add(new RuleProblem(file, 0, "step " + no + ": \"" + row.within() + "\" is no time limit"));
            }
            checkExecutors(file, no, orEmpty(row.executor()), problems);
            above = no;
        }
        checkReferences(file, table, positions.keySet(), problems);
        return table;
    }

    private void checkExecutors(String file, int no, List<String> executors, List<RuleProblem> problems) {
        Set<String> known = orEmpty(roles).stream().map(Wording::normalise).collect(Collectors.toSet());
        for (String executor : executors) {
            if (!known.isEmpty() && !known.contains(Wording.normalise(executor))) {
                problems.add(new RuleProblem(
                        file, 0, "step " + no + ": executor \"" + executor + "\" is none of the roles " + roles));
            }
        }
    }

    private static Clock clock(String file, int no, String word, List<RuleProblem> problems) {
        try {
            return word == null ? Clock.WORKING : Clock.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new RuleProblem(file, 0, "step " + no + ": clock " + word + " is neither working nor elapsed"));
            return Clock.WORKING;
        }
    }

    private static void checkReferences(
            String file, List<Step> table, Set<Integer> numbers, List<RuleProblem> problems) {
        Map<Integer, List<Integer>> after = new HashMap<>();
        for (Step step : table) {
            after.put(step.no(), step.after());
            for (Integer no : step.after()) {
                if (!numbers.contains(no)) {
                    problems.add(new RuleProblem(
                            file, 0, "step " + step.no() + " is after step " + no + ", which is not there"));
                }
            }
            if (step.decision() != null) {
                for (Integer target : new Integer[] {
                    step.decision().approve(), step.decision().revise()
                }) {
                    if (target != null && !numbers.contains(target)) {
                        problems.add(new RuleProblem(
                                file, 0, "step " + step.no() + " leads to step " + target + ", which is not there"));
                    }
                }
            }
        }
        for (Step step : table) {
            if (reaches(step.no(), step.no(), after, new HashSet<>())) {
                problems.add(new RuleProblem(file, 0, "step " + step.no() + " comes after itself"));
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

    private static void require(List<RuleProblem> problems, String file, String key, Object value) {
        if (value == null) {
            problems.add(new RuleProblem(file, 0, key + " is missing"));
        }
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
