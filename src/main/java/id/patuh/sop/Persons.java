package id.patuh.sop;

import id.patuh.wording.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The persons that a cell names, separated by semicolons.
 *
 * @param byName as written, by their normalised names
 * @param all whether everybody is known; {@code ?} and the like name nobody, and are equal to nobody
 */
record Persons(Map<String, String> byName, boolean all) {

    private static final Persons UNKNOWN = new Persons(Map.of(), false);

    /** @param cell may be null */
    static Persons in(String cell, UnaryOperator<String> normalise) {
        if (cell == null) {
            return UNKNOWN;
        }
        if (cell.indexOf(';') < 0) {
            String name = Wording.isNotRecorded(cell) ? "" : normalise.apply(cell);
            return name.isEmpty() ? UNKNOWN : new Persons(Map.of(name, cell.strip()), true);
        }
        Map<String, String> byName = new LinkedHashMap<>();
        boolean all = true;
        for (String part : cell.split(";")) {
            if (!part.isBlank()) {
                String name = Wording.isNotRecorded(part) ? "" : normalise.apply(part);
                if (name.isEmpty()) {
                    all = false;
                } else {
                    byName.putIfAbsent(name, part.strip());
                }
            }
        }
        return new Persons(byName, all && !byName.isEmpty());
    }

    /** Whether somebody known is among both. */
    boolean share(Persons others) {
        return byName.keySet().stream().anyMatch(others.byName::containsKey);
    }
}
