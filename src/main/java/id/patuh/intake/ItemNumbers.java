package id.patuh.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a table's items, where several may share one: then letters tell them apart (1a, 1b). */
final class ItemNumbers {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final List<String> numbers;
    private final Map<String, Integer> sharing = new HashMap<>();

    /** @param numbers of the items in the table's order, empty where none is printed */
    ItemNumbers(List<String> numbers) {
        this.numbers = numbers;
        numbers.forEach(n -> sharing.merge(n, 1, Integer::sum));
    }

    /** A printed number without the mark behind it. */
    static String bare(String printed) {
        return printed.replaceFirst("[.)]$", "");
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
     * For each item the one of a plan that stands in the same place under the same number; null where the plan has not as
     * many items under that number, so that places mean nothing.
     *
     * @param ids ids of the plan's items
     * @param planned their numbers
     */
    List<String> placesIn(List<String> ids, List<String> planned) {
        Map<String, List<String>> byNumber = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byNumber.computeIfAbsent(planned.get(i), n -> new ArrayList<>()).add(ids.get(i));
        }
        Map<String, Integer> met = new HashMap<>();
        List<String> places = new ArrayList<>();
        for (String number : numbers) {
            List<String> same = byNumber.getOrDefault(number, List.of());
            int place = met.merge(number, 1, Integer::sum);
            places.add(number.isEmpty() || same.size() != sharing.get(number) ? null : same.get(place - 1));
        }
        return places;
    }
}
