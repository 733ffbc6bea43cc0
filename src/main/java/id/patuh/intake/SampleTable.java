package id.patuh.intake;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first rows of a table. */
final class SampleTable implements Table {

    private final String sheet;
    private final int most;
    private final boolean countsAll;
    private final List<TableSample.Row> rows = new ArrayList<>();
    private int total;

    /**
     * @param most rows that are kept
     * @param countsAll whether the rows that follow are counted; else the table is not read any further
     */
    SampleTable(String sheet, int most, boolean countsAll) {
        this.sheet = sheet;
        this.most = most;
        this.countsAll = countsAll;
    }

    TableSample sample() {
        return new TableSample(sheet, rows, total);
    }

    /** Whether it left rows unread. */
    boolean isCutOff() {
        return !countsAll && total > most;
    }

    /** @throws Unreadable where the rest is not to be read */
    @Override
    public void row(TableRow row, int number) throws Unreadable {
        if (++total <= most) {
            rows.add(new TableSample.Row(number, row.cells()));
        } else if (!countsAll) {
            throw new Unreadable("sample-full");
        }
    }

    @Override
    public void lose(int number, String text) {
        total++;
    }

    @Override
    public void breakOff() {}

    @Override
    public void end() {}
}
