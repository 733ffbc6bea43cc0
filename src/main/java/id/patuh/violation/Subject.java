package id.patuh.violation;

import id.patuh.wording.Wording;

/**
 * What a violation is about. Its parts, with the rule's id, make the fingerprint under which a violation is known from
 * one check to the next; every part may be null.
 *
 * @param unit the government unit
 * @param sop short id of the SOP, or what the log cites when the rule set lacks it
 * @param caseId the case (no_berkas)
 * @param step the step's number as printed
 * @param round how often the step had been begun in the case by then, from 1
 * @param constraint id of a constraint of the SOP
 * @param survey id of the survey
 * @param element an unsur, a respondent, an item of a follow-up plan or whatever else stands below the other parts
 */
public record Subject(
        String unit,
        String sop,
        String caseId,
        String step,
        Integer round,
        String constraint,
        String survey,
        String element) {

    /** The subject of a whole case. */
    public static Subject ofCase(String unit, String sop, String caseId) {
        return new Subject(unit, sop, caseId, null, null, null, null, null);
    }

    /** The subject of an SOP definition. */
    public static Subject ofSop(String sop) {
        return new Subject(null, sop, null, null, null, null, null, null);
    }

    /** The subject of a survey or of the follow-up to it. */
    public static Subject ofSurvey(String unit, String survey) {
        return new Subject(unit, null, null, null, null, null, survey, null);
    }

    /** This subject narrowed to a step. */
    public Subject atStep(String number) {
        return new Subject(unit, sop, caseId, number, round, constraint, survey, element);
    }

    /** This subject narrowed to one execution of its step; null widens it to all of them. */
    public Subject inRound(Integer number) {
        return new Subject(unit, sop, caseId, step, number, constraint, survey, element);
    }

    /** This subject narrowed to a constraint of its SOP. */
    public Subject under(String constraintId) {
        return new Subject(unit, sop, caseId, step, round, constraintId, survey, element);
    }

    /** This subject narrowed to an element. */
    public Subject about(String name) {
        return new Subject(unit, sop, caseId, step, round, constraint, survey, name);
    }

    /**
     * Whether both may be about the same: no part that is set in both differs. Units are compared as in fingerprints.
     */
    public boolean agreesWith(Subject other) {
        return (unit == null || other.unit == null || Wording.normalise(unit).equals(Wording.normalise(other.unit)))
                && agree(sop, other.sop)
                && agree(caseId, other.caseId)
                && agree(step, other.step)
                && agree(round, other.round)
                && agree(constraint, other.constraint)
                && agree(survey, other.survey)
                && agree(element, other.element);
    }

    private static boolean agree(Object part, Object other) {
        return part == null || other == null || part.equals(other);
    }
}
