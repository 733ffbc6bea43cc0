package id.patuh.template;

import id.patuh.intake.SopImport;
import id.patuh.report.Language;
import id.patuh.ruleset.SopYamlWriter;
import id.patuh.sop.Sop;
import id.patuh.spool.TemporaryFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes SOPs as workbooks in the official layout, from which {@link SopDraft} makes the same SOP again. */
public final class SopWorkbook {

    private SopWorkbook() {}

    /** Writes an SOP. */
    public static void write(Sop sop, Language language, OutputStream to) throws IOException {
        List<SopExtras.Row> extras = SopExtras.between(SopYamlWriter.definition(sop), readBack(sop, language));
        try (Book book = new Book(language)) {
            new SopSheet(book, sop, columns(sop)).write();
            SopExtras.write(book, extras);
            book.write(to);
        }
    }

    /** What the official layout alone keeps of an SOP. */
    private static Map<String, Object> readBack(Sop sop, Language language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Book book = new Book(language)) {
            new SopSheet(book, sop, columns(sop)).write();
            book.write(bytes);
        }
        Path file = TemporaryFile.create(".xlsx");
        try {
            Files.write(file, bytes.toByteArray());
            return SopImport.read(file).definition();
        } finally {
            TemporaryFile.delete(file);
        }
    }

    private static List<String> columns(Sop sop) {
        return sop.roles().isEmpty() ? List.of("") : sop.roles();
    }
}
