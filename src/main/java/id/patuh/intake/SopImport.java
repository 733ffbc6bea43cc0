package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.DocumentBlock.Prose;
import id.patuh.intake.ImportedSop.Remark;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads SOPs in the official layout from documents and workbooks. */
public final class SopImport {

    private final List<Remark> remarks = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final String path;

    private SopImport(String path) {
        this.path = path;
    }

    /** The SOP of a document or a workbook; what cannot be read is listed in the result. */
    public static ImportedSop read(Path file) {
        SopImport sopImport = new SopImport(file.toString());
        try {
            return sopImport.sop(file);
        } catch (Unreadable e) {
            sopImport.reject(null, null, null, e);
        } catch (NoSuchFileException e) {
            sopImport.reject(null, null, null, new Unreadable("path-missing"));
        } catch (AccessDeniedException e) {
            sopImport.reject(null, null, null, new Unreadable("path-denied"));
        } catch (IOException e) {
            sopImport.reject(
                    null,
                    null,
                    null,
                    new Unreadable("file-unreadable", "error", e.getClass().getSimpleName()));
        }
        return new ImportedSop(null, null, List.of(), sopImport.rejected);
    }

    private ImportedSop sop(Path path) throws IOException, Unreadable {
        SourceFile file = new SourceFile(path);
        file.inspect();
        if (file.format() == FileFormat.TEXT) {
            return sop(TextDocument.read(file));
        }
        List<DocumentBlock> blocks = new ArrayList<>();
        SopTableReader workbook = new SopTableReader(this.path);
        file.readUnpacked(unpacked -> {
            if (file.format() == FileFormat.COMPOUND) {
                workbook.readCompound(unpacked);
                return;
            }
            PackageGuard.Survey survey = PackageGuard.inspect(unpacked);
            if (survey.content() == PackageGuard.Content.DOCUMENT) {
                blocks.addAll(WordDocument.read(unpacked));
            } else {
                workbook.readPackage(unpacked, survey);
            }
        });
        return workbook.isRead() ? workbook.sop() : sop(blocks);
    }

    private ImportedSop sop(List<DocumentBlock> blocks) throws Unreadable {
        SopHead head = new SopHead(this);
        SopTable table = null;
        int unread = 0;
        for (DocumentBlock block : blocks) {
            if (block instanceof Grid grid) {
                if (table == null) {
                    table = SopTable.of(grid, this);
                    head.grid(table == null ? grid.rows() : table.above());
                } else if (!table.goesOn(grid)) {
                    unread += grid.rows().size();
                }
            } else if (block instanceof Prose line && table == null) {
                head.line(line.text());
            } else {
                unread++;
            }
        }
        if (table == null) {
            throw new Unreadable("sop-table-missing");
        }
        if (unread > 0) {
            remark(null, "sop-lines-below", "count", "" + unread);
        }
        return new ImportedSop(head.sop(table.roles(), table.steps(), path), null, remarks, rejected);
    }

    /** Says something of a step, or with null of the whole. */
    void remark(Integer step, String key, String... details) {
        remarks.add(new Remark(step, new InputNote(key, Map.copyOf(Unreadable.pairs(details)))));
    }

    void reject(String sheet, Integer row, String value, Unreadable problem) {
        rejected.add(new RejectedRow(path, sheet, row, null, value, problem.reason(), problem.details()));
    }
}
