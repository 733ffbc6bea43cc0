package id.patuh.facts;

import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * How tables of another system are read for a scope, as somebody saved it.
 *
 * @param number by which tables know it, this version alone
 * @param scope that it is for
 * @param name by which people know it; its versions share it
 * @param version from 1
 * @param content the mapping file; null where it was taken away
 * @param actor who saved it, or took it away
 * @param at when
 */
public record SavedMapping(
        long number, String scope, String name, int version, String content, String actor, Instant at) {

    /** Its name and version, as reports name what read a file. */
    public String label() {
        return label(name, version);
    }

    static String label(String name, int version) {
        return name + " v" + version;
    }

    /** Whether somebody took it away. */
    public boolean isRemoved() {
        return content == null;
    }

    /**
     * What it says, by its label.
     *
     * @throws FactsException if this program no longer takes it, as another version of it did
     */
    public Mapping mapping() {
        try {
            return RuleSetReader.readMapping(label(), content.getBytes(StandardCharsets.UTF_8))
                    .named(label());
        } catch (RuleSetException e) {
            throw new FactsException("saved-mapping-unusable", Map.of("mapping", label()));
        }
    }

    /** Whether this program takes it, as the one did that saved it. */
    boolean isUsable() {
        try {
            return mapping() != null;
        } catch (FactsException e) {
            return false;
        }
    }
}
