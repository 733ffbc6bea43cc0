package id.patuh.intake;

import id.patuh.mapping.Column;
import id.patuh.mapping.Mapping;
import java.util.List;
import java.util.Map;

/**
 * Which mapping of its owner a table that none of them reads was most likely meant to be read by. A file with a column more, or
 * with one renamed, would else be read otherwise without a word.
 */
final class NearMiss {

    private final List<Mapping> mappings;
    private Candidate nearest;

    /** A mapping at a row that has most of the headers which it names. */
    private record Candidate(Mapping mapping, MappedHeader header, int number) {

        private boolean isLikely() {
            long named = mapping.columns().stream().filter(Candidate::isNamed).count();
            long missing = header.missing().stream().filter(Candidate::isNamed).count();
            return missing * 2 < named;
        }

        /** Any row has a column at a place. */
        private static boolean isNamed(Column column) {
            return !column.isPlace();
        }

        private int distance() {
            return header.missing().size()
                    + header.doubled().size()
                    + header.unknown().size();
        }

        private void tell(Reading reading) {
            if (MappedHeader.isPassedOver(mapping, number)) {
                note(reading, "mapping-own-skips-header", List.of(Integer.toString(number)));
            }
            note(reading, "mapping-own-lacks", names(header.missing()));
            note(reading, "mapping-own-doubled", names(header.doubled()));
            note(reading, Intake.OWN_MAPPING_GOES_SHORT, header.unknown());
        }

        private static List<String> names(List<Column> columns) {
            return columns.stream().map(Column::name).toList();
        }

        private void note(Reading reading, String key, List<String> what) {
            String shown = TableColumns.shown(what);
            if (!what.isEmpty() && reading.first(key + " " + mapping.name() + " " + shown)) {
                reading.note(key, Map.of("mapping", mapping.name(), "columns", shown));
            }
        }
    }

    /** @param mappings of the owner, in the order in which they are tried */
    NearMiss(List<Mapping> mappings) {
        this.mappings = mappings;
    }

    /** Looks at a row that may be the header, by which no mapping reads the table. */
    void look(List<String> cells, int number) {
        for (Mapping mapping : mappings) {
            Candidate candidate = new Candidate(mapping, MappedHeader.of(mapping, cells), number);
            if (candidate.isLikely() && (nearest == null || candidate.distance() < nearest.distance())) {
                nearest = candidate;
            }
        }
    }

    /** Notes why the table is not read by it; nothing where no mapping comes near. */
    void tell(Reading reading) {
        if (nearest != null) {
            nearest.tell(reading);
        }
    }
}
