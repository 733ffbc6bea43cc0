package id.patuh.law;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time that an SOP allows (its <i>mutu baku waktu</i>), as written: "24 jam" is not "1 hari". What it means
 * on the calendar is for {@link WorkingCalendar#due} to say.
 *
 * @param amount number of units, at least 1
 * @param unit never null
 */
public record TimeLimit(int amount, Unit unit) {

    /** The units of SOP time standards, named as Indonesian SOPs name them. */
    public enum Unit {
        /** Minutes. */
        MENIT,
        /** Hours. */
        JAM,
        /** Days. */
        HARI,
        /** Weeks. */
        MINGGU,
        /** Months. */
        BULAN
    }

    // SOP tables copied from word processors bring no-break spaces.
    private static final Pattern FORM =
            Pattern.compile("[\\s\\u00a0]*0*([0-9]{1,10})[\\s\\u00a0]*([a-z]+(?:[\\s\\u00a0]+kerja)?)[\\s\\u00a0]*");

    // "1 jma", "-1 jam", "24", "01:00": slips of the pen, none of the texts that SOPs print in place of a
    // limit.
    private static final Pattern BROKEN = Pattern.compile("-\\s*\\d.*|[1-9]\\d*\\s*\\p{L}+|[\\d.,:/]*\\d[\\d.,:/]*");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("menit", Unit.MENIT),
            Map.entry("minute", Unit.MENIT),
            Map.entry("minutes", Unit.MENIT),
            Map.entry("jam", Unit.JAM),
            Map.entry("hour", Unit.JAM),
            Map.entry("hours", Unit.JAM),
            Map.entry("hari", Unit.HARI),
            Map.entry("hari kerja", Unit.HARI),
            Map.entry("day", Unit.HARI),
            Map.entry("days", Unit.HARI),
            Map.entry("minggu", Unit.MINGGU),
            Map.entry("week", Unit.MINGGU),
            Map.entry("weeks", Unit.MINGGU),
            Map.entry("bulan", Unit.BULAN),
            Map.entry("month", Unit.BULAN),
            Map.entry("months", Unit.BULAN));

    /**
     * @throws IllegalArgumentException if the amount is not positive
     * @throws NullPointerException if the unit is null
     */
    public TimeLimit {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1) {
            throw new IllegalArgumentException("A time limit must be positive, not " + amount);
        }
    }

    /**
     * Reads "1 jam", "24 Jam", "30 menit", "3 hari kerja", "2 weeks": a whole number and a unit, in either case, with
     * or without a space.
     *
     * @param text may be null
     * @return empty for everything else ("sesuai jadwal", "-", "0 jam", "1,5 jam", amounts above
     *     {@link Integer#MAX_VALUE}): such a time standard is not measurable by itself
     */
    public static Optional<TimeLimit> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(parts.group(1));
        Unit unit = UNITS.get(SPACES.matcher(parts.group(2)).replaceAll(" "));
        if (unit == null || amount < 1 || amount > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new TimeLimit((int) amount, unit));
    }

    /** Whether the text was meant as a time limit and is none, "1 jma"; false for texts that SOPs print in place of one. */
    public static boolean isBroken(String text) {
        return text != null
                && parse(text).isEmpty()
                && (BROKEN.matcher(text.strip()).matches()
                        || UNITS.containsKey(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** The Indonesian form, "24 jam", which {@link #parse} reads back. */
    @Override
    public String toString() {
        return amount + " " + unit.name().toLowerCase(Locale.ROOT);
    }
}
