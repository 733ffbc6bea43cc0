package id.patuh.submission;

import id.patuh.facts.SavedMapping;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A mapping by which tables of a submission are read that have its columns: one that its owner tries, or one that is saved for
 * its unit.
 *
 * @param name as reports name it
 * @param content the mapping file
 */
public record OwnMapping(String name, String content) {

    static OwnMapping of(SavedMapping saved) {
        return new OwnMapping(saved.label(), saved.content());
    }

    /**
     * What it says, by its name.
     *
     * @throws SubmissionException if this program does not take it
     */
    public Mapping mapping() {
        try {
            return RuleSetReader.readMapping(name, content.getBytes(StandardCharsets.UTF_8))
                    .named(name);
        } catch (RuleSetException e) {
            throw new SubmissionException("submission-mapping-unusable", Map.of("mapping", name));
        }
    }
}
