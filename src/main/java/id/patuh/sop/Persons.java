package id.patuh.sop;

import id.patuh.wording.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The persons that a cell names, separated by semicolons.
 *
 * @param byName as written, by their normalised names
 * @param all whether everybody is known; {@code ?} and the like name nobody, and are equal to nobody
 */
record Persons(Map<String, String> byName, boolean all) {

    /** Nobody that is known. */
    static final Persons UNKNOWN = new Persons(Map.of(), false);

    /** Titles are written with dots and blanks or without: "Budi, S.H." is "BUDI SH". */
    static Persons in(String cell) {
        if (cell.indexOf(';') < 0) {
            String name = name(cell);
            return name.isEmpty() ? UNKNOWN : new Persons(Map.of(name, cell.strip()), true);
        }
        Map<String, String> byName = new LinkedHashMap<>();
        boolean all = true;
        for (String part : cell.split(";")) {
            if (!part.isBlank()) {
                String name = name(part);
                if (name.isEmpty()) {
                    all = false;
                } else {
                    byName.putIfAbsent(name, part.strip());
                }
            }
        }
        return new Persons(byName, all && !byName.isEmpty());
    }

    /** By which a person is compared; empty where nobody is named. */
    static String name(String written) {
        return Wording.isNotRecorded(written) ? "" : Wording.key(written);
    }

    /**
     * Whether two cells name one person each, and not the same: told by the first letters of their names. False where more
     * must be known.
     *
     * @param one may be null, as may the other
     */
    static boolean areStrangers(String one, String other) {
        return one != null && other != null && Wording.differ(one, other) && isOne(one) && isOne(other);
    }

    private static boolean isOne(String cell) {
        return cell.indexOf(';') < 0 && !Wording.isNotRecorded(cell);
    }

    /** Whether somebody known is among both. */
    boolean share(Persons others) {
        return !Collections.disjoint(byName.keySet(), others.byName.keySet());
    }
}
