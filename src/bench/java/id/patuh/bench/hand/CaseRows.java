package id.patuh.bench.hand;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The rows of one case, a column an array. */
public final class CaseRows {

    public static final long RUNNING = Long.MAX_VALUE;
    public static final byte NONE = 0;
    public static final byte APPROVE = 1;
    public static final byte REVISE = 2;
    private static final int MOST_ROWS = 4_096;

    byte[] caseId = new byte[64];
    int caseLength;
    public int unit;
    public int count;
    public final int[] row = new int[MOST_ROWS];
    public final int[] sop = new int[MOST_ROWS];
    public final int[] step = new int[MOST_ROWS];
    public final int[] role = new int[MOST_ROWS];
    /** Persons as written, one behind the other, and where each ends. */
    byte[] persons = new byte[1 << 12];

    final int[] personEnd = new int[MOST_ROWS + 1];
    /** By row, which of them. */
    final int[] person = new int[MOST_ROWS];

    public final long[] start = new long[MOST_ROWS];
    public final long[] end = new long[MOST_ROWS];
    public final int[] inputs = new int[MOST_ROWS];
    public final int[] outputs = new int[MOST_ROWS];
    final int[] decisionText = new int[MOST_ROWS];
    public final byte[] decision = new byte[MOST_ROWS];

    void begin(byte[] buffer, int from, int to) {
        count = 0;
        caseLength = to - from;
        if (caseLength > caseId.length) {
            caseId = new byte[caseLength * 2];
        }
        System.arraycopy(buffer, from, caseId, 0, caseLength);
    }

    boolean is(byte[] buffer, int from) {
        return buffer[from + caseLength] == ','
                && Arrays.equals(buffer, from, from + caseLength, caseId, 0, caseLength);
    }

    public String caseText() {
        return new String(caseId, 0, caseLength, StandardCharsets.US_ASCII);
    }

    /** Takes the person of a row; says whether a digit is in the name. */
    boolean person(int i, byte[] buffer, int from, int to) {
        int at = personEnd[i];
        int end = at + to - from;
        if (end > persons.length) {
            persons = Arrays.copyOf(persons, end * 2);
        }
        boolean digit = false;
        for (int p = from; p < to; p++) {
            byte c = buffer[p];
            digit |= c >= '0' && c <= '9';
            if (c < ' ' || c == '"' || c == ';') {
                throw new Uncovered("person in row " + row[i]);
            }
            persons[at++] = c;
        }
        personEnd[i + 1] = end;
        person[i] = i;
        return digit;
    }

    public String person(int i) {
        int from = personEnd[person[i]];
        return new String(persons, from, personEnd[person[i] + 1] - from, StandardCharsets.US_ASCII);
    }

    /** Whether two rows have the same person, whatever the case of letters and the punctuation. */
    public boolean isSamePerson(int one, int other) {
        int a = personEnd[person[one]];
        int b = personEnd[person[other]];
        int endA = personEnd[person[one] + 1];
        int endB = personEnd[person[other] + 1];
        while (true) {
            boolean gapA = a > personEnd[person[one]] && a < endA && !isWord(persons[a]);
            boolean gapB = b > personEnd[person[other]] && b < endB && !isWord(persons[b]);
            while (a < endA && !isWord(persons[a])) {
                a++;
            }
            while (b < endB && !isWord(persons[b])) {
                b++;
            }
            if (a == endA || b == endB) {
                return a == endA && b == endB;
            }
            if (gapA != gapB || folded(persons[a++]) != folded(persons[b++])) {
                return false;
            }
        }
    }

    private static boolean isWord(byte c) {
        return c >= '0' && c <= '9' || folded(c) >= 'a' && folded(c) <= 'z';
    }

    private static int folded(byte c) {
        return c >= 'A' && c <= 'Z' ? c | ' ' : c;
    }

    /** A place for a row more. */
    int next() {
        if (count == MOST_ROWS) {
            throw new Uncovered("case of more than " + MOST_ROWS + " rows");
        }
        return count++;
    }

    /** Puts the rows in order of start, then end, then the input's; nearly always they are. */
    public void sort() {
        for (int i = 1; i < count; i++) {
            for (int j = i; j > 0 && isBefore(j, j - 1); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean isBefore(int a, int b) {
        return start[a] < start[b] || start[a] == start[b] && end[a] < end[b];
    }

    private void swap(int a, int b) {
        swap(row, a, b);
        swap(sop, a, b);
        swap(step, a, b);
        swap(role, a, b);
        swap(person, a, b);
        swap(inputs, a, b);
        swap(outputs, a, b);
        swap(decisionText, a, b);
        swap(start, a, b);
        swap(end, a, b);
        byte kept = decision[a];
        decision[a] = decision[b];
        decision[b] = kept;
    }

    private static void swap(int[] of, int a, int b) {
        int kept = of[a];
        of[a] = of[b];
        of[b] = kept;
    }

    private static void swap(long[] of, int a, int b) {
        long kept = of[a];
        of[a] = of[b];
        of[b] = kept;
    }
}
