package id.patuh.report.sheet;

import id.patuh.spool.TemporaryFile;
import java.io.Closeable;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.util.TempFileCreationStrategy;

/** The files that POI writes rows to until a workbook is whole: none outlives it, nor the process. */
final class TemporaryFiles implements TempFileCreationStrategy, Closeable {

    private final List<Path> files = new ArrayList<>();

    @Override
    public File createTempFile(String prefix, String suffix) {
        Path file = TemporaryFile.create(suffix);
        files.add(file);
        return file.toFile();
    }

    @Override
    public File createTempDirectory(String prefix) {
        throw new UnsupportedOperationException("workbooks are written to files");
    }

    @Override
    public void close() {
        files.forEach(TemporaryFile::delete);
    }
}
