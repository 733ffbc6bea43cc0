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
    public final int[] row;
    public final int[] sop;
    public final int[] step;
    public final int[] role;
    /** Persons as written, one behind the other, and where each ends. */
    byte[] persons = new byte[1 << 12];

    final int[] personEnd;
    /** By row, which of them. */
    final int[] person;

    public final long[] start;
    public final long[] end;
    public final int[] inputs;
    public final int[] outputs;
    final int[] decisionText;
    public final byte[] decision;

    CaseRows() {
        this(MOST_ROWS);
    }

    private CaseRows(int rows) {
        personEnd = new int[rows + 1];
        person = new int[rows];
        row = new int[rows];
        sop = new int[rows];
        step = new int[rows];
        role = new int[rows];
        start = new long[rows];
        end = new long[rows];
        inputs = new int[rows];
        outputs = new int[rows];
        decisionText = new int[rows];
        decision = new byte[rows];
    }

    /** The same rows, kept. */
    CaseRows copy() {
        CaseRows copy = new CaseRows(count);
        copy.begin(caseId, 0, caseLength);
        copy.unit = unit;
        copy.count = count;
        copy.persons = Arrays.copyOf(persons, personEnd[count]);
        System.arraycopy(personEnd, 0, copy.personEnd, 0, count + 1);
        System.arraycopy(person, 0, copy.person, 0, count);
        System.arraycopy(row, 0, copy.row, 0, count);
        System.arraycopy(sop, 0, copy.sop, 0, count);
        System.arraycopy(step, 0, copy.step, 0, count);
        System.arraycopy(role, 0, copy.role, 0, count);
        System.arraycopy(start, 0, copy.start, 0, count);
        System.arraycopy(end, 0, copy.end, 0, count);
        System.arraycopy(inputs, 0, copy.inputs, 0, count);
        System.arraycopy(outputs, 0, copy.outputs, 0, count);
        System.arraycopy(decisionText, 0, copy.decisionText, 0, count);
        System.arraycopy(decision, 0, copy.decision, 0, count);
        return copy;
    }

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
