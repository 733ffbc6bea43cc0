package id.patuh.bench.logs;

import java.util.Locale;

/** The ways in which a case can depart from its SOP, named by the rule that must find it. */
enum Defect {
    STEP_LATE,
    STEP_OVERDUE,
    STEP_MISSING,
    STEP_OUT_OF_ORDER,
    STEP_WRONG_EXECUTOR,
    STEP_INPUT_MISSING,
    STEP_OUTPUT_MISSING,
    APPROVAL_BYPASSED,
    DECISION_MISSING,
    REWORK_EXCESSIVE,
    TIME_REVERSED,
    TIME_IN_FUTURE,
    SAME_PERSON_APPROVES,
    STEP_UNKNOWN,
    SOP_UNKNOWN,
    SOP_NOT_IN_FORCE,
    DOCUMENT_NAME_DRIFT,
    CASE_STALLED;

    /** Every defect. */
    static final Defect[] ALL = values();

    /** Whether the case is still open when it is checked. */
    boolean isOpen() {
        return this == STEP_OVERDUE || this == TIME_IN_FUTURE || this == CASE_STALLED;
    }

    String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
