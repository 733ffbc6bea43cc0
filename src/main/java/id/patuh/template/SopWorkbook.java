package id.patuh.template;

import id.patuh.intake.RejectedRow;
import id.patuh.intake.SopTable;
import id.patuh.intake.SopTableReader;
import id.patuh.report.Language;
import id.patuh.ruleset.SopYamlWriter;
import id.patuh.sop.Sop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SOPs as workbooks in the official layout, both ways; nothing of an SOP is lost on the way there and back. */
public final class SopWorkbook {

    private SopWorkbook() {}

    /**
     * What a workbook says of an SOP.
     *
     * @param yaml the file that defines it, with remarks on what is missing; empty where no table was found
     * @param rejected what could not be read
     * @param outdated extras that the table contradicts: the table holds
     */
    public record Imported(String yaml, List<RejectedRow> rejected, List<SopTable.Extra> outdated) {

        public Imported {
            rejected = List.copyOf(rejected);
            outdated = List.copyOf(outdated);
        }
    }

    /** Writes an SOP. */
    public static void write(Sop sop, Language language, OutputStream to) throws IOException {
        List<SopExtras.Row> extras = SopExtras.between(SopYamlWriter.definition(sop), readBack(sop, language));
        try (Book book = new Book(language)) {
            new SopSheet(book, sop, columns(sop)).write();
            SopExtras.write(book, extras);
            book.write(to);
        }
    }

    /**
     * Reads an SOP.
     *
     * @param name the file as the user named it
     * @param language of the remarks
     */
    public static Imported read(String name, Path file, Language language) {
        SopTable table = SopTableReader.read(name, file);
        List<RejectedRow> rejected = new ArrayList<>(table.rejected());
        List<SopTable.Extra> outdated = new ArrayList<>();
        Map<String, Object> definition = SopExtras.apply(
                table.definition(), table.extras(), outdated, (extra, error) -> rejected.add(extra.unreadable(error)));
        if (definition.isEmpty()) {
            return new Imported("", rejected, outdated);
        }
        SopGaps gaps = new SopGaps(definition, language);
        if (table.extras().isEmpty()) {
            gaps.fillAndRemark();
        }
        return new Imported(SopYamlWriter.write(gaps.definition(), gaps.remarks()), rejected, outdated);
    }

    /** What the official layout alone keeps of an SOP. */
    private static Map<String, Object> readBack(Sop sop, Language language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Book book = new Book(language)) {
            new SopSheet(book, sop, columns(sop)).write();
            book.write(bytes);
        }
        Path file = Files.createTempFile("patuh", ".xlsx");
        try {
            Files.write(file, bytes.toByteArray());
            return SopTableReader.read(file.toString(), file).definition();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> columns(Sop sop) {
        return sop.roles().isEmpty() ? List.of("") : sop.roles();
    }
}
