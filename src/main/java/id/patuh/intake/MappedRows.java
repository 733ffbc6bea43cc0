package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands on the rows of an export of surveys or published results under the contract's headers. */
final class MappedRows implements MappedTable.Target {

    private final Reading reading;
    private final Map<String, FieldSource> fields;
    private final TableReader table;
    private MappedHeader header;
    private String sheet;

    MappedRows(Reading reading, Mapping mapping, TableReader table) {
        this.reading = reading;
        this.fields = mapping.parts().get(0).fields();
        this.table = table;
    }

    @Override
    public void begin(MappedHeader found, int number, String inSheet) throws Unreadable {
        header = found;
        sheet = inSheet;
        table.row(new Line(List.copyOf(fields.keySet()), number), number);
    }

    @Override
    public void row(TableRow row, int number) throws Unreadable {
        List<String> meanings = new ArrayList<>();
        boolean failed = false;
        for (FieldSource source : fields.values()) {
            String written = MappedCell.written(source, header, row);
            try {
                String meaning = MappedCell.meaning(source, written);
                meanings.add(meaning == null ? "" : meaning);
            } catch (Unreadable e) {
                failed = true;
                reading.reject(sheet, number, MappedCell.header(source, header), written, e);
            }
        }
        if (failed) {
            table.lose(number, null);
        } else {
            table.row(new Line(meanings, number), number);
        }
    }

    @Override
    public void refuse(TableRow row, int number) {
        table.lose(number, null);
    }

    @Override
    public void lose(int number, String text) {
        table.lose(number, text);
    }

    @Override
    public void breakOff() {
        table.breakOff();
    }

    @Override
    public void end() throws Unreadable {
        table.end();
    }
}
