package id.patuh.intake;

import id.patuh.mapping.Mapping;
import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses by a file's format, and a text's first character, how it is read. */
final class ContentReader {

    private final SourceFile file;
    private final Reading reading;
    private final Intake.Options options;
    private final InputFile.Kind forced;
    private final Sops sops;
    private final Labels labels;
    private final Regulations regulations;
    private final ActivityFields activities;

    ContentReader(SourceFile file, Reading reading, Intake.Options options, Regulations regulations, Sops sops) {
        this.file = file;
        this.reading = reading;
        this.options = options;
        this.forced = options.kind();
        this.sops = sops;
        this.labels = new Labels(regulations);
        this.regulations = regulations;
        this.activities = activities(options, reading.knows(Hindsight.Lesson.MONTH_FIRST));
    }

    private ActivityFields activities(Intake.Options of, boolean orderDoubtful) {
        return new ActivityFields(of, sops, orderDoubtful, reading.target.activities::lose);
    }

    /** Reads the rows of a table that were taken out of a file. */
    void read(TableSample sample) throws Unreadable {
        try {
            Table table = table(sample.sheet(), sample.sheet() == null ? Table.Layout.TEXT : Table.Layout.SHEET);
            for (TableSample.Row row : sample.rows()) {
                table.row(new HeaderSearch.Line(row.cells(), row.number()), row.number());
            }
            table.end();
        } finally {
            activities.learn(reading);
        }
    }

    void read() throws IOException, Unreadable {
        try {
            readContent();
        } catch (IOException | Unreadable e) {
            // All of the file that there is.
            activities.learn(reading);
            throw e;
        }
        activities.learn(reading);
    }

    private void readContent() throws IOException, Unreadable {
        switch (file.format()) {
            case PACKAGE -> file.readUnpacked(this::readPackage);
            case COMPOUND -> file.readUnpacked(workbooks()::readCompound);
            default -> text();
        }
    }

    private WorkbookReader workbooks() {
        return new WorkbookReader(reading, sheet -> table(sheet, Table.Layout.SHEET));
    }

    private void readPackage(Path unpacked) throws IOException, Unreadable {
        PackageGuard.Survey survey = PackageGuard.inspect(unpacked);
        switch (survey.content()) {
            case WORKBOOK -> workbooks().readPackage(unpacked, survey);
            case DOCUMENT -> document(WordDocument.read(unpacked));
        }
    }

    private void document(List<DocumentBlock> blocks) throws Unreadable {
        new DocumentReader(reading, labels, regulations, forced, name -> recognised(name, Table.Layout.TEXT))
                .read(blocks);
    }

    private void text() throws IOException, Unreadable {
        int first = firstCharacter(file);
        // Of a table all other rows can be read; XML and JSON tell nothing of what follows a broken place.
        boolean rowsStand = file.charset() == StandardCharsets.UTF_8 && first != '<' && !JsonRecords.begins(first);
        if (!rowsStand) {
            file.refuseDamage();
        }
        switch (first) {
            case -1 -> throw new Unreadable("file-empty");
            case '<' -> new XesReader(reading, forced, activities).read(file);
            case '{', '[' -> json();
            default -> {
                if (BeheadedJson.is(file)) {
                    beheaded();
                    return;
                }
                if (options.mapping() == null && TextDocument.is(file, labels)) {
                    file.refuseDamage();
                    document(TextDocument.read(file));
                    return;
                }
                new DelimitedReader(file, reading)
                        .refuseReplacements(file.isDamaged())
                        .read(table(null, Table.Layout.TEXT));
            }
        }
    }

    /** Where objects stand one a line only the first one is lost. */
    private void beheaded() throws IOException, Unreadable {
        file.refuseDamage();
        if (options.mapping() != null || !BeheadedJson.hasLines(file)) {
            throw new Unreadable("json-beheaded");
        }
        new JsonReader(reading, forced, labels, activities).readLines(file);
    }

    /** By a mapping, unless it is one of the documents that say by themselves what they hold. */
    private void json() throws IOException, Unreadable {
        if (options.mapping() != null) {
            JsonRecords records = JsonRecords.of(file, reading);
            if (MappedHeader.of(options.mapping(), records.keys()).isComplete() || !JsonShape.isDocument(file)) {
                records.read(mapped(null, Table.Layout.TEXT, options.mapping()));
                return;
            }
        } else if (!options.own().isEmpty()) {
            JsonRecords records = JsonRecords.of(file, reading);
            Optional<Mapping> own = options.own().stream()
                    .filter(m -> MappedHeader.of(m, records.keys()).isWhole())
                    .findFirst();
            if (own.isPresent()) {
                records.read(mappedByOwn(null, Table.Layout.TEXT, own.get()));
                return;
            }
            NearMiss missed = new NearMiss(options.own());
            missed.look(records.keys(), JsonRecords.HEADER);
            missed.tell(reading);
        }
        new JsonReader(reading, forced, labels, activities).read(file);
    }

    private TableReader recognised(String sheet, Table.Layout layout) {
        return new TableReader(reading, sheet, layout, forced, labels, activities);
    }

    private Table table(String sheet, Table.Layout layout) {
        if (options.mapping() != null) {
            return mapped(sheet, layout, options.mapping());
        }
        TableReader recognised = recognised(sheet, layout);
        List<Mapping> own = ofDemandedKind(options.own());
        List<Mapping> known = ofDemandedKind(options.known());
        return own.isEmpty() && known.isEmpty()
                ? recognised
                : new EitherTable(
                        recognised,
                        new EitherTable.Mappings(own, mapping -> mappedByOwn(sheet, layout, mapping)),
                        new EitherTable.Mappings(
                                known, mapping -> mappedNoting("mapping-used", sheet, layout, mapping)),
                        reading);
    }

    private List<Mapping> ofDemandedKind(List<Mapping> mappings) {
        return mappings.stream()
                .filter(m -> forced == null || forced.word().equals(m.kind().word()))
                .toList();
    }

    private Table mappedByOwn(String sheet, Table.Layout layout, Mapping mapping) {
        return mappedNoting(Intake.OWN_MAPPING_USED, sheet, layout, mapping);
    }

    private Table mappedNoting(String note, String sheet, Table.Layout layout, Mapping mapping) {
        if (reading.first("mapping " + mapping.name())) {
            reading.note(note, Map.of("mapping", mapping.name()));
        }
        return mapped(sheet, layout, mapping);
    }

    private Table mapped(String sheet, Table.Layout layout, Mapping mapping) {
        InputFile.Kind kind = InputFile.Kind.named(mapping.kind().word());
        MappedTable.Target target = kind == InputFile.Kind.ACTIVITY_LOG
                ? new MappedActivities(reading, mapping, activities(options.in(mapping.zone()), false))
                : new MappedRows(reading, mapping, new TableReader(reading, sheet, layout, kind, labels, activities));
        return new MappedTable(reading, sheet, layout, mapping, target);
    }

    /** The first character of a text that is not blank; -1 when there is none. */
    static int firstCharacter(SourceFile file) throws IOException {
        try (Reader text = new BufferedReader(file.open())) {
            int c = text.read();
            for (int i = 0; i < Lines.MAX_LENGTH && Character.isWhitespace(c); i++) {
                c = text.read();
            }
            return c;
        }
    }
}
