package id.patuh.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is written down of what people and programs do. */
public enum AuditAction {
    SIGN_IN,
    SIGN_OUT,
    CHANGE_PASSWORD,
    /** Of somebody else. */
    RESET_PASSWORD,
    ADD_ACCOUNT,
    /** Roles, reach, enabled or not. */
    CHANGE_ACCOUNT,
    MAKE_TOKEN,
    REVOKE_TOKEN,
    /** A page or an address that was asked for: written only where it was refused. */
    ACCESS,
    /** A report, an export, a file. */
    DOWNLOAD,
    /** A check that is not kept. */
    CHECK,
    /** Files of a unit that are kept. */
    SUBMIT,
    CHANGE_MAPPING,
    COMMENT,
    ASSIGN,
    SETTLE,
    RECORD_FOLLOW_UP,
    REQUEST_WAIVER,
    APPROVE_WAIVER,
    REJECT_WAIVER,
    WITHDRAW_WAIVER,
    DRAFT_RULES,
    TEST_RULES,
    PROPOSE_RULES,
    APPROVE_RULES,
    REJECT_RULES,
    PUBLISH_RULES,
    ROLL_BACK_RULES,
    RUN_NIGHT,
    SEND_AGAIN;

    /** The action as the database, commands and programs name it: {@code sign-in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The action of that name. */
    public static Optional<AuditAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }
}
