package id.patuh.skm;

import java.util.List;

/**
 * Who answered a survey and who ought to have.
 *
 * @param respondents distinct respondents, else how many are stated, else null
 * @param most how many there may be at most, with rows that could not be read; null when not known
 * @param minimum least number required, or null when none is in force
 * @param ground the SOP's provision that sets the minimum, or null when a parameter does
 * @param population how many were served, or null
 * @param required the sample that this population requires, or null
 * @param uniform respondents who gave every unsur one score; null without responses
 * @param groups the groups that must be represented; empty when none must or groups were not recorded
 * @param repeated respondents who answered more than once
 */
record Sample(
        Integer respondents,
        Integer most,
        Integer minimum,
        String ground,
        Integer population,
        Integer required,
        Integer uniform,
        List<RequiredGroup> groups,
        List<RepeatedRespondent> repeated) {

    /** Why the survey must not be graded, or null when it may. */
    String obstacle() {
        boolean tooFew = lacks(minimum);
        if (tooFew && most < minimum) {
            return "respondents-too-few";
        }
        if (groups.stream().anyMatch(g -> Boolean.FALSE.equals(g.getRepresented()))) {
            return "respondent-group-missing";
        }
        return tooFew || groups.stream().anyMatch(g -> g.getRepresented() == null) ? "responses-rejected" : null;
    }

    /** Whether fewer could be read than a number demands, while rows that could not be read may hold the others. */
    boolean mayReach(Integer demanded) {
        return lacks(demanded) && most >= demanded;
    }

    private boolean lacks(Integer demanded) {
        return respondents != null && demanded != null && respondents < demanded;
    }
}
