package id.patuh.template;

import id.patuh.report.Language;
import id.patuh.ruleset.SopRemarks;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** Finds what a table leaves open, says so beside the keys, and fills in what can be guessed. */
final class SopGaps {

    private static final List<String> WANTED =
            List.of("number", "title", "agency", "created", "in_force", "ratified", "legal_basis", "roles");
    private static final List<String> WANTED_OF_STEPS = List.of("title", "executor", "inputs", "within", "outputs");

    private final Map<String, Object> definition;
    private final SopRemarks remarks;
    private final ResourceBundle words;

    SopGaps(Map<String, Object> definition, SopRemarks remarks, Language language) {
        this.definition = definition;
        this.remarks = remarks;
        this.words = language.texts("id.patuh.template.texts");
    }

    void fillAndRemark() {
        for (String key : WANTED) {
            if (!definition.containsKey(key)) {
                remarks.add(null, key, words.getString("sop.missing"));
            }
        }
        if (definition.get("number") instanceof String number) {
            definition.put("id", id(number));
            remarks.add(null, "id", words.getString("sop.guessed.id"));
        } else {
            remarks.add(null, "id", words.getString("sop.missing"));
        }
        definition.put("clock", "working");
        definition.put("clock_inferred", true);
        remarks.add(null, "clock", words.getString("sop.guessed.clock"));
        if (definition.get("steps") instanceof List<?> steps) {
            steps.forEach(step -> step((Map<?, ?>) step));
        }
    }

    private void step(Map<?, ?> step) {
        int no = (Integer) step.get("no");
        for (String key : WANTED_OF_STEPS) {
            if (!step.containsKey(key)) {
                remarks.add(no, key, words.getString("sop.missing"));
            }
        }
    }

    /** The first part of a number that is more than digits, "B276" of "B276/02.02/2025"; else all of it, with hyphens. */
    private static String id(String number) {
        String first = number.strip().split("[/\\s]")[0];
        return first.matches(".*\\p{L}.*\\d.*|.*\\d.*\\p{L}.*")
                ? first
                : number.strip().replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
