package id.patuh.web.unit;

import id.patuh.ledger.Ledger;
import id.patuh.ledger.outcome.EvidenceFile;
import id.patuh.spool.TemporaryFile;
import id.patuh.store.Store;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import id.patuh.web.frame.NotThere;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files that people hand in as proof, and get back as they were. */
@Component
public class Evidence {

    private final Vault vault;

    Evidence(Store store) {
        this.vault = Ledger.vault(store);
    }

    /** What is done with a file while it is there. */
    @FunctionalInterface
    public interface Work<T> {
        /** @param name as its owner calls it */
        T with(String name, Path file);
    }

    /** Whether a form was sent with a file. */
    public static boolean isThere(MultipartFile sent) {
        return sent != null && !name(sent).isBlank();
    }

    /** As its owner calls it; some browsers send its folders, too. */
    private static String name(MultipartFile sent) {
        String path = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Does something with the file of a form. */
    public static <T> T with(MultipartFile sent, Work<T> work) throws IOException {
        Path own = TemporaryFile.create(".evidence");
        try {
            sent.transferTo(own);
            return work.with(name(sent), own);
        } finally {
            TemporaryFile.delete(own);
        }
    }

    /** The bytes with that hash; where they were erased there is nothing. */
    public ResponseEntity<StreamingResponseBody> download(EvidenceFile file) {
        if (!vault.has(file.sha256())) {
            throw new NotThere();
        }
        return Downloads.bytes(file.name(), to -> copy(file, to));
    }

    private void copy(EvidenceFile file, OutputStream to) throws IOException {
        Path copy = TemporaryFile.create(".evidence");
        try {
            vault.get(file.sha256(), file.name(), copy);
            Files.copy(copy, to);
        } catch (VaultException e) {
            throw new IOException(e);
        } finally {
            TemporaryFile.delete(copy);
        }
    }
}
