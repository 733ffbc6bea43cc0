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
    private final NearMiss missed;
    private final Reading reading;
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
                    .filter(mapping -> !MappedHeader.isPassedOver(mapping, number))
                    .filter(mapping -> fits.test(MappedHeader.of(mapping, cells)))
                    .findFirst()
                    .map(mapped)
                    .orElse(null);
        }
    }

    /** @param reading is told of a mapping of its owner that the table nearly has the columns of */
    EitherTable(TableReader recognised, Mappings own, Mappings known, Reading reading) {
        this.recognised = recognised;
        this.own = own;
        this.known = known;
        this.missed = new NearMiss(own.all());
        this.reading = reading;
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (chosen == null && !own.all().isEmpty()) {
            List<String> cells = Line.of(row, number).cells();
            chosen = own.at(cells, number, MappedHeader::isWhole);
            if (chosen == null) {
                missed.look(cells, number);
            }
        }
        if (chosen != null) {
            chosen.row(row, number);
            return;
        }
        recognise(row, number);
        if (recognised.hasBegun() || ++rows > HeaderSearch.ROWS) {
            choose(recognised);
            return;
        }
        Table byKnown = known.at(Line.of(row, number).cells(), number, MappedHeader::isComplete);
        if (byKnown != null) {
            choose(byKnown);
            byKnown.row(row, number);
        }
    }

    private void recognise(TableRow row, int number) throws Unreadable {
        try {
            recognised.row(row, number);
        } catch (Unreadable e) {
            missed.tell(reading);
            throw e;
        }
    }

    /** Has the table read otherwise than by a mapping of its owner. */
    private void choose(Table other) {
        missed.tell(reading);
        chosen = other;
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
        if (chosen == null) {
            choose(recognised);
        }
        current().end();
    }

    private Table current() {
        return chosen == null ? recognised : chosen;
    }
}
