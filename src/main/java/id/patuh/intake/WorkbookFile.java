package id.patuh.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells workbooks of Excel 2007 and later from other files, by their content. */
public final class WorkbookFile {

    private WorkbookFile() {}

    /** Whether the file is such a workbook, whole and without harm; false also where it cannot be opened. */
    public static boolean is(Path file) {
        try {
            return Files.isRegularFile(file) && PackageGuard.inspect(file).content() == PackageGuard.Content.WORKBOOK;
        } catch (IOException | Unreadable e) {
            return false;
        }
    }
}
