package id.patuh.skm;

import java.time.LocalDate;

/**
 * The time that a survey or a report covers.
 *
 * @param start first day
 * @param end last day
 */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a period that ends " + end + ", before it starts " + start);
        }
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
