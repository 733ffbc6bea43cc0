package id.patuh.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. Whoever is bound to scopes does it there only, and nothing that reaches over all of them. */
public enum Permission {
    /** Look at checks that were kept, states, waivers, trends and follow-ups, and write reports of them. */
    READ_RESULTS(false),
    /** Look at rules, SOPs and their versions. */
    READ_RULES(false),
    /** Check files without keeping them. */
    CHECK(false),
    /** Hand in files of a unit, which are kept. */
    SUBMIT(false),
    /** Say how tables of another system are read for a unit. */
    MANAGE_MAPPINGS(false),
    COMMENT(false),
    /** Say who is to see to a violation. */
    ASSIGN(false),
    /** Settle by hand what no rule could tell, and withdraw that. */
    SETTLE(false),
    /** Add documents to items of follow-up plans. */
    RECORD_FOLLOW_UPS(false),
    /** Ask for waivers, and withdraw one's own. */
    REQUEST_WAIVERS(false),
    /** Approve, reject and withdraw waivers; the ledger refuses those of one's own. */
    APPROVE_WAIVERS(false),
    /** Draft versions of the rule set that change data only; test, simulate and propose them. */
    EDIT_RULE_DATA(true),
    /** Draft versions with other rule code. */
    EDIT_RULE_CODE(true),
    /** Approve versions, and reject them; the rulebook refuses those of one's own. */
    APPROVE_RULES(true),
    /** Publish versions, and roll back to one. */
    PUBLISH_RULES(true),
    /** Have a night done now, and messages sent again. */
    OPERATE(true),
    MANAGE_ACCOUNTS(true),
    READ_AUDIT_TRAIL(true);

    private final boolean overall;

    Permission(boolean overall) {
        this.overall = overall;
    }

    /** Whether it bears on all scopes at once, so that nobody has it who is bound to some. */
    public boolean isOverall() {
        return overall;
    }

    /** The permission as the database and programs name it: {@code edit-rule-data}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The permission of that name. */
    public static Optional<Permission> of(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.word().equals(word))
                .findFirst();
    }
}
