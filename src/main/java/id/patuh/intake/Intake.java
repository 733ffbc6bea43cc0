package id.patuh.intake;

import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipException;

/** Reads activity logs, surveys and follow-up reports from files and folders. */
public final class Intake {

    private final Options options;
    private final Regulations regulations;
    private final Sops sops;

    /**
     * What the command line says about all files.
     *
     * @param zone of times without an offset
     * @param defaultSop the SOP of rows that name none, or null
     * @param kind what the files hold, or null to recognise it from their content
     */
    public record Options(ZoneId zone, String defaultSop, InputFile.Kind kind) {}

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
     */
    public Dataset read(List<String> paths, InputStream standardInput, Progress progress) {
        DatasetBuilder dataset = new DatasetBuilder();
        InputPaths inputs = new InputPaths(standardInput, dataset, (name, file) -> read(name, file, dataset, progress));
        paths.forEach(inputs::visit);
        return dataset.build();
    }

    private void read(String name, Path path, DatasetBuilder dataset, Progress progress) {
        Reading reading = new Reading(name, dataset, progress);
        SourceFile file = new SourceFile(path);
        try {
            Unreadable problem = inspect(file);
            if (!dataset.isNew(file.sha256())) {
                dataset.skipped.add(name);
                return;
            }
            if (problem != null) {
                throw problem;
            }
            new ContentReader(file, reading, options, regulations, sops).read();
        } catch (Unreadable e) {
            reading.reject(null, null, null, e);
        } catch (ZipException | EOFException e) {
            reading.reject(null, null, null, "gzip-broken");
        } catch (AccessDeniedException e) {
            reading.reject(null, null, null, "path-denied");
        } catch (IOException e) {
            reading.reject(
                    null, null, null, "file-unreadable", "error", e.getClass().getSimpleName());
        }
        reading.close(file.sha256());
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
