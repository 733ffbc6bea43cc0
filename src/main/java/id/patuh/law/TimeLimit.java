package id.patuh.law;

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
}
