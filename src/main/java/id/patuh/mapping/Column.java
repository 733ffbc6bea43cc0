package id.patuh.mapping;

import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of an export, by its header or, as {@code #3}, by its place.
 *
 * @param name as the mapping writes it
 */
public record Column(String name) {

    private static final Pattern PLACE = Pattern.compile("#([1-9]\\d{0,4})");

    /** The positions, from 0, of the headers that it means; without regard to case, spaces and punctuation. */
    public List<Integer> among(List<String> headers) {
        List<Integer> found = new ArrayList<>();
        Matcher place = PLACE.matcher(name);
        if (place.matches()) {
            int at = Integer.parseInt(place.group(1)) - 1;
            if (at < headers.size()) {
                found.add(at);
            }
            return found;
        }
        String wanted = key(name);
        for (int i = 0; i < headers.size(); i++) {
            if (key(headers.get(i)).equals(wanted)) {
                found.add(i);
            }
        }
        return found;
    }

    /** Whether it is named by its place. */
    public boolean isPlace() {
        return PLACE.matcher(name).matches();
    }

    /** Whether a header or another column's name means the same. */
    boolean means(String other) {
        return isPlace() ? name.equals(other) : key(name).equals(key(other));
    }

    private static String key(String header) {
        String key = Wording.key(header);
        return key.isEmpty() ? header.strip() : key;
    }
}
