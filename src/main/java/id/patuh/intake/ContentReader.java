package id.patuh.intake;

import id.patuh.mapping.Mapping;
import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;

/** Chooses by a file's format, and a text's first character, how it is read. */
final class ContentReader {

    private final SourceFile file;
    private final Reading reading;
    private final Intake.Options options;
    private final InputFile.Kind forced;
    private final Sops sops;
    private final Labels labels;
    private final ActivityFields activities;

    ContentReader(SourceFile file, Reading reading, Intake.Options options, Regulations regulations, Sops sops) {
        this.file = file;
        this.reading = reading;
        this.options = options;
        this.forced = options.kind();
        this.sops = sops;
        this.labels = new Labels(regulations);
        this.activities = activities(options);
    }

    private ActivityFields activities(Intake.Options of) {
        return new ActivityFields(of, sops, reading.target.lostActivities::add);
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
            case '{', '[' -> new JsonReader(reading, forced, labels, activities).read(file);
            default -> {
                try (Reader text = file.open()) {
                    new DelimitedReader(text, reading).read(table(null, TableReader.Layout.TEXT));
                }
            }
        }
    }

    private Table table(String sheet, TableReader.Layout layout) {
        if (options.mapping() != null) {
            return mapped(sheet, layout, options.mapping());
        }
        TableReader recognised = new TableReader(reading, sheet, layout, forced, labels, activities);
        List<Mapping> known = options.known().stream()
                .filter(m -> forced == null || forced.word().equals(m.kind().word()))
                .toList();
        return known.isEmpty()
                ? recognised
                : new EitherTable(recognised, known, mapping -> {
                    if (reading.first("mapping " + mapping.name())) {
                        reading.note("mapping-used", Map.of("mapping", mapping.name()));
                    }
                    return mapped(sheet, layout, mapping);
                });
    }

    private Table mapped(String sheet, TableReader.Layout layout, Mapping mapping) {
        InputFile.Kind kind = InputFile.Kind.named(mapping.kind().word());
        MappedTable.Target target = kind == InputFile.Kind.ACTIVITY_LOG
                ? new MappedActivities(reading, mapping, activities(options.in(mapping.zone())))
                : new MappedRows(reading, mapping, new TableReader(reading, sheet, layout, kind, labels, activities));
        return new MappedTable(reading, sheet, layout, mapping, target);
    }

    private int firstCharacter() throws IOException {
        try (Lines lines = new Lines(file.open())) {
            if (!lines.next()) {
                return -1;
            }
            String line = lines.text().stripLeading();
            return line.isEmpty() ? ' ' : line.charAt(0);
        }
    }
}
