package id.patuh.skm;

import id.patuh.skm.PublishedResult.Element;
import id.patuh.violation.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A published table of unsur, each line bound to the unsur it means. A column is printed with one number of decimals:
 * where a spreadsheet or JSON dropped trailing zeros, those of the other lines tell how many there were.
 */
final class PublishedTable {

    private final Regulation regulation;
    private final List<Line> lines;
    private final boolean any;

    /**
     * What the table says of one unsur.
     *
     * @param printed the mean as printed, or null
     * @param mean the mean on the scale of the questionnaire, or null when none on the scale is printed
     * @param weighted the weighted mean, or null
     * @param weightedDecimals how many decimals those of its column have
     * @param strayWeighted whether the weighted mean alone does not follow from its mean, as most of its column do
     * @param grade as printed, or null
     * @param rows the lines of the table that mean this unsur
     * @param outOfRange means that are none on the scale
     */
    record Line(
            BigDecimal printed,
            Measure mean,
            BigDecimal weighted,
            int weightedDecimals,
            boolean strayWeighted,
            String grade,
            List<Element> rows,
            List<Evidence> outOfRange) {

        /** The sum of the scores as printed, or null. */
        BigDecimal sum() {
            return rows.size() == 1 ? rows.get(0).sum() : null;
        }

        private Line astray() {
            return new Line(printed, mean, weighted, weightedDecimals, true, grade, rows, outOfRange);
        }

        List<Evidence> cells(String field) {
            return rows.stream()
                    .filter(Objects::nonNull)
                    .map(r -> r.row().cell(field))
                    .toList();
        }
    }

    PublishedTable(Regulation regulation, List<Element> elements) {
        this.regulation = regulation;
        this.any = !elements.isEmpty();
        int low = decimals(elements.stream().map(Element::mean).filter(m -> m != null && !isPercent(m)));
        int high = decimals(elements.stream().map(Element::mean).filter(m -> m != null && isPercent(m)));
        int weighted = decimals(elements.stream().map(Element::weighted).filter(Objects::nonNull));
        List<Line> read = regulation.unsur().stream()
                .map(u -> line(
                        elements.stream()
                                .filter(e -> regulation
                                        .meantBy(e.label())
                                        .filter(u::equals)
                                        .isPresent())
                                .toList(),
                        low,
                        high,
                        weighted))
                .toList();
        this.lines = judgeWeighted(read);
    }

    /** Marks weighted means that do not follow. Where most do not they are of another kind, and none is judged. */
    private List<Line> judgeWeighted(List<Line> read) {
        List<Line> told = read.stream()
                .filter(l -> l.mean() != null && l.weighted() != null)
                .toList();
        Set<Line> stray = told.stream().filter(l -> !followsWeighted(l)).collect(Collectors.toSet());
        return stray.size() * 2 >= told.size()
                ? read
                : read.stream().map(l -> stray.contains(l) ? l.astray() : l).toList();
    }

    /** Whether the weighted mean is the mean with the weight or a rounding of it, itself rounded or cut off. */
    private boolean followsWeighted(Line line) {
        Measure printed = Measure.printedOrCut(line.weighted(), line.weightedDecimals());
        return Stream.concat(
                        Stream.of(regulation.weight()),
                        regulation.roundedWeights().stream().map(Exact::of))
                .anyMatch(w -> printed.meets(line.mean().times(w)));
    }

    /** Whether there is a table at all. */
    boolean exists() {
        return any;
    }

    /** The line of an unsur by its place in the official order; without a row when the table lacks it. */
    Line line(int unsur) {
        return lines.get(unsur);
    }

    /** Whether every unsur has a mean. */
    boolean isComplete() {
        return lines.stream().allMatch(l -> l.mean() != null);
    }

    /** The sum of the means, or null when the table is not complete. */
    Measure total() {
        return isComplete()
                ? lines.stream().map(Line::mean).reduce(Measure::plus).orElse(null)
                : null;
    }

    /** The sum of the weighted means as printed, if all are and each follows from its mean with the weight; else null. */
    BigFraction weightedTotal(BigFraction weight) {
        BigFraction total = BigFraction.ZERO;
        for (Line line : lines) {
            if (line.weighted() == null
                    || line.mean() == null
                    || !Measure.printed(line.weighted(), line.weightedDecimals())
                            .meets(line.mean().times(weight))) {
                return null;
            }
            total = total.add(Exact.of(line.weighted()));
        }
        return total;
    }

    private Line line(List<Element> rows, int lowDecimals, int highDecimals, int weightedDecimals) {
        List<Evidence> outOfRange = new ArrayList<>();
        List<Measure> means = new ArrayList<>();
        BigFraction least = Exact.of(regulation.min());
        BigFraction most = Exact.of(regulation.max());
        for (Element row : rows) {
            if (row.mean() != null) {
                Measure mean = isPercent(row.mean())
                        ? Measure.printed(row.mean(), highDecimals)
                                .times(regulation.toPercent().reciprocal())
                        : Measure.printed(row.mean(), lowDecimals);
                if (mean.value().compareTo(least) < 0 || mean.value().compareTo(most) > 0) {
                    outOfRange.add(row.row().cell("mean"));
                } else {
                    means.add(mean.within(least, most));
                }
            }
        }
        Measure mean = means.stream()
                .reduce(Measure::plus)
                .map(m -> m.times(BigFraction.of(1, means.size())))
                .orElse(null);
        Element first = rows.isEmpty() ? null : rows.get(0);
        return new Line(
                first == null ? null : first.mean(),
                mean,
                rows.size() == 1 ? first.weighted() : null,
                weightedDecimals,
                false,
                rows.stream()
                        .map(Element::grade)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                rows,
                outOfRange);
    }

    private boolean isPercent(BigDecimal mean) {
        return mean.compareTo(regulation.max()) > 0;
    }

    private static int decimals(Stream<BigDecimal> numbers) {
        return numbers.mapToInt(BigDecimal::scale)
                .map(s -> Math.max(s, 0))
                .max()
                .orElse(0);
    }
}
