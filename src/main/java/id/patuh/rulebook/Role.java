package id.patuh.rulebook;

import java.util.Arrays;
import java.util.Locale;

/** What somebody may write: each role may do all that the one before may. */
public enum Role {
    /** Only read. */
    NONE,
    /** All but rule code: values, SOPs, grades, severities, texts. */
    MANAGER,
    /** Rule code, too; and say who has which role. */
    ENGINEER;

    /** The role as the database, commands and texts name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name, or null. */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
