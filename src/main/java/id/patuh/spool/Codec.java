package id.patuh.spool;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How items are written to a file and read back, within one process: what was written in one order need not be read in it.
 * {@link Packed} and {@link CommonTexts} keep them short.
 *
 * @param <T> the items
 */
public interface Codec<T> {

    /** Writes an item, never null. */
    void write(T item, DataOutput to) throws IOException;

    /** Reads an item equal to the one that was written here. */
    T read(DataInput from) throws IOException;
}
