package id.patuh.bench.hand;

import id.patuh.wording.Wording;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Splits the bytes of a log into rows, eight bytes at a time, and hands over each case once it is complete. Rows of a case
 * must stand together.
 */
final class LogParser {

    static final List<String> COLUMNS = List.of(
            "no_berkas",
            "nomor_sop",
            "langkah",
            "pelaksana",
            "petugas",
            "mulai",
            "selesai",
            "kelengkapan",
            "output",
            "keputusan",
            "unit_kerja");

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long COMMAS = ONES * ',';
    private static final long LINE_ENDS = ONES * '\n';
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** "yyyy-MM-" and "dd HH:mm", digits as zeros. */
    private static final long DATE = little("0000-00-");

    private static final long CLOCK = little("00 00:00");
    private static final long DATE_DIGITS = little("\u00ff\u00ff\u00ff\u00ff\0\u00ff\u00ff\0");
    private static final long CLOCK_DIGITS = little("\u00ff\u00ff\0\u00ff\u00ff\0\u00ff\u00ff");
    private static final int FIRST_YEAR = 1990;
    private static final int YEARS = 200;

    private final Texts sops;
    private final Texts texts;
    private final Texts decisions;
    private final CaseRows rows = new CaseRows();
    private final CaseSink judge;
    private final Numbers seen = new Numbers();
    /** Midnights by year, month and day; 0 where there is no such day. */
    private final long[] midnights = new long[YEARS * 16 * 32];

    private byte[] meanings = new byte[4];
    private long hash;
    private int at;
    private int line = 1;
    private long cases;

    LogParser(Texts texts, Texts sops, Texts decisions, CaseSink judge) {
        this.texts = texts;
        this.sops = sops;
        this.decisions = decisions;
        this.judge = judge;
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        first.datesUntil(first.plusYears(YEARS))
                .forEach(day -> midnights[
                                ((day.getYear() - FIRST_YEAR) * 16 + day.getMonthValue()) * 32 + day.getDayOfMonth()] =
                        day.toEpochDay() * Hours.DAY - Hours.OFFSET);
        rows.begin(new byte[] {'\n'}, 0, 1);
    }

    long cases() {
        return cases;
    }

    int activities() {
        return line - 1;
    }

    /** Reads the header; gives the position behind it. */
    int header(byte[] buffer, int from, int to) {
        byte[] wanted = (String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.US_ASCII);
        if (to - from < wanted.length || !Arrays.equals(buffer, from, from + wanted.length, wanted, 0, wanted.length)) {
            throw new Uncovered("another header");
        }
        return from + wanted.length;
    }

    /** Reads whole lines. */
    void lines(byte[] buffer, int from, int to) {
        int position = from;
        while (position < to) {
            position = row(buffer, position);
        }
    }

    /** Ends the last case. */
    void end() {
        if (rows.count > 0) {
            judge.judge(rows);
        }
    }

    private int row(byte[] b, int from) {
        line++;
        int p;
        if (rows.is(b, from)) {
            p = from + rows.caseLength + 1;
        } else {
            end();
            p = beginCase(b, from);
        }
        int i = rows.next();
        rows.row[i] = line;
        rows.sop[i] = required(sops, b, p);
        rows.step[i] = step(b, at);
        rows.role[i] = required(texts, b, at);
        at = person(b, at, i);
        rows.start[i] = moment(b, at);
        p = at;
        if (b[p] == ',') {
            rows.end[i] = CaseRows.RUNNING;
            at = p + 1;
        } else {
            rows.end[i] = moment(b, p);
        }
        rows.inputs[i] = optional(texts, b, at);
        rows.outputs[i] = optional(texts, b, at);
        int decision = optional(decisions, b, at);
        rows.decisionText[i] = decision;
        rows.decision[i] = decision == 0 ? CaseRows.NONE : meaning(decision);
        if (i == 0) {
            rows.unit = unit(b, at);
            return at;
        }
        int end = at + texts.length(rows.unit);
        if (b[end] != '\n' || !texts.is(rows.unit, b, at)) {
            throw new Uncovered("case of several units");
        }
        return end + 1;
    }

    private int beginCase(byte[] b, int from) {
        int to = scan(b, from, COMMAS);
        if (!seen.add(hash)) {
            throw new Uncovered("rows of a case apart, line " + line);
        }
        // No word for "not recorded" has a digit, and no mark of an example begins otherwise.
        boolean plain = b[to - 1] >= '0' && b[to - 1] <= '9' && (b[from] | ' ') != 'c';
        for (int i = from; i < to; i++) {
            plain &= b[i] > ' ' && b[i] < 127 && b[i] != '"' && b[i] != '\\';
        }
        if (!plain) {
            throw new Uncovered("case number in line " + line);
        }
        rows.begin(b, from, to);
        cases++;
        return to + 1;
    }

    /** Keeps the person; gives the position behind it. */
    private int person(byte[] b, int from, int i) {
        int to = scan(b, from, COMMAS);
        boolean digit = rows.person(i, b, from, to);
        // No word for "not recorded" has a digit.
        if (!digit && Wording.isNotRecorded(new String(b, from, to - from, StandardCharsets.ISO_8859_1))
                || b[from] == ' '
                || b[to - 1] == ' ') {
            throw new Uncovered("nobody in line " + line);
        }
        return to + 1;
    }

    private int required(Texts of, byte[] b, int from) {
        int number = optional(of, b, from);
        if (number == 0) {
            throw new Uncovered("nothing recorded in line " + line);
        }
        return number;
    }

    private int optional(Texts of, byte[] b, int from) {
        if (b[from] == ',') {
            at = from + 1;
            return 0;
        }
        if (b[from] == '"') {
            return quoted(of, b, from, (byte) ',');
        }
        int to = scan(b, from, COMMAS);
        at = to + 1;
        return of.number(b, from, to, hash);
    }

    private int unit(byte[] b, int from) {
        if (b[from] == '"') {
            return quoted(texts, b, from, (byte) '\n');
        }
        int to = scan(b, from, LINE_ENDS);
        at = to + 1;
        if (to == from) {
            throw new Uncovered("no unit in line " + line);
        }
        return texts.number(b, from, to, hash);
    }

    private int quoted(Texts of, byte[] b, int from, byte separator) {
        int to = from + 1;
        long mixed = 1;
        while (b[to] != '"' || b[to + 1] == '"') {
            mixed = (mixed ^ b[to]) * MIX;
            to += b[to] == '"' ? 2 : 1;
        }
        to++;
        if (b[to] != separator) {
            throw new Uncovered("quotation marks in line " + line);
        }
        at = to + 1;
        return of.number(b, from, to, mixed ^ mixed >>> 29);
    }

    /** The position of the separator; leaves a hash of what stands before it. */
    private int scan(byte[] b, int from, long separators) {
        long mixed = 0;
        int p = from;
        while (true) {
            long word = (long) LONGS.get(b, p);
            long differs = word ^ separators;
            long found = differs - ONES & ~differs & HIGHS;
            if (found != 0) {
                int bits = Long.numberOfTrailingZeros(found) - 7;
                mixed = (mixed ^ word & (1L << bits) - 1) * MIX + bits;
                hash = mixed ^ mixed >>> 29;
                return p + (bits >>> 3);
            }
            mixed = (mixed ^ word) * MIX;
            mixed ^= mixed >>> 32;
            p += 8;
        }
    }

    private int step(byte[] b, int from) {
        int p = from;
        int number = 0;
        while (b[p] >= '0' && b[p] <= '9') {
            number = number * 10 + b[p++] - '0';
        }
        if (b[p] != ',' || p == from || p > from + 3 || b[from] == '0') {
            throw new Uncovered("step in line " + line);
        }
        at = p + 1;
        return number;
    }

    private long moment(byte[] b, int from) {
        long date = (long) LONGS.get(b, from) ^ DATE;
        long clock = (long) LONGS.get(b, from + 8) ^ CLOCK;
        long wrong = (date | clock) & HIGHS
                | (date & DATE_DIGITS) + (0x7676767676767676L & DATE_DIGITS) & HIGHS
                | (clock & CLOCK_DIGITS) + (0x7676767676767676L & CLOCK_DIGITS) & HIGHS
                | date & ~DATE_DIGITS
                | clock & ~CLOCK_DIGITS;
        int year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3) - FIRST_YEAR;
        int month = digit(date, 5) * 10 + digit(date, 6);
        int day = digit(clock, 0) * 10 + digit(clock, 1);
        int hour = digit(clock, 3) * 10 + digit(clock, 4);
        int minute = digit(clock, 6) * 10 + digit(clock, 7);
        if (wrong != 0 || b[from + 16] != ',' || (year | YEARS - 1 - year | 12 - month | 31 - day) < 0) {
            throw new Uncovered("time in line " + line);
        }
        long midnight = midnights[(year * 16 + month) * 32 + day];
        if (midnight == 0 || hour > 23 || minute > 59) {
            throw new Uncovered("time in line " + line);
        }
        at = from + 17;
        return midnight + (hour * 60 + minute) * 60_000L;
    }

    private static int digit(long digits, int position) {
        return (int) (digits >>> position * 8) & 15;
    }

    private byte meaning(int decision) {
        if (decision >= meanings.length) {
            meanings = Arrays.copyOf(meanings, decision * 2);
        }
        if (meanings[decision] == 0) {
            meanings[decision] = switch (decisions.text(decision)) {
                case "setuju", "approve" -> CaseRows.APPROVE;
                case "perlu perbaikan", "revise" -> CaseRows.REVISE;
                default -> throw new Uncovered("decision in line " + line);
            };
        }
        return meanings[decision];
    }

    private static long little(String text) {
        long bytes = 0;
        for (int i = 7; i >= 0; i--) {
            bytes = bytes << 8 | text.charAt(i);
        }
        return bytes;
    }
}
