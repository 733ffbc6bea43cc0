package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.mapping.Mapping;
import java.util.List;
import java.util.function.Function;

/** A table that is read as it is recognised or else, where its header has all columns of a known mapping, by that. */
final class EitherTable implements Table {

    private final TableReader recognised;
    private final List<Mapping> known;
    private final Function<Mapping, Table> mapped;
    private Table chosen;
    private int rows;

    /** @param mapped gives the reader of a table by a mapping */
    EitherTable(TableReader recognised, List<Mapping> known, Function<Mapping, Table> mapped) {
        this.recognised = recognised;
        this.known = known;
        this.mapped = mapped;
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (chosen != null) {
            chosen.row(row, number);
            return;
        }
        recognised.row(row, number);
        if (recognised.hasBegun() || ++rows > HeaderSearch.ROWS) {
            chosen = recognised;
            return;
        }
        List<String> cells = Line.of(row, number).cells();
        for (Mapping mapping : known) {
            if (number > mapping.skippedRows()
                    && MappedHeader.of(mapping, cells).isComplete()) {
                chosen = mapped.apply(mapping);
                chosen.row(row, number);
                return;
            }
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
