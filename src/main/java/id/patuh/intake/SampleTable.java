package id.patuh.intake;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first rows of a table. */
final class SampleTable implements Table {

    private static final int KEPT = 5_000;

    private final String sheet;
    private final List<TableSample.Row> rows = new ArrayList<>();
    private int total;

    SampleTable(String sheet) {
        this.sheet = sheet;
    }

    TableSample sample() {
        return new TableSample(sheet, rows, total);
    }

    @Override
    public void row(TableRow row, int number) {
        if (++total <= KEPT) {
            rows.add(new TableSample.Row(number, row.cells()));
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
