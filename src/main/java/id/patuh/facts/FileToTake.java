package id.patuh.facts;

import id.patuh.check.CaseSorter;
import id.patuh.intake.Dataset;
import java.time.Instant;
import java.util.List;

/**
 * A file that was read, on its way into the tables.
 *
 * @param name as evidence is to name it
 * @param at when it is taken
 * @param how it was read; of saved mappings those alone that read any of its tables
 * @param read what was found beside activities and responses
 * @param cases its activities
 * @param parts its surveys and follow-up reports
 */
record FileToTake(String name, Instant at, HowRead how, Dataset read, CaseSorter cases, List<SurveyPart> parts) {

    FileToTake {
        parts = List.copyOf(parts);
    }

    /** Whether anything in it could be read. */
    boolean hasFacts() {
        return cases.size() > 0 || !parts.isEmpty();
    }

    /** The numbers of the saved mappings that read it, in the order in which they were tried. */
    List<Long> savedMappings() {
        return how.saved().stream().map(SavedMapping::number).toList();
    }

    String sha256() {
        return read.inputs().get(0).sha256();
    }
}
