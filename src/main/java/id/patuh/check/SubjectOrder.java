package id.patuh.check;

import id.patuh.violation.Subject;
import java.util.Comparator;

/** The order of subjects in reports: by unit, SOP, case or survey, step and round, and by what stands below these. */
final class SubjectOrder {

    private static final int LONGEST_NUMBER = 9;

    /** By everything down to the round of a step. */
    static final Comparator<Subject> PLACE = Comparator.<Subject, String>comparing(s -> text(s.unit()))
            .thenComparing(s -> text(s.sop()))
            .thenComparing(s -> text(s.caseId()))
            .thenComparing(s -> text(s.survey()))
            .thenComparingInt(s -> number(s.step()))
            .thenComparing(s -> text(s.step()))
            .thenComparingInt(s -> s.round() == null ? 0 : s.round());

    /** By what stands below. */
    static final Comparator<Subject> DETAIL =
            Comparator.<Subject, String>comparing(s -> text(s.constraint())).thenComparing(s -> text(s.element()));

    private SubjectOrder() {}

    static String text(String value) {
        return value == null ? "" : value;
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
