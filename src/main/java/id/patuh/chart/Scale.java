package id.patuh.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where values lie on an axis.
 *
 * @param lowest value at {@code from}
 * @param highest value at {@code until}; above the lowest
 * @param from coordinate
 * @param until coordinate
 */
record Scale(double lowest, double highest, double from, double until) {

    /** The coordinate of a value; of one off the scale its nearer end. */
    double at(double value) {
        double part = (value - lowest) / (highest - lowest);
        return from + Math.max(0, Math.min(part, 1)) * (until - from);
    }

    double at(BigDecimal value) {
        return at(value.doubleValue());
    }

    /** A step of 1, 2 or 5 times a power of ten with which a range has about so many steps. */
    static BigDecimal step(double range, int about) {
        double rough = range / about;
        int power = (int) Math.floor(Math.log10(rough));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
            if (step.doubleValue() >= rough) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }

    /** Round values on the scale, about so many. */
    List<BigDecimal> ticks(int about) {
        BigDecimal step = step(highest - lowest, about);
        List<BigDecimal> ticks = new ArrayList<>();
        long first = (long) Math.ceil(lowest / step.doubleValue() - 1e-9);
        for (long i = first; ; i++) {
            BigDecimal tick = step.multiply(BigDecimal.valueOf(i));
            if (tick.doubleValue() > highest + 1e-9) {
                return ticks;
            }
            ticks.add(tick.signum() == 0 ? BigDecimal.ZERO : tick.setScale(Math.max(0, step.scale())));
        }
    }
}
