package id.patuh.report.sheet;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param key of its heading in the texts of this package, behind {@code column.}
 * @param width in letters
 * @param cell what stands in the column of a row: a text, number or date, or null
 * @param <T> what is told in a row
 */
record Column<T>(String key, int width, Function<T, Object> cell) {}
