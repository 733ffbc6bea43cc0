package id.patuh.skm;

import java.util.List;

/**
 * An element of service that a survey scores.
 *
 * @param code its number in the regulation's official order, {@code U1}
 * @param name its official name
 * @param synonyms other names accepted for it
 */
public record Unsur(String code, String name, List<String> synonyms) {

    public Unsur {
        synonyms = List.copyOf(synonyms);
    }
}
