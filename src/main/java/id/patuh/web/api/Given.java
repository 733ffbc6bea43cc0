package id.patuh.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the values of a request, and tells at once all of them that cannot be read. */
final class Given {

    /** How many entries a page has at most, and unless its size is named. */
    static final int LONGEST_PAGE = 1_000;

    private static final int USUAL_PAGE = 100;

    private final Fault.Place place;
    private final List<Fault> faults = new ArrayList<>();

    /** @param place where values stand */
    Given(Fault.Place place) {
        this.place = place;
    }

    /** Those of parameters. */
    Given() {
        this(Fault.Place.PARAMETER);
    }

    /** How many entries a page is to have; {@code limit}. */
    int limit(String limit) {
        return number("limit", limit, USUAL_PAGE, 1, LONGEST_PAGE);
    }

    /**
     * A whole number.
     *
     * @param usual where none is given
     */
    int number(String name, String text, int usual, int least, int most) {
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        fault(name, text, "api-number", Map.of("least", "" + least, "most", "" + most));
        return usual;
    }

    /**
     * A zone.
     *
     * @param usual where none is given
     */
    ZoneId zone(String name, String text, ZoneId usual) {
        try {
            return text == null ? usual : ZoneId.of(text);
        } catch (DateTimeException e) {
            fault(name, text, "api-zone", Map.of());
            return usual;
        }
    }

    /**
     * A moment; null where none is given.
     *
     * @param reading what it means as it is written
     */
    Instant moment(String name, String text, Function<String, Instant> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (DateTimeException e) {
            fault(name, text, "api-moment", Map.of());
            return null;
        }
    }

    /** A day; null where none is given. */
    LocalDate day(String name, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(name, text, "api-day", Map.of());
            return null;
        }
    }

    /** Whether something is wanted; not, where that is not said. */
    boolean flag(String name, String text) {
        return Boolean.TRUE.equals(word(name, text, new Boolean[] {true, false}, Object::toString));
    }

    /** Something that must be given. */
    void require(String name, Object value) {
        if (value == null) {
            faults.add(new Fault(place, name, "api-absent", Map.of()));
        }
    }

    /**
     * One of some words; null where none is given.
     *
     * @param word of each of them
     */
    <T> T word(String name, String text, T[] all, Function<T, String> word) {
        return text == null
                ? null
                : words(name, List.of(text), all, word).stream().findFirst().orElse(null);
    }

    /** Any of some words; empty where none is given. */
    <T> Set<T> words(String name, List<String> texts, T[] all, Function<T, String> word) {
        Set<T> named = new LinkedHashSet<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            Optional<T> found = Arrays.stream(all)
                    .filter(each -> word.apply(each).equals(text))
                    .findFirst();
            found.ifPresent(named::add);
            if (found.isEmpty()) {
                String words = Arrays.stream(all).map(word).collect(Collectors.joining(", "));
                fault(name, text, "api-word", Map.of("words", words));
            }
        }
        return named;
    }

    /** A header that keeps a request apart from others: some signs that can be seen, where it is given. */
    void key(String name, String text, int longest) {
        if (text != null && !text.matches("[!-~]{1," + longest + "}")) {
            faults.add(new Fault(Fault.Place.HEADER, name, "api-key", Map.of("most", "" + longest)));
        }
    }

    /** Something that cannot be read. */
    void fault(String name, String text, String reason, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put("value", Objects.toString(text, ""));
        faults.add(new Fault(place, name, reason, all));
    }

    /** @throws ApiException if something could not be read */
    void check() {
        if (!faults.isEmpty()) {
            throw new ApiException(faults);
        }
    }
}
