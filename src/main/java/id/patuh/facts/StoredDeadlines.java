package id.patuh.facts;

import id.patuh.sop.Deadline;
import id.patuh.spool.Packed;
import id.patuh.violation.Subject;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Deadlines of a case as they stand in the database. */
final class StoredDeadlines {

    private static final Deadline.Kind[] KINDS = Deadline.Kind.values();

    private StoredDeadlines() {}

    /** @return null where there are none */
    static byte[] seal(long scope, String key, List<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return null;
        }
        return Sealed.seal(placeOf(scope, key), to -> {
            Packed.writeNumber(deadlines.size(), to);
            for (Deadline each : deadlines) {
                write(each, to);
            }
        });
    }

    /** What was sealed; null where the bytes were damaged. */
    static List<Deadline> open(long scope, String key, byte[] sealed) {
        byte[] plain = Sealed.open(placeOf(scope, key), sealed);
        if (plain == null) {
            return null;
        }
        try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(plain))) {
            List<Deadline> deadlines = new ArrayList<>();
            for (long left = Packed.readNumber(from); left > 0; left--) {
                deadlines.add(read(from));
            }
            return deadlines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String placeOf(long scope, String key) {
        return "deadlines of scope " + scope + ": " + key;
    }

    private static void write(Deadline deadline, DataOutputStream to) throws IOException {
        Subject subject = deadline.subject();
        Packed.writeText(subject.unit(), to);
        Packed.writeText(subject.sop(), to);
        Packed.writeText(subject.caseId(), to);
        Packed.writeText(subject.step(), to);
        Packed.writeInteger(subject.round(), to);
        Packed.writeText(subject.constraint(), to);
        to.writeByte(deadline.kind().ordinal());
        Packed.writeNumber(deadline.step(), to);
        Packed.writeNumber(deadline.due().toEpochMilli(), to);
    }

    private static Deadline read(DataInputStream from) throws IOException {
        Subject subject = Subject.ofCase(Packed.readText(from), Packed.readText(from), Packed.readText(from))
                .atStep(Packed.readText(from))
                .inRound(Packed.readInteger(from))
                .under(Packed.readText(from));
        Deadline.Kind kind = KINDS[from.readByte()];
        int step = (int) Packed.readNumber(from);
        return new Deadline(subject, kind, step, Instant.ofEpochMilli(Packed.readNumber(from)));
    }
}
