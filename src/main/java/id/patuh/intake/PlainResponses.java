package id.patuh.intake;

import id.patuh.skm.PlainResponse;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import id.patuh.violation.SourceRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Takes rows of responses by their bytes that are like the last one that was read with care: what they say of their survey
 * is the same, their group was met before, each unsur has a score of one figure or none. All others are left to be read
 * with care, which would make the same of these.
 */
final class PlainResponses implements ByteRows {

    /** Of bytes. */
    private static final int LONGEST_CELL = 1 << 8;

    private static final int MOST_DIGITS = 9;
    /** Rows of fewer may be totals or remarks. */
    private static final int FEWEST_ANSWERS = 2;

    private static final long BLANKS = EightBytes.all(' ');

    private final ResponseTable owner;
    private final TableColumns columns;
    private final ResponseRows rows;
    private final ScoreTotals totals;
    private final Part[] parts;
    /** By column, the place of its unsur. */
    private final int[] unsur;

    private final KnownCells groups = new KnownCells();
    /** The row that others are to be like, and its survey; null before it was read. */
    private SourceRow model;

    private SurveyHeader survey;
    private boolean usable;

    private PlainRow next;
    private PlainRow taken;
    /** The number, or else the text, of the cell that was read last of those that tell rows apart; and of the first. */
    private int number;

    private String text;
    private int labelNumber;
    private String label;

    /** What a column holds. */
    private enum Role {
        SCORE,
        SURVEY,
        GROUP,
        RESPONDENT,
        UNREAD
    }

    /** Columns side by side: several of scores or of what is said of the survey, else one. */
    private static final class Part {

        private final Role role;
        private final int first;
        private int end;
        /** What all rows say of the survey there, with what separates it. */
        private byte[] same;

        Part(Role role, int first) {
            this.role = role;
            this.first = first;
            this.end = first + 1;
        }

        boolean goesOnWith(Role next) {
            return next == role && (role == Role.SCORE || role == Role.SURVEY);
        }
    }

    /** @param scores the columns of all unsur, in the order of these */
    PlainResponses(
            ResponseTable owner,
            TableColumns columns,
            Map<Integer, UnsurLabel> scores,
            ResponseRows rows,
            ScoreTotals totals) {
        this.owner = owner;
        this.columns = columns;
        this.rows = rows;
        this.totals = totals;
        int[] scoreColumns = scores.keySet().stream().mapToInt(i -> i).toArray();
        int[] scoreTargets = Arrays.stream(scoreColumns).map(columns::target).toArray();
        this.next = new PlainRow(scoreTargets, columns.table());
        this.taken = new PlainRow(scoreTargets, columns.table());
        this.unsur = new int[columns.size()];
        IntStream.range(0, scoreColumns.length).forEach(i -> unsur[scoreColumns[i]] = i);
        List<Part> all = new ArrayList<>();
        Part last = null;
        for (int i = 0; i < columns.size(); i++) {
            Role role = scores.containsKey(i) ? Role.SCORE : role(columns, columns.target(i));
            if (last != null && last.goesOnWith(role)) {
                last.end++;
            } else {
                last = new Part(role, i);
                all.add(last);
            }
        }
        this.parts = all.toArray(Part[]::new);
    }

    private static Role role(TableColumns columns, int target) {
        if (target < 0) {
            return Role.UNREAD;
        }
        if (target == columns.table().column("respondent")) {
            return Role.RESPONDENT;
        }
        return target == columns.table().column("group") ? Role.GROUP : Role.SURVEY;
    }

    @Override
    public int take(byte[] bytes, int from, int to, byte separator, int line) {
        if (rows.lastRead() != model) {
            follow((char) separator);
        }
        if (!usable) {
            return NOT_TAKEN;
        }
        next.answered = 0;
        next.met = 0;
        int at = from;
        for (int i = 0; i < parts.length && at != NOT_TAKEN; i++) {
            if (i == 1) {
                labelNumber = number;
                label = text;
            }
            if (i > 0 && bytes[at++] != separator) {
                return NOT_TAKEN;
            }
            at = after(parts[i], bytes, at, to, separator);
        }
        int after = at == NOT_TAKEN || at >= to ? NOT_TAKEN : afterLineEnd(bytes, at, to);
        if (after == NOT_TAKEN || next.answered < FEWEST_ANSWERS || !isRespondent()) {
            return NOT_TAKEN;
        }
        give(line);
        return after;
    }

    @Override
    public String[] lastValues() {
        return taken.model == null ? null : taken.values();
    }

    private void give(int line) {
        PlainRow row = next;
        next = taken;
        taken = row;
        row.survey = survey;
        row.model = model;
        row.line = line;
        owner.took();
        rows.give(row);
    }

    /** Has further rows be like the last one that was read. */
    private void follow(char separator) {
        model = rows.lastRead();
        survey = rows.lastSurvey();
        usable = true;
        for (Part part : parts) {
            if (part.role == Role.SURVEY) {
                part.same = same(part, separator);
                usable &= part.same != null && (part.first > 0 || modelValue(0) != null);
            } else if (part.role == Role.GROUP && modelValue(part.first) != null) {
                groups.add(modelValue(part.first));
            }
        }
    }

    private byte[] same(Part part, char separator) {
        StringBuilder all = new StringBuilder();
        for (int i = part.first; i < part.end; i++) {
            String value = modelValue(i);
            if (value != null && !KnownCells.isPlain(value)) {
                return null;
            }
            all.append(i == part.first ? "" : separator).append(value == null ? "" : value);
        }
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String modelValue(int column) {
        return model.cells()[columns.target(column)];
    }

    /** Where the part ends that begins at a place. */
    private int after(Part part, byte[] bytes, int at, int to, byte separator) {
        return switch (part.role) {
            case SCORE -> afterScores(part, bytes, at, separator);
            case SURVEY -> afterSame(part.same, bytes, at, to);
            case GROUP -> afterGroup(bytes, at, separator);
            case RESPONDENT -> afterRespondent(bytes, at, separator);
            case UNREAD -> part.first == 0 ? afterName(bytes, at, separator) : afterText(bytes, at, separator);
        };
    }

    private int afterScores(Part part, byte[] bytes, int from, byte separator) {
        int at = from;
        int met = 0;
        int answered = 0;
        byte[] figures = next.figures;
        for (int i = part.first; i < part.end; i++) {
            int figure = bytes[at] - '0';
            if (figure > 0 && figure <= ColumnSums.HIGHEST_SCORE) {
                answered++;
                at++;
            } else {
                figure = 0;
            }
            figures[unsur[i]] = (byte) figure;
            met |= 1 << figure;
            if (i + 1 < part.end && bytes[at++] != separator) {
                return NOT_TAKEN;
            }
        }
        next.met |= met;
        next.answered += answered;
        return at;
    }

    private static int afterSame(byte[] same, byte[] bytes, int at, int to) {
        int after = at + same.length;
        return after <= to && Arrays.equals(same, 0, same.length, bytes, at, after) ? after : NOT_TAKEN;
    }

    private int afterGroup(byte[] bytes, int at, byte separator) {
        int after = afterText(bytes, at, separator);
        next.group = after <= at ? null : groups.find(bytes, at, after);
        return next.group == null && after != at ? NOT_TAKEN : after;
    }

    private int afterRespondent(byte[] bytes, int at, byte separator) {
        int after = afterName(bytes, at, separator);
        next.number = number;
        next.name = text;
        return after;
    }

    /** Reads a cell that tells a row from others. */
    private int afterName(byte[] bytes, int at, byte separator) {
        int end = at;
        int value = 0;
        while (bytes[end] >= '0' && bytes[end] <= '9' && end - at < MOST_DIGITS) {
            value = 10 * value + bytes[end++] - '0';
        }
        number = value;
        text = null;
        if (value > 0 && bytes[at] != '0' && (bytes[end] == separator || bytes[end] == '\n' || bytes[end] == '\r')) {
            return end;
        }
        end = afterText(bytes, at, separator);
        number = end == at ? PlainResponse.NOBODY : PlainResponse.NAMED;
        if (end <= at) {
            return end;
        }
        text = new String(bytes, at, end - at, StandardCharsets.US_ASCII);
        return Words.isVerbatim(text) ? end : NOT_TAKEN;
    }

    /** Where text ends that is not quoted. */
    private static int afterText(byte[] bytes, int at, byte separator) {
        long separators = EightBytes.all(separator);
        int end = at;
        while (bytes[at] != '"' && end - at < LONGEST_CELL) {
            long next = EightBytes.at(bytes, end);
            long marks =
                    EightBytes.equal(next, separators) | EightBytes.below(next, BLANKS) | EightBytes.beyondAscii(next);
            if (marks != 0) {
                return end + EightBytes.first(marks);
            }
            end += EightBytes.COUNT;
        }
        return NOT_TAKEN;
    }

    private static int afterLineEnd(byte[] bytes, int at, int to) {
        if (bytes[at] == '\n') {
            return at + 1;
        }
        // Whether the other half of a line end follows may not have been read.
        return bytes[at] != '\r' || at + 1 == to ? NOT_TAKEN : at + (bytes[at + 1] == '\n' ? 2 : 1);
    }

    /** Whether a row that reads like one of a respondent is one, by its first cell. */
    private boolean isRespondent() {
        return switch (parts[0].role) {
            case SCORE -> next.figures[unsur[0]] > 0 && totals.takeUnder("", next.figures);
            case SURVEY -> totals.takeUnder(modelValue(0), next.figures);
            case GROUP -> next.group != null && totals.takeUnder(next.group.text(), next.figures);
            default ->
                label == null
                        ? labelNumber > 0 && totals.takeNumbered(labelNumber, next.figures)
                        : totals.takeNamed(label, next.figures);
        };
    }
}
