package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.mapping.Mapping;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table that is read by a mapping of its owner where its columns are those of the mapping; else as it is recognised; or else,
 * where its header has all columns of a known mapping, by that.
 */
final class EitherTable implements Table {

    private final TableReader recognised;
    private final Mappings own;
    private final Mappings known;
    private Table chosen;
    private int rows;

    /**
     * Mappings by which a table may be read.
     *
     * @param all in the order in which they are tried
     * @param mapped gives the reader of a table by one of them
     */
    record Mappings(List<Mapping> all, Function<Mapping, Table> mapped) {

        /** The reader of a table by the first of them that has its header in a row; null where there is none. */
        private Table at(List<String> cells, int number, Predicate<MappedHeader> fits) {
            return all.stream()
                    .filter(mapping -> number == JsonRecords.HEADER || number > mapping.skippedRows())
                    .filter(mapping -> fits.test(MappedHeader.of(mapping, cells)))
                    .findFirst()
                    .map(mapped)
                    .orElse(null);
        }
    }

    EitherTable(TableReader recognised, Mappings own, Mappings known) {
        this.recognised = recognised;
        this.own = own;
        this.known = known;
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (chosen == null && !own.all().isEmpty()) {
            chosen = own.at(Line.of(row, number).cells(), number, MappedHeader::isWhole);
        }
        if (chosen != null) {
            chosen.row(row, number);
            return;
        }
        recognised.row(row, number);
        if (recognised.hasBegun() || ++rows > HeaderSearch.ROWS) {
            chosen = recognised;
            return;
        }
        chosen = known.at(Line.of(row, number).cells(), number, MappedHeader::isComplete);
        if (chosen != null) {
            chosen.row(row, number);
        }
    }

    @Override
    public ByteRows byBytes() {
        return current().byBytes();
    }

    @Override
    public void lose(int number, String text) {
        current().lose(number, text);
    }

    @Override
    public void breakOff() {
        current().breakOff();
    }

    @Override
    public void end() throws Unreadable {
        current().end();
    }

    private Table current() {
        return chosen == null ? recognised : chosen;
    }
}
