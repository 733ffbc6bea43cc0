package id.patuh.intake;

import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Chooses by a file's format, and a text's first character, how it is read. */
final class ContentReader {

    private final SourceFile file;
    private final Reading reading;
    private final InputFile.Kind forced;
    private final Labels labels;
    private final ActivityFields activities;

    ContentReader(SourceFile file, Reading reading, Intake.Options options, Regulations regulations, Sops sops) {
        this.file = file;
        this.reading = reading;
        this.forced = options.kind();
        this.labels = new Labels(regulations);
        this.activities = new ActivityFields(options, sops, reading.target.lostActivities::add);
    }

    void read() throws IOException, Unreadable {
        WorkbookReader workbooks = new WorkbookReader(reading, sheet -> table(sheet, TableReader.Layout.SHEET));
        switch (file.format()) {
            case PACKAGE -> file.readUnpacked(workbooks::readPackage);
            case COMPOUND -> file.readUnpacked(workbooks::readCompound);
            default -> text();
        }
    }

    private void text() throws IOException, Unreadable {
        switch (firstCharacter()) {
            case -1 -> throw new Unreadable("file-empty");
            case '<' -> new XesReader(reading, forced, activities).read(file);
            case '{', '[' -> new JsonReader(reading, forced, labels, activities).read(file);
            default -> {
                try (Reader text = file.open()) {
                    new DelimitedReader(text, reading).read(table(null, TableReader.Layout.TEXT));
                }
            }
        }
    }

    private TableReader table(String sheet, TableReader.Layout layout) {
        return new TableReader(reading, sheet, layout, forced, labels, activities);
    }

    private int firstCharacter() throws IOException {
        try (Reader text = new BufferedReader(file.open())) {
            int c = text.read();
            for (int i = 0; i < Lines.MAX_LENGTH && Character.isWhitespace(c); i++) {
                c = text.read();
            }
            return c;
        }
    }
}
