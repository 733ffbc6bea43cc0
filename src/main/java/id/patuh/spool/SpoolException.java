package id.patuh.spool;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A temporary file could not be made, written or read: the disk is full, say. Nothing that was found may be used then. */
public final class SpoolException extends UncheckedIOException {

    private final String folder;

    /** @param folder where temporary files are kept */
    public SpoolException(String folder, IOException cause) {
        super("temporary file in " + folder + ": " + cause.getMessage(), cause);
        this.folder = folder;
    }

    /** Where temporary files are kept. */
    public String folder() {
        return folder;
    }
}
