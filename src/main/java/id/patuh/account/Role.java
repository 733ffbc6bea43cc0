package id.patuh.account;

import static id.patuh.account.Permission.APPROVE_RULES;
import static id.patuh.account.Permission.APPROVE_WAIVERS;
import static id.patuh.account.Permission.ASSIGN;
import static id.patuh.account.Permission.CHECK;
import static id.patuh.account.Permission.COMMENT;
import static id.patuh.account.Permission.EDIT_RULE_CODE;
import static id.patuh.account.Permission.EDIT_RULE_DATA;
import static id.patuh.account.Permission.MANAGE_ACCOUNTS;
import static id.patuh.account.Permission.MANAGE_MAPPINGS;
import static id.patuh.account.Permission.OPERATE;
import static id.patuh.account.Permission.PUBLISH_RULES;
import static id.patuh.account.Permission.READ_AUDIT_TRAIL;
import static id.patuh.account.Permission.READ_RESULTS;
import static id.patuh.account.Permission.READ_RULES;
import static id.patuh.account.Permission.RECORD_FOLLOW_UPS;
import static id.patuh.account.Permission.REQUEST_WAIVERS;
import static id.patuh.account.Permission.SETTLE;
import static id.patuh.account.Permission.SUBMIT;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is, and so may do; one account may have several. Everybody may read. */
public enum Role {
    VIEWER,
    AUDITOR(CHECK, SUBMIT, MANAGE_MAPPINGS, COMMENT, ASSIGN, SETTLE, RECORD_FOLLOW_UPS, REQUEST_WAIVERS),
    QUALITY_MANAGER(
            CHECK,
            SUBMIT,
            MANAGE_MAPPINGS,
            COMMENT,
            ASSIGN,
            SETTLE,
            RECORD_FOLLOW_UPS,
            REQUEST_WAIVERS,
            APPROVE_WAIVERS,
            EDIT_RULE_DATA,
            APPROVE_RULES,
            PUBLISH_RULES),
    RULE_ENGINEER(CHECK, MANAGE_MAPPINGS, COMMENT, EDIT_RULE_DATA, EDIT_RULE_CODE, APPROVE_RULES, PUBLISH_RULES),
    ADMINISTRATOR(OPERATE, MANAGE_ACCOUNTS, READ_AUDIT_TRAIL);

    private final Set<Permission> permissions = EnumSet.of(READ_RESULTS, READ_RULES);

    Role(Permission... further) {
        permissions.addAll(Arrays.asList(further));
    }

    /** What whoever has this role may do, unless he is bound to scopes. */
    public Set<Permission> permissions() {
        return Collections.unmodifiableSet(permissions);
    }

    /** The role as the database, commands and claims name it: {@code quality-manager}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that name. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
