package id.patuh.facts;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LogTable;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Packed;
import id.patuh.violation.SourceTable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Hashes the facts of the cases of a log: all that a check sees of them but where it stands. The order of rows counts only
 * among those of the same time.
 */
final class FactHashes {

    private static final Comparator<ActivityRecord> BY_TIME =
            Comparator.comparingLong(ActivityRecord::start).thenComparingLong(ActivityRecord::end);
    /** What rows share is mostly little; a log where it is not is to take no more memory. */
    private static final int MOST_REMEMBERED = 1 << 14;

    private final String ofLog;
    private final Map<ActivityKind, String> kinds = new IdentityHashMap<>();
    private final Map<SourceTable, String> tables = new IdentityHashMap<>();

    /** @param lostAnywhere rows that could not be read and may be of any case */
    FactHashes(List<LostActivity> lostAnywhere) {
        this.ofLog = tracesOf(lostAnywhere);
    }

    String of(CaseFacts facts) {
        return hash(to -> {
            Packed.writeText(facts.caseId(), to);
            writeRows(facts.rows(), to);
            Packed.writeText(tracesOf(facts.lost()), to);
            Packed.writeText(ofLog, to);
        });
    }

    /** The rows of a case alone. */
    String ofRows(List<ActivityRecord> rows) {
        return hash(to -> writeRows(rows, to));
    }

    private void writeRows(List<ActivityRecord> rows, DataOutputStream to) throws IOException {
        List<ActivityRecord> ordered = new ArrayList<>(rows);
        ordered.sort(BY_TIME);
        for (ActivityRecord row : ordered) {
            write(row, to);
        }
    }

    /** Which cases lost rows may be of, and whether they are all that would have followed: not where they stood. */
    private static String tracesOf(List<LostActivity> lost) {
        Set<String> traces = new TreeSet<>();
        for (LostActivity row : lost) {
            traces.add(Objects.toString(row.sop(), "")
                    + '\n'
                    + Objects.toString(row.unit(), "")
                    + '\n'
                    + (row.row() == null));
        }
        return String.join("\n", traces);
    }

    private void write(ActivityRecord row, DataOutputStream to) throws IOException {
        Packed.writeText(remembered(kinds, row.kind(), FactHashes::hash), to);
        Packed.writeText(row.person(), to);
        Packed.writeText(row.unit(), to);
        Packed.writeNumber(row.start(), to);
        Packed.writeNumber(row.end(), to);
        Packed.writeText(row.row().value("first_step"), to);
        Packed.writeText(remembered(tables, row.row().table(), FactHashes::hash), to);
    }

    private static <T> String remembered(Map<T, String> hashes, T object, Function<T, String> hash) {
        if (hashes.size() == MOST_REMEMBERED) {
            hashes.clear();
        }
        return hashes.computeIfAbsent(object, hash);
    }

    private static String hash(ActivityKind kind) {
        return hash(to -> {
            Packed.writeText(kind.sop(), to);
            Packed.writeText(kind.step(), to);
            Packed.writeText(kind.role(), to);
            write(kind.inputs(), to);
            write(kind.outputs(), to);
            Packed.writeText(Objects.toString(kind.decision(), null), to);
        });
    }

    /** Of what a table can show at all. */
    private static String hash(SourceTable table) {
        return hash(to -> {
            Packed.writeText(new LogTable(table).toString(), to);
            Set<String> steps = table.recordedSteps();
            write(steps == null ? List.of() : List.copyOf(new TreeSet<>(steps)), to);
            to.writeBoolean(steps == null);
        });
    }

    private static void write(List<String> texts, DataOutputStream to) throws IOException {
        Packed.writeNumber(texts.size(), to);
        for (String text : texts) {
            Packed.writeText(text, to);
        }
    }

    private static String hash(Sealed.Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sealed.hex(bytes.toByteArray());
    }
}
