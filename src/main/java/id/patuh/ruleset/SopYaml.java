package id.patuh.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
        List<StepYaml> steps,
        List<ConstraintYaml> constraints) {

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

    /** @param steps numbers or titles */
    record ConstraintYaml(
            String id,
            String kind,
            List<Object> steps,
            Integer count,
            String limit,
            String clock,
            String severity,
            String basis) {}

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
