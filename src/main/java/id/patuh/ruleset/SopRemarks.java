package id.patuh.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be said of an SOP in comments of its file. */
public final class SopRemarks {

    private final Map<String, List<String>> byPlace = new HashMap<>();

    /**
     * Says something: beside a key, which is then written as {@code null} if it is not defined, or above the first one.
     *
     * @param step number of the step whose key it is, or null for the SOP
     * @param key the key, or null for the step or the SOP as a whole
     */
    public void add(Integer step, String key, String remark) {
        byPlace.computeIfAbsent((step == null ? "" : step + "/") + (key == null ? "" : key), p -> new ArrayList<>())
                .add(remark.replaceAll("\\s+", " "));
    }

    /** What is said at a place: of the SOP "", of a key its name, of a step "3/", of a step's key "3/within". */
    List<String> at(String place) {
        return byPlace.getOrDefault(place, List.of());
    }
}
