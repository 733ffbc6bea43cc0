package id.patuh.sop;

import id.patuh.violation.SourceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The activities of a case without the names of persons. In the place of each stands a number, the same wherever the case
 * names the same person, so that a rule still sees whether two steps are of one hand; nothing tells whose number it is. What
 * names nobody stays as it is.
 */
public final class Nameless {

    private static final String PERSON = "person";
    private static final String IN_PLACE = "(nama dihapus ";

    private final Map<String, Integer> numbers = new HashMap<>();

    private Nameless() {}

    /** @param rows of one case; those without persons are given as they are */
    public static List<ActivityRecord> of(List<ActivityRecord> rows) {
        Nameless nameless = new Nameless();
        return rows.stream().map(nameless::of).toList();
    }

    /**
     * Whether names were removed from a cell of persons.
     *
     * @param person null where the log names nobody
     */
    static boolean isNameless(String person) {
        return person != null && person.contains(IN_PLACE);
    }

    private ActivityRecord of(ActivityRecord row) {
        String person = of(row.person());
        SourceRow source = of(row.row());
        return Objects.equals(person, row.person()) && source == row.row()
                ? row
                : new ActivityRecord(row.caseId(), row.kind(), person, row.unit(), row.start(), row.end(), source);
    }

    private SourceRow of(SourceRow row) {
        String written = row.value(PERSON);
        String nameless = of(written);
        if (Objects.equals(nameless, written)) {
            return row;
        }
        String[] cells = row.cells().clone();
        cells[row.table().column(PERSON)] = nameless;
        return row.with(cells);
    }

    private String of(String cell) {
        if (cell == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String part : cell.split(";", -1)) {
            parts.add(Persons.name(part).isEmpty() ? part : name(part));
        }
        return parts.equals(List.of(cell)) ? cell : String.join(";", parts);
    }

    private String name(String written) {
        String key = Persons.name(written);
        return IN_PLACE + numbers.computeIfAbsent(key, k -> numbers.size() + 1) + ")";
    }
}
