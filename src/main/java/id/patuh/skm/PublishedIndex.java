package id.patuh.skm;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A published index (IKM) held against the table of unsur it comes from, or against the responses where no table was
 * published. Printed numbers stand for every number that rounds to them; an index without decimals may also be cut off.
 *
 * @param printed the index on the scale 25 to 100 as a range, or null when none is printed
 * @param follows whether it follows with the exact weight; null when that cannot be told
 * @param roundedWeight the first rounded weight of the regulation with which alone it follows, or null
 */
record PublishedIndex(Measure printed, Boolean follows, BigDecimal roundedWeight) {

    static final PublishedIndex NONE = new PublishedIndex(null, null, null);

    /**
     * @param ikm as printed, or null
     * @param total the sum of the means, or null when not every unsur has one
     * @param table the published table, which may also print weighted means
     */
    static PublishedIndex of(Regulation regulation, BigDecimal ikm, Measure total, PublishedTable table) {
        if (ikm == null) {
            return NONE;
        }
        BigFraction percent = ikm.compareTo(regulation.max()) > 0 ? BigFraction.ONE : regulation.toPercent();
        boolean whole = ikm.scale() <= 0;
        Measure printed = Measure.printed(ikm, Math.max(0, ikm.scale()));
        if (whole) {
            printed =
                    new Measure(printed.value(), printed.low(), printed.value().add(BigFraction.ONE), false);
        }
        printed = printed.times(percent);
        if (total == null) {
            return new PublishedIndex(printed, null, null);
        }
        Source source = new Source(regulation, printed, whole, total, table);
        if (source.yields(regulation.weight())) {
            return new PublishedIndex(printed, true, null);
        }
        List<BigDecimal> rounded = regulation.roundedWeights().stream()
                .filter(w -> source.yields(Exact.of(w)))
                .toList();
        return new PublishedIndex(printed, false, rounded.isEmpty() ? null : rounded.get(0));
    }

    /** What an index was computed from. */
    private record Source(Regulation regulation, Measure printed, boolean whole, Measure total, PublishedTable table) {

        boolean yields(BigFraction weight) {
            BigFraction weighted = table.weightedTotal(weight);
            return agrees(total.times(weight).times(regulation.toPercent()))
                    || weighted != null && agrees(Measure.exactly(weighted.multiply(regulation.toPercent())));
        }

        /** What was cut off to a whole number lies below the next one. */
        private boolean agrees(Measure computed) {
            return printed.meets(computed) && !(whole && computed.low().compareTo(printed.high()) == 0);
        }
    }
}
