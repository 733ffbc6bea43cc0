package id.patuh.web.frame;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A page of what is numbered in the order in which people did it, the latest first.
 *
 * @param shown what stands on it
 * @param first whether it is the first page
 * @param next the number that the next page is before; null where there is none
 */
public record LatestFirst<T>(List<T> shown, boolean first, Long next) {

    private static final int MOST = 40;

    public LatestFirst {
        shown = List.copyOf(shown);
    }

    /** @param before the number that the page is before; null for the first one */
    public static <T> LatestFirst<T> of(List<T> all, ToLongFunction<T> number, Long before) {
        List<T> behind = all.stream()
                .filter(each -> before == null || number.applyAsLong(each) < before)
                .sorted(Comparator.comparingLong(number).reversed())
                .toList();
        List<T> shown = behind.subList(0, Math.min(MOST, behind.size()));
        Long next = behind.size() > MOST ? number.applyAsLong(shown.get(MOST - 1)) : null;
        return new LatestFirst<>(shown, before == null, next);
    }
}
