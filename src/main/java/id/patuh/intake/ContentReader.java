package id.patuh.intake;

import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/** Chooses by a file's format, and a text's first character, how it is read. */
final class ContentReader {

    private final SourceFile file;
    private final Reading reading;
    private final InputFile.Kind forced;
    private final Labels labels;
    private final Regulations regulations;
    private final ActivityFields activities;

    ContentReader(SourceFile file, Reading reading, Intake.Options options, Regulations regulations, Sops sops) {
        this.file = file;
        this.reading = reading;
        this.forced = options.kind();
        this.labels = new Labels(regulations);
        this.regulations = regulations;
        this.activities = new ActivityFields(options, sops, reading.target.lostActivities::add);
    }

    void read() throws IOException, Unreadable {
        WorkbookReader workbooks = new WorkbookReader(reading, sheet -> table(sheet, TableReader.Layout.SHEET));
        switch (file.format()) {
            case PACKAGE -> file.readUnpacked(unpacked -> readPackage(unpacked, workbooks));
            case COMPOUND -> file.readUnpacked(workbooks::readCompound);
            default -> text();
        }
    }

    private void readPackage(Path unpacked, WorkbookReader workbooks) throws IOException, Unreadable {
        PackageGuard.Survey survey = PackageGuard.inspect(unpacked);
        switch (survey.content()) {
            case WORKBOOK -> workbooks.readPackage(unpacked, survey);
            case DOCUMENT -> document(WordDocument.read(unpacked));
        }
    }

    private void document(List<DocumentBlock> blocks) throws Unreadable {
        new DocumentReader(reading, labels, regulations, forced, name -> table(name, TableReader.Layout.TEXT))
                .read(blocks);
    }

    private void text() throws IOException, Unreadable {
        switch (firstCharacter()) {
            case -1 -> throw new Unreadable("file-empty");
            case '<' -> new XesReader(reading, forced, activities).read(file);
            case '{', '[' -> new JsonReader(reading, forced, labels, activities).read(file);
            default -> {
                if (TextDocument.is(file, labels)) {
                    document(TextDocument.read(file));
                    return;
                }
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
