package id.patuh.law;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time limit as SOPs print it.
 *
 * @param amount how many units; positive
 * @param unit of what
 */
public record TimeLimit(int amount, Unit unit) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(\\p{L}+)(?:\\s+kerja)?");

    /** Units of time, as SOPs name them. */
    public enum Unit {
        MENIT("menit", "minute"),
        JAM("jam", "hour"),
        HARI("hari", "day"),
        MINGGU("minggu", "week"),
        BULAN("bulan", "month");

        private final String indonesian;
        private final String english;

        Unit(String indonesian, String english) {
            this.indonesian = indonesian;
            this.english = english;
        }

        private boolean means(String word) {
            return word.equals(indonesian) || word.equals(english) || word.equals(english + "s");
        }
    }

    public TimeLimit {
        if (amount <= 0) {
            throw new IllegalArgumentException("a time limit of " + amount + " " + unit.indonesian);
        }
    }

    /** Reads "24 jam", "3 hari kerja", "2 weeks"; empty for anything that is not a positive amount of a known unit. */
    public static Optional<TimeLimit> parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(form.group(1));
        for (Unit unit : Unit.values()) {
            boolean workingDays = text.strip().toLowerCase(Locale.ROOT).endsWith("kerja");
            if (amount > 0 && unit.means(form.group(2)) && (!workingDays || unit == Unit.HARI)) {
                return Optional.of(new TimeLimit(amount, unit));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return amount + " " + unit.indonesian;
    }
}
