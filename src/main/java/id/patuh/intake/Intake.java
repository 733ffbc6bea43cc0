package id.patuh.intake;

import id.patuh.mapping.MappedKind;
import id.patuh.mapping.Mapping;
import id.patuh.skm.LostResponse;
import id.patuh.skm.Regulations;
import id.patuh.skm.Unsur;
import id.patuh.sop.LostActivity;
import id.patuh.sop.Sops;
import id.patuh.spool.Spool;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/** Reads activity logs, surveys and follow-up reports from files and folders. */
public final class Intake {

    /** Rows of a table that a mapping is drafted from. */
    private static final int SAMPLED = 5_000;

    /** Key of the note that names a mapping of the owner by which a table of a file was read, as {@code mapping}. */
    public static final String OWN_MAPPING_USED = "mapping-own-used";

    /**
     * Key of the note that names a mapping of the owner, as {@code mapping}, by which a table was not read since it has columns,
     * {@code columns}, that the mapping says nothing of.
     */
    public static final String OWN_MAPPING_GOES_SHORT = "mapping-own-goes-short";

    private final Options options;
    private final Regulations regulations;
    private final Sops sops;

    /**
     * What the command line says about all files.
     *
     * @param zone of times without an offset
     * @param defaultSop the SOP of rows that name none, or null
     * @param kind what the files hold, or null to recognise it from their content
     * @param mapping how all tables are to be read, or null
     * @param own mappings of whoever the files are of: by which a table is read, recognised or not, whose columns are those of
     *     the mapping
     * @param known mappings by which a table is read that has all their columns and is not recognised otherwise
     * @param mostInMemory how many rejected rows are kept as objects; further ones go to a temporary file
     */
    public record Options(
            ZoneId zone,
            String defaultSop,
            InputFile.Kind kind,
            Mapping mapping,
            List<Mapping> own,
            List<Mapping> known,
            int mostInMemory) {

        public Options {
            own = List.copyOf(own);
            known = List.copyOf(known);
        }

        /** Options for any number of rejected rows. */
        public Options(ZoneId zone, String defaultSop, InputFile.Kind kind, Mapping mapping, List<Mapping> known) {
            this(zone, defaultSop, kind, mapping, List.of(), known, Spool.USUAL_MOST);
        }

        /** Options without mappings. */
        public Options(ZoneId zone, String defaultSop, InputFile.Kind kind) {
            this(zone, defaultSop, kind, null, List.of());
        }

        /** The same with mappings of whoever the files are of. */
        public Options with(List<Mapping> ofOwner) {
            return new Options(zone, defaultSop, kind, mapping, ofOwner, known, mostInMemory);
        }

        Options in(ZoneId other) {
            return other == null ? this : new Options(other, defaultSop, kind, mapping, own, known, mostInMemory);
        }
    }

    /** Told now and then how far a file has been read. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called about every 10,000 rows.
         *
         * @param path the file as the user named it
         * @param rowsSoFar rows read of it, the rejected ones included
         */
        void rows(String path, long rowsSoFar);
    }

    public Intake(Options options, Regulations regulations, Sops sops) {
        this.options = options;
        this.regulations = regulations;
        this.sops = sops;
    }

    /**
     * Reads everything it can. What cannot be read is listed in the result and never stops the rest.
     *
     * @param paths files, folders (searched recursively) or {@code -} for standard input
     * @param standardInput read to its end if a path is {@code -}; not closed
     * @param progress told about rows as they are read
     * @param activities gives what takes the activities; where all must be read again, from the beginning, it is asked once
     *     more
     * @param responses gives what takes the responses to surveys, in the same way
     */
    public Dataset read(
            List<String> paths,
            InputStream standardInput,
            Progress progress,
            Supplier<? extends ActivitySink> activities,
            Supplier<? extends ResponseSink> responses) {
        try (InputPaths inputs = new InputPaths(paths, standardInput)) {
            return read(inputs, progress, activities, responses);
        }
    }

    /** The same for inputs wherever they come from. */
    public Dataset read(
            InputSource inputs,
            Progress progress,
            Supplier<? extends ActivitySink> activities,
            Supplier<? extends ResponseSink> responses) {
        return read(inputs, progress, activities, responses, Selection.ALL);
    }

    /**
     * The same for a part of what the inputs hold.
     *
     * @param selection what is wanted of surveys and follow-up reports
     */
    public Dataset read(
            InputSource inputs,
            Progress progress,
            Supplier<? extends ActivitySink> activities,
            Supplier<? extends ResponseSink> responses,
            Selection selection) {
        Hindsight hindsight = new Hindsight();
        Dataset all = null;
        while (all == null) {
            hindsight.begin();
            DatasetBuilder dataset =
                    new DatasetBuilder(activities.get(), responses.get(), selection, options.mostInMemory());
            all = readOnce(inputs, hindsight, progress, dataset);
        }
        return all;
    }

    /** Everything; null where it must be read again. */
    private Dataset readOnce(InputSource inputs, Hindsight hindsight, Progress progress, DatasetBuilder dataset) {
        try {
            inputs.visit(found -> take(found, dataset, hindsight, progress));
            if (!hindsight.hasGrown()) {
                return dataset.build();
            }
        } catch (ActivitySink.Failure e) {
            if (!(e.thrown() instanceof ActivitySink.ReadAgain)) {
                throw e.thrown();
            }
        } catch (ActivitySink.ReadAgain e) {
            // At the very end; what was rejected will be met again.
        }
        dataset.rejected.close();
        return null;
    }

    /** Reads everything it can, and keeps activities and responses in memory. */
    public Dataset read(
            List<String> paths,
            InputStream standardInput,
            Progress progress,
            ActivityList activities,
            ResponseList responses) {
        return read(
                paths,
                standardInput,
                progress,
                () -> {
                    activities.clear();
                    return activities;
                },
                () -> {
                    responses.clear();
                    return responses;
                });
    }

    /**
     * Reads the rows of a table that somebody looks at, as they would be read in their file, and keeps in memory what they
     * hold.
     *
     * @param name how the file is named
     */
    public Dataset read(String name, TableSample table, ActivityList activities, ResponseList responses) {
        Hindsight hindsight = new Hindsight();
        Dataset read = null;
        while (read == null || hindsight.hasGrown()) {
            hindsight.begin();
            if (read != null) {
                read.rejected().close();
            }
            activities.clear();
            responses.clear();
            DatasetBuilder dataset = new DatasetBuilder(activities, responses, Selection.ALL, options.mostInMemory());
            Reading reading = new Reading(name, dataset, hindsight, (path, rows) -> {});
            try {
                new ContentReader(null, reading, options, regulations, sops).read(table);
            } catch (Unreadable e) {
                reading.reject(table.sheet(), null, null, null, e);
            }
            reading.close(null);
            read = dataset.build();
        }
        return read;
    }

    /**
     * The tables of a file as they stand there, whatever they mean; none where it holds no table.
     *
     * @param name how the file is named
     */
    public static List<TableSample> sample(String name, Path path) throws IOException {
        return sample(name, path, sheet -> new SampleTable(sheet, SAMPLED, true));
    }

    /**
     * The same without reading more than the first rows of each table, which are then all that count.
     *
     * @param most rows of each table
     */
    public static List<TableSample> heads(String name, Path path, int most) throws IOException {
        return sample(name, path, sheet -> new SampleTable(sheet, most, false));
    }

    private static List<TableSample> sample(String name, Path path, Function<String, SampleTable> kept)
            throws IOException {
        List<SampleTable> tables = new ArrayList<>();
        Function<String, Table> keep = sheet -> {
            SampleTable table = kept.apply(sheet);
            tables.add(table);
            return table;
        };
        DatasetBuilder nothing = new DatasetBuilder();
        Reading reading = new Reading(name, nothing, new Hindsight(), (file, rows) -> {});
        try (SourceFile file = new SourceFile(path)) {
            file.inspect();
            readTables(file, reading, keep);
        } catch (Unreadable e) {
            // Who reads the file in earnest is told why.
            if (tables.stream().noneMatch(SampleTable::isCutOff)) {
                return List.of();
            }
        } finally {
            nothing.rejected.close();
        }
        return tables.stream().map(SampleTable::sample).toList();
    }

    private static void readTables(SourceFile file, Reading reading, Function<String, Table> tables)
            throws IOException, Unreadable {
        WorkbookReader workbooks = new WorkbookReader(reading, tables);
        switch (file.format()) {
            case PACKAGE ->
                file.readUnpacked(unpacked -> {
                    PackageGuard.Survey survey = PackageGuard.inspect(unpacked);
                    if (survey.content() == PackageGuard.Content.WORKBOOK) {
                        workbooks.readPackage(unpacked, survey);
                    }
                });
            case COMPOUND -> file.readUnpacked(workbooks::readCompound);
            default -> readText(file, reading, tables);
        }
    }

    private static void readText(SourceFile file, Reading reading, Function<String, Table> tables)
            throws IOException, Unreadable {
        int first = ContentReader.firstCharacter(file);
        if (JsonRecords.begins(first)) {
            JsonRecords.of(file, reading).read(tables.apply(null));
        } else if (first != '<') {
            new DelimitedReader(file, reading).read(tables.apply(null));
        }
    }

    /**
     * The field that a header means in a native table, as mappings name it; null when it means none.
     *
     * @param regulations whose unsur head columns of scores
     */
    public static String field(MappedKind kind, String header, Regulations regulations) {
        return switch (kind) {
            case ACTIVITY_LOG -> activityField(header);
            case SURVEY -> {
                String field = Fields.RESPONSE.field(header);
                yield field == null ? scored(header, regulations) : field;
            }
            case PUBLISHED_RESULT -> Fields.PUBLISHED_ROW.field(header);
        };
    }

    private static String scored(String header, Regulations regulations) {
        String code = header.strip().toUpperCase(Locale.ROOT);
        if (MappedKind.SURVEY.has(code)) {
            return code;
        }
        return new Labels(regulations)
                .scored(header)
                .flatMap(label -> regulations.all().stream()
                        .flatMap(regulation -> regulation.meantBy(label).stream())
                        .reduce((earlier, later) -> later))
                .map(Unsur::code)
                .orElse(null);
    }

    /** The field of an activity log that a header means in a native log; null when it means none. */
    public static String activityField(String header) {
        return Fields.ACTIVITY.field(header);
    }

    private void take(FoundInput found, DatasetBuilder dataset, Hindsight hindsight, Progress progress) {
        switch (found.outcome()) {
            case FILE -> read(found, dataset, hindsight, progress);
            case SKIPPED -> dataset.skipped.add(found.name());
            case FRUITLESS -> dataset.reject(found);
            case UNUSABLE -> {
                dataset.reject(found);
                dataset.inputs.add(new InputFile(found.name(), null, null, 0, 0, List.of()));
            }
        }
    }

    private void read(FoundInput found, DatasetBuilder dataset, Hindsight hindsight, Progress progress) {
        String name = found.name();
        Path path = found.file();
        Options how = found.options() == null ? options : found.options();
        Reading reading = new Reading(name, dataset, hindsight, progress);
        try (SourceFile file = new SourceFile(path)) {
            try {
                // Of two files of one size the second must be known by its hash before it is read.
                boolean beside = dataset.isNewSize(Files.size(path))
                        && !reading.knows(Hindsight.Lesson.NOT_AS_BEGUN)
                        && file.inspectBeside();
                Unreadable problem = beside ? null : inspect(file);
                if (!beside && !dataset.isNew(file.sha256())) {
                    dataset.skipped.add(name);
                    return;
                }
                if (problem != null) {
                    throw problem;
                }
                new ContentReader(file, reading, how, regulations, sops).read();
            } catch (Unreadable e) {
                reading.reject(null, null, null, e);
            } catch (ZipException | EOFException e) {
                reading.reject(null, null, null, "gzip-broken");
            } catch (AccessDeniedException e) {
                reading.reject(null, null, null, "path-denied");
            } catch (IOException e) {
                String kind = e.getClass().getSimpleName();
                reading.reject(null, null, null, "file-unreadable", "error", kind);
            }
            if (file.isAsBegun()) {
                dataset.add(file.sha256());
            } else {
                reading.learn(Hindsight.Lesson.NOT_AS_BEGUN);
            }
            if (file.hasChanged()) {
                refuseChange(reading);
            }
            reading.close(file.sha256());
        }
    }

    /** Has a file read again that was written to meanwhile; where that goes on nobody knows what else it holds. */
    private static void refuseChange(Reading reading) {
        if (!reading.knows(Hindsight.Lesson.CHANGED)) {
            reading.learn(Hindsight.Lesson.CHANGED);
            return;
        }
        reading.reject(null, null, null, "file-changed");
        reading.target.activities.lose(new LostActivity(null, null, null, null, reading.path, null));
        reading.target.responses.lose(new LostResponse(null, null, reading.path, true));
    }

    // The hash is known even of a file that cannot be read.
    private static Unreadable inspect(SourceFile file) throws IOException {
        try {
            file.inspect();
            return null;
        } catch (Unreadable e) {
            return e;
        }
    }
}
