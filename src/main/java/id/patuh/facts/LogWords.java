package id.patuh.facts;

import id.patuh.intake.ActivityCodec;
import id.patuh.intake.LostActivityCodec;
import id.patuh.intake.Vocabulary;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Codec;
import id.patuh.spool.Packed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cases of a log share, and by which they are written and read.
 *
 * @param words of which the rows are made
 * @param lostAnywhere rows that could not be read and may be of any case of the log
 * @param size about how many bytes of memory it takes
 */
record LogWords(Vocabulary words, List<LostActivity> lostAnywhere, int size) {

    LogWords {
        lostAnywhere = List.copyOf(lostAnywhere);
    }

    /** The words of a log that is being written. */
    LogWords(List<LostActivity> lostAnywhere) {
        this(new Vocabulary(), lostAnywhere, 0);
    }

    /** The bytes of a case. */
    byte[] seal(long fileId, String key, CaseFacts facts) {
        return Sealed.seal(placeOf(fileId, key), to -> {
            writeAll(facts.rows(), new ActivityCodec(words), to);
            writeAll(facts.lost(), new LostActivityCodec(words), to);
        });
    }

    /** The case that was written to these bytes; null where they are damaged. */
    CaseFacts open(long fileId, String key, byte[] sealed) {
        byte[] plain = Sealed.open(placeOf(fileId, key), sealed);
        if (plain == null) {
            return null;
        }
        try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(plain))) {
            List<ActivityRecord> rows = readAll(new ActivityCodec(words), from);
            return new CaseFacts(rows, readAll(new LostActivityCodec(words), from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of all this, when every case of the log was written. */
    byte[] seal(long fileId) {
        ByteArrayOutputStream losses = new ByteArrayOutputStream();
        try {
            // May add to the words.
            writeAll(lostAnywhere, new LostActivityCodec(words), new DataOutputStream(losses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sealed.seal(placeOf(fileId), to -> {
            words.write(to);
            losses.writeTo(to);
        });
    }

    /** What was written to these bytes; null where they are damaged. */
    static LogWords open(long fileId, byte[] sealed) {
        byte[] plain = Sealed.open(placeOf(fileId), sealed);
        if (plain == null) {
            return null;
        }
        try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(plain))) {
            Vocabulary words = Vocabulary.read(from);
            return new LogWords(words, readAll(new LostActivityCodec(words), from), plain.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String placeOf(long fileId) {
        return "log " + fileId;
    }

    private static String placeOf(long fileId, String key) {
        return "case of log " + fileId + ": " + key;
    }

    private static <T> void writeAll(List<T> items, Codec<T> codec, DataOutputStream to) throws IOException {
        Packed.writeNumber(items.size(), to);
        for (T item : items) {
            codec.write(item, to);
        }
    }

    private static <T> List<T> readAll(Codec<T> codec, DataInputStream from) throws IOException {
        int size = (int) Packed.readNumber(from);
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(codec.read(from));
        }
        return items;
    }
}
