package id.patuh.law;

import java.util.Optional;

/** A time limit as SOPs print it. */
public record TimeLimit(int amount, Unit unit) {
    /** Units. */
    public enum Unit {
        MENIT,
        JAM,
        HARI,
        MINGGU,
        BULAN
    }

    /** Parse. */
    public static Optional<TimeLimit> parse(String text) {
        String[] p = text.split(" ");
        return Optional.of(
                new TimeLimit(Integer.parseInt(p[0]), Unit.valueOf(p[1].toUpperCase(java.util.Locale.ROOT))));
    }
}
