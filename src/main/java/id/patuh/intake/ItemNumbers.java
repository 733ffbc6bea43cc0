package id.patuh.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a table's items, where several may share one: then letters tell them apart (1a, 1b). An item without a
 * number has that of the one above. What was lost keeps its place, so that no other item takes its letter.
 */
final class ItemNumbers {

    /** Text of a lost row whose number is known already. */
    static final String SAME = " | ";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final Pattern FIRST_CELL =
            Pattern.compile("\\s*(?:(\\d{1,3}[a-z]?)[.)]?)?\\s*[|;,\\t].*", Pattern.DOTALL);

    private final List<String> numbers = new ArrayList<>();
    private final Map<String, Integer> sharing = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();
    private String current = "";
    private boolean unknown;
    private boolean anyUnknown;

    /** Takes the number printed in a row, or null where it has none. */
    void begin(String printed) {
        if (printed != null) {
            current = printed.replaceFirst("[.)]$", "");
            unknown = false;
        }
    }

    /** Whether a row without a number may belong to one that was lost with its number. */
    boolean isUnknown() {
        return unknown;
    }

    /** Adds an item under the current number. */
    String add() {
        numbers.add(current);
        sharing.merge(current, 1, Integer::sum);
        return current;
    }

    /**
     * Adds a lost row; false where its number cannot be told.
     *
     * @param text what stands in it, or null
     */
    boolean lose(String text) {
        Matcher first = FIRST_CELL.matcher(text == null ? "" : text);
        if (!first.matches() || first.group(1) == null && unknown) {
            unknown = true;
            anyUnknown = true;
            return false;
        }
        begin(first.group(1));
        incomplete.add(add());
        return true;
    }

    /** What tells each item from the others. */
    List<String> ids() {
        Map<String, Integer> met = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (String number : numbers) {
            int place = met.merge(number, 1, Integer::sum);
            boolean shared = sharing.get(number) > 1 || number.isEmpty();
            String letter = place <= LETTERS.length() ? LETTERS.substring(place - 1, place) : "-" + place;
            ids.add(shared ? number + letter : number);
        }
        return ids;
    }

    /**
     * For each item the id of the one of a plan that stands in the same place under the same number; null where the plan
     * has not as many items under that number, or either table lost one, so that places mean nothing.
     */
    List<String> placesIn(ItemNumbers plan) {
        List<String> ids = plan.ids();
        Map<String, List<String>> byNumber = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byNumber.computeIfAbsent(plan.numbers.get(i), n -> new ArrayList<>())
                    .add(ids.get(i));
        }
        Map<String, Integer> met = new HashMap<>();
        List<String> places = new ArrayList<>();
        for (String number : numbers) {
            List<String> same = byNumber.getOrDefault(number, List.of());
            int place = met.merge(number, 1, Integer::sum);
            boolean told = !number.isEmpty()
                    && same.size() == sharing.get(number)
                    && !incomplete.contains(number)
                    && !plan.incomplete.contains(number)
                    && !anyUnknown
                    && !plan.anyUnknown;
            places.add(told ? same.get(place - 1) : null);
        }
        return places;
    }
}
