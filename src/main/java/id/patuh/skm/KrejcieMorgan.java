package id.patuh.skm;

import id.patuh.law.Parameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The sample that a population requires after Krejcie and Morgan (1970).
 *
 * @param chiSquare for one degree of freedom at the wanted confidence
 * @param proportion of the population
 * @param precision the accepted error
 */
record KrejcieMorgan(BigDecimal chiSquare, BigDecimal proportion, BigDecimal precision) {

    static final List<String> PARAMETERS =
            List.of("skm/krejcie-morgan-chi-square", "skm/krejcie-morgan-proportion", "skm/krejcie-morgan-precision");

    /** The formula with the parameters in force, or null where one is not. */
    static KrejcieMorgan of(Parameters.InForce law) {
        List<BigDecimal> values = PARAMETERS.stream()
                .filter(k -> law.value(k) != null)
                .map(law::decimal)
                .toList();
        return values.size() < PARAMETERS.size()
                ? null
                : new KrejcieMorgan(values.get(0), values.get(1), values.get(2));
    }

    /** The required sample, rounded half up, as the table of 1970 was. */
    int sampleOf(int population) {
        BigFraction p = Exact.of(proportion);
        BigFraction spread = Exact.of(chiSquare).multiply(p).multiply(BigFraction.ONE.subtract(p));
        BigFraction squared = Exact.of(precision).multiply(Exact.of(precision));
        return spread.multiply(population)
                .divide(squared.multiply(population - 1).add(spread))
                .bigDecimalValue(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
