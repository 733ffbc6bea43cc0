package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LogTable;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Packed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one log has of a case number.
 *
 * @param rows in the order of the log; never empty
 * @param lost rows of it that could not be read
 */
record CaseFacts(List<ActivityRecord> rows, List<LostActivity> lost) {

    private static final Comparator<ActivityRecord> BY_TIME =
            Comparator.comparingLong(ActivityRecord::start).thenComparingLong(ActivityRecord::end);

    /** What tells a row of a case apart from its others. */
    private record Done(String step, long start) {

        Done(ActivityRecord row) {
            this(row.step(), row.start());
        }
    }

    /** The case number. */
    String caseId() {
        return rows.get(0).caseId();
    }

    /**
     * The latest start or end of all that had come at a moment; null where none had. Moments to come were mistyped: they
     * would make the row that was put right the older one, for years.
     */
    Instant latest(Instant at) {
        long now = at.toEpochMilli();
        long latest = Long.MIN_VALUE;
        for (ActivityRecord row : rows) {
            latest = row.start() > now ? latest : Math.max(latest, row.start());
            latest = row.end() > now ? latest : Math.max(latest, row.end());
        }
        return latest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(latest);
    }

    /** Whether others have a row that these lack: one of the same step and start counts as the same. */
    boolean lacksAnyOf(CaseFacts others) {
        Set<Done> own = new HashSet<>();
        rows.forEach(row -> own.add(new Done(row)));
        return others.rows.stream().anyMatch(row -> !own.contains(new Done(row)));
    }

    /**
     * A hash of all that a check sees but where it stands. The order counts only among rows of the same time.
     *
     * @param ofLog what is hashed of lost rows that may be of any case of the log
     */
    String hash(String ofLog) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream to = new DataOutputStream(bytes)) {
            Packed.writeText(caseId(), to);
            List<ActivityRecord> ordered = new ArrayList<>(rows);
            ordered.sort(BY_TIME);
            for (ActivityRecord row : ordered) {
                write(row, to);
            }
            Packed.writeText(tracesOf(lost), to);
            Packed.writeText(ofLog, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sealed.hex(bytes.toByteArray());
    }

    /** Which cases lost rows may be of, and whether they are all that would have followed: not where they stood. */
    static String tracesOf(List<LostActivity> lost) {
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

    private static void write(ActivityRecord row, DataOutputStream to) throws IOException {
        Packed.writeText(row.sop(), to);
        Packed.writeText(row.step(), to);
        Packed.writeText(row.role(), to);
        write(row.inputs(), to);
        write(row.outputs(), to);
        Packed.writeText(Objects.toString(row.decision(), null), to);
        Packed.writeText(row.person(), to);
        Packed.writeText(row.unit(), to);
        Packed.writeNumber(row.start(), to);
        Packed.writeNumber(row.end(), to);
        Packed.writeText(row.row().value("first_step"), to);
        Packed.writeText(new LogTable(row.row().table()).toString(), to);
        Set<String> recorded = row.row().table().recordedSteps();
        Packed.writeText(recorded == null ? null : String.join("\n", new TreeSet<>(recorded)), to);
    }

    private static void write(List<String> texts, DataOutputStream to) throws IOException {
        Packed.writeNumber(texts.size(), to);
        for (String text : texts) {
            Packed.writeText(text, to);
        }
    }
}
