package id.patuh.check;

import id.patuh.violation.Subject;

/** The order of subjects in reports: by unit, SOP, case or survey, step and round, and by what stands below these. */
final class SubjectOrder {

    private static final int LONGEST_NUMBER = 9;

    private SubjectOrder() {}

    /** By everything down to the round of a step. */
    static int place(Subject one, Subject other) {
        int order = text(one.unit(), other.unit());
        order = order != 0 ? order : text(one.sop(), other.sop());
        order = order != 0 ? order : text(one.caseId(), other.caseId());
        order = order != 0 ? order : text(one.survey(), other.survey());
        order = order != 0 ? order : Integer.compare(number(one.step()), number(other.step()));
        order = order != 0 ? order : text(one.step(), other.step());
        return order != 0 ? order : Integer.compare(round(one), round(other));
    }

    /** By what stands below. */
    static int detail(Subject one, Subject other) {
        int order = text(one.constraint(), other.constraint());
        return order != 0 ? order : text(one.element(), other.element());
    }

    /** By a text that may be null, which is the same as none. */
    static int text(String one, String other) {
        // Most of what is compared is one and the same text.
        return one == other ? 0 : (one == null ? "" : one).compareTo(other == null ? "" : other);
    }

    private static int round(Subject subject) {
        return subject.round() == null ? 0 : subject.round();
    }

    private static int number(String step) {
        if (step == null || step.isEmpty() || step.length() > LONGEST_NUMBER) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < step.length(); i++) {
            int digit = step.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
