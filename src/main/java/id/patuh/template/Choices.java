package id.patuh.template;

import java.util.List;

/**
 * What may be chosen in the cells of a column.
 *
 * @param name heads the list on the sheet of lists
 * @param values numbers or texts
 * @param labels what each value means, beside it on the sheet of lists; empty where the values speak for themselves
 * @param strict whether nothing else may be entered
 */
record Choices(String name, List<?> values, List<String> labels, boolean strict) {

    Choices {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /** Values of which one must be chosen. */
    static Choices only(String name, List<?> values) {
        return new Choices(name, values, List.of(), true);
    }

    /** Values that are suggested; others are let pass after a warning. */
    static Choices suggested(String name, List<?> values) {
        return new Choices(name, values, List.of(), false);
    }
}
