package id.patuh.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be said of an SOP in comments of its file. */
public final class SopRemarks {

    private final Map<String, List<String>> byPlace = new HashMap<>();

    /** Says something of the SOP as a whole, above its first key. */
    public void ofSop(String remark) {
        add("", remark);
    }

    /** Says something of a step, above its first key. */
    public void ofStep(int no, String remark) {
        add(no + "/", remark);
    }

    /** Says something of a key, beside it; one that is not defined is then written as {@code null}. */
    public void ofKey(String key, String remark) {
        add(key, remark);
    }

    /** Says something of a step's key, beside it; one that is not defined is then written as {@code null}. */
    public void ofStepKey(int no, String key, String remark) {
        add(no + "/" + key, remark);
    }

    /** What is said at a place: of the SOP "", of a key its name, of a step "3/", of a step's key "3/within". */
    List<String> at(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    private void add(String place, String remark) {
        byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(remark.replaceAll("\\s+", " "));
    }
}
