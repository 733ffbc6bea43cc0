package id.patuh.intake;

import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One file while it is read: where its rows and its problems go, and how many of each there were. */
final class Reading {

    private static final int PROGRESS_STEP = 10_000;
    private static final int LONGEST_QUOTE = 1_000;

    final String path;
    final DatasetBuilder target;
    private final Hindsight hindsight;
    private final Intake.Progress progress;
    private final Map<InputFile.Kind, int[]> tallies = new EnumMap<>(InputFile.Kind.class);
    /** The kind that was counted last, and its tally. */
    private InputFile.Kind lastCounted;

    private int[] lastTally;
    private final Set<String> reported = new HashSet<>();
    private final String[] texts = new String[1 << 12];
    private final List<InputNote> notes = new ArrayList<>();
    private FollowUpTables followUp;
    private final List<String> emptyFollowUpTables = new ArrayList<>();
    private long rows;

    Reading(String path, DatasetBuilder target, Hindsight hindsight, Intake.Progress progress) {
        this.path = path;
        this.target = target;
        this.hindsight = hindsight;
        this.progress = progress;
    }

    /** The file's name without folders and endings. */
    String baseName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** An equal text that was met lately, so that one of them can be forgotten. */
    String share(String text) {
        int slot = (text.hashCode() ^ text.hashCode() >>> 12) & texts.length - 1;
        if (!text.equals(texts[slot])) {
            texts[slot] = text;
        }
        return texts[slot];
    }

    /** The follow-up report of the file. */
    FollowUpTables followUp(SourceTable table, int line, Map<String, Letterhead.Entry> head) {
        if (followUp == null) {
            followUp = new FollowUpTables(this, table, line, head);
        }
        return followUp;
    }

    /** Takes note of a table of the follow-up report that has a header and no rows: one of its lists may be empty. */
    void emptyFollowUpTable(String sheet) {
        emptyFollowUpTables.add(sheet);
    }

    /** Notes that the file holds this kind of content, even if no row of it. */
    void found(InputFile.Kind kind) {
        tallies.computeIfAbsent(kind, k -> new int[2]);
    }

    /** Counts a row. */
    void count(InputFile.Kind kind, boolean accepted) {
        if (kind != lastCounted) {
            found(kind);
            lastCounted = kind;
            lastTally = tallies.get(kind);
        }
        lastTally[0]++;
        if (!accepted) {
            lastTally[1]++;
        }
        if (++rows % PROGRESS_STEP == 0) {
            tell();
        }
    }

    /** Whoever listens may stop the reading: readers must not take that for a fault of the file. */
    private void tell() {
        try {
            progress.rows(path, rows);
        } catch (RuntimeException e) {
            throw new ActivitySink.Failure(e);
        }
    }

    /** Counts rows as rejected that were counted as accepted. */
    void withdraw(InputFile.Kind kind, int accepted) {
        tallies.get(kind)[1] += accepted;
    }

    /** Says something of the file that its user ought to know. */
    void note(String key, Map<String, String> details) {
        notes.add(new InputNote(key, details));
    }

    /** Whether an earlier reading taught something of the file. */
    boolean knows(Hindsight.Lesson lesson) {
        return hindsight.knows(path, lesson);
    }

    /** Takes note of something that rows given on before would have had to know. */
    void learn(Hindsight.Lesson lesson) {
        hindsight.learn(path, lesson);
    }

    /** Whether this was not reported for this file before. */
    boolean first(String problem) {
        return reported.add(problem);
    }

    void reject(Integer row, String column, String value, Unreadable problem) {
        reject(null, row, column, value, problem);
    }

    /** @param list the sheet, or the list of a JSON document, that the row stands in; null for the file's only one */
    void reject(String list, Integer row, String column, String value, Unreadable problem) {
        String quote =
                value != null && value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
        target.rejected.add(new RejectedRow(path, list, row, column, quote, problem.reason(), problem.details()));
    }

    void reject(Integer row, String column, String value, String reason, String... details) {
        reject(row, column, value, new Unreadable(reason, details));
    }

    /** Lists the file among the inputs, once for each kind found. */
    void close(String sha256) {
        if (followUp != null) {
            boolean empty = tallies.get(InputFile.Kind.FOLLOW_UP)[0] == 0;
            target.reports.add(path, followUp, empty ? emptyFollowUpTables : List.of(), target);
            if (!empty) {
                noteEmptyTables();
            }
        }
        if (tallies.isEmpty()) {
            target.inputs.add(new InputFile(path, null, sha256, 0, 0, notes));
        }
        List<InputNote> own = notes;
        for (Map.Entry<InputFile.Kind, int[]> tally : tallies.entrySet()) {
            int[] counts = tally.getValue();
            target.inputs.add(new InputFile(path, tally.getKey(), sha256, counts[0], counts[1], own));
            own = List.of();
        }
    }

    private void noteEmptyTables() {
        emptyFollowUpTables.forEach(sheet -> notes.add(FollowUpParts.empty(sheet)));
    }
}
