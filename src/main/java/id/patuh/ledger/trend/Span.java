package id.patuh.ledger.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.util.Locale;

/** How long each period of a trend is. */
public enum Span {
    NIGHT(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS),
    QUARTER(IsoFields.QUARTER_YEARS),
    YEAR(ChronoUnit.YEARS);

    private final TemporalUnit unit;

    Span(TemporalUnit unit) {
        this.unit = unit;
    }

    /** The word that users write: {@code night}, {@code month}, {@code quarter}, {@code year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period that a day is in. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case NIGHT -> day;
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period after one. */
    LocalDate next(LocalDate first) {
        return first.plus(1, unit);
    }
}
