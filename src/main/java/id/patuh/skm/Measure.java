package id.patuh.skm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A figure with the range in which it may truly lie: a point when it was computed, the range of its rounding when it was
 * read from print, and what missing scores leave open when some could not be read.
 *
 * @param value the figure
 * @param low least true value
 * @param high where the range ends
 * @param closed whether the range holds this end itself; half up rounding excludes it
 */
record Measure(BigFraction value, BigFraction low, BigFraction high, boolean closed) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Measure exactly(BigFraction value) {
        return new Measure(value, value, value, true);
    }

    /** A number rounded to so many decimals. */
    static Measure printed(BigDecimal number, int decimals) {
        BigFraction value = Exact.of(number);
        BigFraction half = Exact.of(HALF.movePointLeft(decimals));
        return new Measure(value, value.subtract(half), value.add(half), false);
    }

    /** A number that was rounded to so many decimals, or cut off after them. */
    static Measure printedOrCut(BigDecimal number, int decimals) {
        Measure rounded = printed(number, decimals);
        return new Measure(
                rounded.value, rounded.low, rounded.value.add(Exact.of(BigDecimal.ONE.movePointLeft(decimals))), false);
    }

    boolean isExact() {
        return low.compareTo(high) == 0;
    }

    Measure times(BigFraction factor) {
        return new Measure(value.multiply(factor), low.multiply(factor), high.multiply(factor), closed);
    }

    Measure plus(Measure other) {
        return new Measure(value.add(other.value), low.add(other.low), high.add(other.high), closed && other.closed);
    }

    /** Without what no score can reach. */
    Measure within(BigFraction least, BigFraction most) {
        return new Measure(value, Exact.max(low, least), Exact.min(high, most), closed);
    }

    /** Whether both may be the same figure; the ends count, since halves are also rounded to even. */
    boolean meets(Measure other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    /** What both ranges have in common, or null. */
    Measure common(Measure other) {
        if (isExact()) {
            return this;
        }
        BigFraction from = Exact.max(low, other.low);
        BigFraction to = Exact.min(high, other.high);
        if (from.compareTo(to) >= 0) {
            return null;
        }
        boolean inside = value.compareTo(from) >= 0 && value.compareTo(to) < 0;
        boolean ends = (high.compareTo(to) > 0 || closed) && (other.high.compareTo(to) > 0 || other.closed);
        return new Measure(inside ? value : other.value, from, to, ends);
    }

    /** The least index with two decimals that the figure may have. */
    BigDecimal lowestIndex() {
        return Exact.index(low);
    }

    /** The greatest index with two decimals that the figure may have. */
    BigDecimal highestIndex() {
        return high.bigDecimalValue(2, closed || isExact() ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN);
    }
}
