package id.patuh.skm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact fractions from and to decimals: a ninth has no decimal, and a grade can hang on the third one. */
final class Exact {

    private static final BigFraction TEN_THOUSAND = BigFraction.of(10_000);

    private Exact() {}

    static BigFraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigIntegerExact())
                : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** As an index is printed and graded: two decimals, half up. */
    static BigDecimal index(BigFraction value) {
        return value.bigDecimalValue(2, RoundingMode.HALF_UP);
    }

    /** As a mean is printed: exact where four decimals suffice, else rounded to four; at least two. */
    static BigDecimal mean(BigFraction value) {
        BigDecimal rounded = value.bigDecimalValue(4, RoundingMode.HALF_UP);
        if (value.multiply(TEN_THOUSAND).getDenominator().abs().equals(BigInteger.ONE)) {
            BigDecimal stripped = rounded.stripTrailingZeros();
            return stripped.setScale(Math.max(2, stripped.scale()));
        }
        return rounded;
    }

    static BigFraction max(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static BigFraction min(BigFraction a, BigFraction b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
