package id.patuh.ledger.life;

import id.patuh.rulebook.Sha256;
import java.util.Arrays;
import java.util.Locale;

/**
 * What is judged as a whole within a scope: all that carries one case number, or all surveys, or all follow-ups.
 *
 * @param kind what it is
 * @param caseId the case number; null for surveys and follow-ups
 */
public record Group(Kind kind, String caseId) {

    /** The surveys of a scope. */
    public static final Group SURVEYS = new Group(Kind.SURVEYS, null);

    /** The follow-ups of a scope. */
    public static final Group FOLLOW_UPS = new Group(Kind.FOLLOW_UPS, null);

    private static final int KEY_LENGTH = 32;

    /** Kinds of groups. */
    public enum Kind {
        CASE,
        SURVEYS,
        FOLLOW_UPS;

        /** The word that users read: {@code case}, {@code surveys}, {@code follow-ups}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Group {
        if ((kind == Kind.CASE) == (caseId == null)) {
            throw new IllegalArgumentException(kind + " " + caseId);
        }
    }

    /** All that carries a case number. */
    public static Group ofCase(String caseId) {
        return new Group(Kind.CASE, caseId);
    }

    /** By which tables know it: case numbers may be of any length and hold any sign. */
    public String key() {
        return Sha256.of("patuh group 1", Arrays.asList(kind, caseId)).substring(0, KEY_LENGTH);
    }
}
