package id.patuh.bench.logs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Cases as lines of CSV, in memory. */
final class LogRows {

    static final byte[] HEADER =
            ("no_berkas,nomor_sop,langkah,pelaksana,petugas,mulai,selesai,kelengkapan,output,keputusan,unit_kerja\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final long DAY_MINUTES = 24 * 60;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] days = FIRST.datesUntil(LAST)
            .map(d -> (d + " ").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    byte[] bytes = new byte[1 << 20];
    int length;

    void clear() {
        length = 0;
    }

    /** Adds a row of a case. */
    void add(LogCase of, int row) {
        ensure(2048);
        caseNumber(of.number);
        put(of.cited[row]);
        put(of.step[row]);
        put(of.role[row]);
        person(of.person[row]);
        moment(of.start[row]);
        if (of.end[row] == LogCase.RUNNING) {
            bytes[length++] = ',';
        } else {
            moment(of.end[row]);
        }
        put(of.inputs[row]);
        put(of.outputs[row]);
        put(of.decision[row]);
        put(of.unit);
        bytes[length - 1] = '\n';
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    private void put(byte[] text) {
        ensure(text.length + 256);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        bytes[length++] = ',';
    }

    private void caseNumber(long number) {
        bytes[length++] = 'K';
        bytes[length++] = '-';
        long rest = number;
        for (int i = 8; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += 9;
        bytes[length++] = ',';
    }

    private void person(int who) {
        bytes[length++] = 'P';
        bytes[length++] = '-';
        for (int shift = 24; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[who >>> shift & 15];
        }
        bytes[length++] = ',';
    }

    private void moment(long at) {
        long minutes = Math.floorDiv(at + LogCase.OFFSET.getTotalSeconds() * 1000L, 60_000L);
        byte[] day = days[(int) (minutes / DAY_MINUTES - FIRST.toEpochDay())];
        System.arraycopy(day, 0, bytes, length, day.length);
        length += day.length;
        int ofDay = (int) (minutes % DAY_MINUTES);
        two(ofDay / 60);
        bytes[length++] = ':';
        two(ofDay % 60);
        bytes[length++] = ',';
    }

    private void two(int value) {
        bytes[length++] = (byte) ('0' + value / 10);
        bytes[length++] = (byte) ('0' + value % 10);
    }
}
