package id.patuh.intake;

import id.patuh.intake.TotalsLabel.Total;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the scores above the totals of a matrix add up to, so that rows of totals are known by their numbers too. The
 * numbers only tell what a row is; they are compared with room for rounding, and no figure that is judged comes from here.
 */
final class ColumnSums {

    static final int HIGHEST_SCORE = 4;
    private static final int FIGURES = HIGHEST_SCORE + 1;

    private static final double CONVERSION = 25;
    /** A mean that was rounded to two decimals before it was converted. */
    private static final double CONVERSION_ROOM = 0.13;

    private static final double LEAST_WEIGHT = 0.05;
    private static final double MOST_WEIGHT = 0.5;
    private static final int LEAST_ROWS = 3;
    /** Of the columns: one wrong cell makes no other row of it. */
    private static final double MOST = 2.0 / 3;

    private final int[] columns;
    private final double[] sums;
    private final int[] answered;
    /** Respondents by column and figure that were not added up yet. */
    private final int[] byFigure;

    private final Map<String, Double> known = new HashMap<>();
    private int rows;

    ColumnSums(Collection<Integer> unsur) {
        columns = unsur.stream().mapToInt(Integer::intValue).toArray();
        sums = new double[columns.length];
        answered = new int[columns.length];
        byFigure = new int[columns.length * FIGURES];
    }

    /** Adds the row of a respondent. */
    void add(TableRow row) {
        rows++;
        for (int i = 0; i < columns.length; i++) {
            String cell = row.cell(columns[i]);
            int plain = figure(cell);
            Double score = plain >= 0 ? null : number(cell);
            if (plain >= 0 || score != null) {
                sums[i] += plain >= 0 ? plain : score;
                answered[i]++;
            }
        }
    }

    /** Adds the row of a respondent by its figures, 0 for none. */
    void add(byte[] figures) {
        rows++;
        for (int i = 0; i < figures.length; i++) {
            byFigure[FIGURES * i + figures[i]]++;
        }
    }

    private void addUpFigures() {
        for (int i = 0; i < byFigure.length; i++) {
            sums[i / FIGURES] += (double) byFigure[i] * (i % FIGURES);
            answered[i / FIGURES] += i % FIGURES == 0 ? 0 : byFigure[i];
            byFigure[i] = 0;
        }
    }

    /** The number that a single figure is; -1 where anything else stands. */
    private static int figure(String cell) {
        int figure = cell == null || cell.length() != 1 ? -1 : cell.charAt(0) - '0';
        return figure <= 9 ? figure : -1;
    }

    /** How many unsur the row has a number for. */
    int filled(TableRow row) {
        int filled = 0;
        for (int column : columns) {
            filled += number(row.cell(column)) == null ? 0 : 1;
        }
        return filled;
    }

    /** Whether all its numbers may be answers of a respondent. */
    boolean mayBeAnswers(TableRow row) {
        return answers(row) == filled(row);
    }

    private int answers(TableRow row) {
        int found = 0;
        for (int column : columns) {
            Double score = number(row.cell(column));
            found += score != null && score == Math.rint(score) && score >= 1 && score <= HIGHEST_SCORE ? 1 : 0;
        }
        return found;
    }

    /** What the numbers are to the rows above; null when nothing, or when most may as well be answers. */
    Total tell(TableRow row) {
        // Two respondents are often alike, even in what is wrong with their answers.
        if (rows < LEAST_ROWS || answers(row) * 2 > filled(row)) {
            return null;
        }
        addUpFigures();
        Map<Integer, Double> values = new LinkedHashMap<>();
        double room = 1;
        double meanSum = 0;
        double valueSum = 0;
        for (int i = 0; i < columns.length; i++) {
            Double value = number(row.cell(columns[i]));
            if (value != null && answered[i] > 0) {
                values.put(i, value);
                room = Math.min(room, Math.pow(10, -decimals(row.cell(columns[i]))));
                meanSum += sums[i] / answered[i];
                valueSum += value;
            }
        }
        if (values.size() < 2) {
            return null;
        }
        double weight = valueSum / meanSum;
        double near = room * 1.01 + 1e-6;
        if (fit(values, i -> sums[i], 0.01)) {
            return Total.SUM;
        }
        if (fit(values, i -> sums[i] / answered[i], near) || fit(values, i -> sums[i] / rows, near)) {
            return Total.MEAN;
        }
        if (fit(values, i -> CONVERSION * sums[i] / answered[i], Math.max(near, CONVERSION_ROOM))) {
            return Total.CONVERTED;
        }
        if (weight < LEAST_WEIGHT || weight > MOST_WEIGHT) {
            return null;
        }
        return values.values().stream().distinct().count() == 1
                ? Total.WEIGHT
                : fit(values, i -> weight * sums[i] / answered[i], near) ? Total.WEIGHTED : null;
    }

    private static boolean fit(Map<Integer, Double> values, ToDoubleFunction<Integer> wanted, double room) {
        long near = values.entrySet().stream()
                .filter(e -> Math.abs(e.getValue() - wanted.applyAsDouble(e.getKey())) <= room)
                .count();
        return near >= MOST * values.size();
    }

    private static int decimals(String cell) {
        int point = Math.max(cell.indexOf('.'), cell.indexOf(','));
        return point < 0 ? 0 : cell.strip().length() - point - 1;
    }

    private Double number(String cell) {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        int figure = figure(cell);
        if (figure >= 0) {
            return (double) figure;
        }
        return known.size() < 1_000
                ? known.computeIfAbsent(cell, ColumnSums::parse)
                : known.containsKey(cell) ? known.get(cell) : parse(cell);
    }

    private static Double parse(String cell) {
        try {
            return Numbers.decimal(cell.strip()).doubleValue();
        } catch (Unreadable e) {
            return null;
        }
    }
}
