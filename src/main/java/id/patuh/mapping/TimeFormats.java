package id.patuh.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The ways in which an export writes times, as patterns of java.time, {@code iso} or {@code excel}. */
public final class TimeFormats {

    /** The word for serial numbers of spreadsheets. */
    public static final String EXCEL = "excel";
    /** The word for what native logs may hold. */
    public static final String ISO = "iso";

    // How cells that a workbook itself holds as times are given; no pattern can mean anything else by it.
    private static final Pattern STORED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\d{4}([-/])\\d{1,2}\\1\\d{1,2}(?:[T ,].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERIAL = Pattern.compile("\\d{5,6}(?:[.,]\\d{1,15})?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final List<Locale> LOCALES = List.of(Locale.ROOT, Locale.forLanguageTag("id"), Locale.ENGLISH);
    private static final ZonedDateTime PROBE =
            LocalDateTime.of(2003, 4, 5, 6, 7, 8).atZone(ZoneId.of("Asia/Jakarta"));
    private static final Pattern CLOCK = Pattern.compile("[HhKkmsaAnN]");
    private static final DateTimeFormatter NATIVE_DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST = 80;
    private static final int MOST = 20;

    private final List<String> patterns;
    private final LocalTime clock;

    /** By their patterns; null until they are needed. */
    private volatile Map<String, List<DateTimeFormatter>> formats;

    /** A text that is none of the times that can be read. */
    public static final class UnreadableTime extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean dateOnly;

        UnreadableTime(boolean dateOnly) {
            super("no time", null, false, false);
            this.dateOnly = dateOnly;
        }

        /** Whether it is a date, of which no time of day is known. */
        public boolean isDateOnly() {
            return dateOnly;
        }
    }

    /** Formats by which no times can be read. */
    public static final class UnusableFormat extends Exception {

        private static final long serialVersionUID = 1L;

        private final Fault fault;
        private final String format;
        private final String detail;

        UnusableFormat(Fault fault, String format, String detail) {
            super(fault + ": " + format + " " + detail);
            this.fault = fault;
            this.format = format;
            this.detail = detail;
        }

        /** What is wrong. */
        public Fault fault() {
            return fault;
        }

        /** The format that is wrong. */
        public String format() {
            return format;
        }

        /** What is wrong with its pattern, the other format that contradicts it, or how many there may be. */
        public String detail() {
            return detail;
        }
    }

    /** What can be wrong with formats. */
    public enum Fault {
        /** It is no pattern of java.time. */
        NO_PATTERN,
        /** It does not tell day, month and year. */
        NO_DAY,
        /** It names hours or minutes, and yet does not tell the time of day. */
        NO_CLOCK,
        /** Two formats read one text as different days. */
        CONTRADICTION,
        TOO_MANY
    }

    private TimeFormats(List<String> patterns, LocalTime clock) {
        this.patterns = patterns.stream().distinct().toList();
        this.clock = clock;
    }

    /**
     * Time formats by their patterns.
     *
     * @param clock the time of day that a date alone stands for, or null
     * @throws UnusableFormat if anything is wrong with one
     */
    public static TimeFormats of(List<String> patterns, LocalTime clock) throws UnusableFormat {
        if (patterns.size() > MOST) {
            throw new UnusableFormat(Fault.TOO_MANY, patterns.get(MOST), "" + MOST);
        }
        TimeFormats all = new TimeFormats(patterns, clock);
        all.formats = formats(patterns);
        all.refuseAmbiguity();
        return all;
    }

    /** Time formats with which nothing was found wrong before; they are made when the first time is read. */
    public static TimeFormats known(List<String> patterns, LocalTime clock) {
        return new TimeFormats(patterns, clock);
    }

    /** The formats as written. */
    public List<String> patterns() {
        return patterns;
    }

    /** The time of day that a date alone stands for, or null. */
    public LocalTime clock() {
        return clock;
    }

    private Map<String, List<DateTimeFormatter>> formats() {
        if (formats == null) {
            try {
                formats = formats(patterns);
            } catch (UnusableFormat e) {
                throw new IllegalStateException(e);
            }
        }
        return formats;
    }

    /**
     * What a text means, as ISO 8601 with an offset where the text has one; or the text itself where native times are read.
     */
    public String read(String text) throws UnreadableTime {
        boolean dateOnly = false;
        for (Map.Entry<String, List<DateTimeFormatter>> format : formats().entrySet()) {
            if (format.getKey().equals(ISO) && YEAR_FIRST.matcher(text).matches()) {
                return clock == null ? text : withClock(text);
            }
            if (format.getKey().equals(EXCEL) && SERIAL.matcher(text).matches()) {
                return serial(text);
            }
            for (DateTimeFormatter formatter : format.getValue()) {
                TemporalAccessor parsed = parse(formatter, text);
                LocalDate date = parsed == null ? null : parsed.query(TemporalQueries.localDate());
                if (date != null) {
                    LocalTime time = parsed.query(TemporalQueries.localTime());
                    if (time != null || clock != null) {
                        return iso(parsed, date.atTime(time == null ? clock : time));
                    }
                    dateOnly = true;
                }
            }
        }
        if (patterns.isEmpty() || STORED.matcher(text).matches()) {
            return text;
        }
        throw new UnreadableTime(dateOnly);
    }

    /** A native time; a date alone stands for the time of day that the mapping names. */
    private String withClock(String text) {
        TemporalAccessor date = text.length() > LONGEST ? null : parse(NATIVE_DATE, text.replace('/', '-'));
        return date == null ? text : LocalDate.from(date).atTime(clock).toString();
    }

    private static String iso(TemporalAccessor parsed, LocalDateTime local) {
        ZoneId zone = parsed.query(TemporalQueries.zone());
        if (zone == null) {
            return local.toString();
        }
        ZoneOffset offset = zone.getRules().getOffset(local);
        return local.atOffset(offset).toString();
    }

    private static String serial(String text) {
        BigDecimal days = new BigDecimal(text.replace(',', '.'));
        LocalDate date = SERIAL_ZERO.plusDays(days.intValue());
        long seconds = days.remainder(BigDecimal.ONE)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return date.atStartOfDay().plusSeconds(seconds).toString();
    }

    private static TemporalAccessor parse(DateTimeFormatter formatter, String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return formatter.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Map<String, List<DateTimeFormatter>> formats(List<String> patterns) throws UnusableFormat {
        Map<String, List<DateTimeFormatter>> formats = new LinkedHashMap<>();
        for (String pattern : patterns) {
            boolean named = pattern.equals(ISO) || pattern.equals(EXCEL);
            formats.put(pattern, named ? List.of() : formatters(pattern));
        }
        return formats;
    }

    private static List<DateTimeFormatter> formatters(String pattern) throws UnusableFormat {
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (Locale locale : LOCALES) {
            formatters.add(formatter(pattern, locale));
        }
        TemporalAccessor probe = parse(formatters.get(0), formatters.get(0).format(PROBE));
        if (probe == null || probe.query(TemporalQueries.localDate()) == null) {
            throw new UnusableFormat(Fault.NO_DAY, pattern, "");
        }
        if (CLOCK.matcher(pattern.replaceAll("'[^']*'", "")).find()
                && probe.query(TemporalQueries.localTime()) == null) {
            throw new UnusableFormat(Fault.NO_CLOCK, pattern, "");
        }
        return formatters;
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) throws UnusableFormat {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(withProlepticYears(pattern))
                    .toFormatter(locale)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new UnusableFormat(Fault.NO_PATTERN, pattern, String.valueOf(e.getMessage()));
        }
    }

    // A strict year of era (y) would want to know the era.
    private static String withProlepticYears(String pattern) {
        if (pattern.indexOf('G') >= 0) {
            return pattern;
        }
        StringBuilder changed = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            changed.append(c == 'y' && !quoted ? 'u' : c);
        }
        return changed.toString();
    }

    /** Two formats must not read one text differently: which of them is meant cannot be told. */
    private void refuseAmbiguity() throws UnusableFormat {
        for (String one : formats.keySet()) {
            for (String text : probes(one)) {
                for (Map.Entry<String, List<DateTimeFormatter>> other : formats.entrySet()) {
                    for (DateTimeFormatter formatter : other.getValue()) {
                        TemporalAccessor parsed = parse(formatter, text);
                        LocalDate day = parsed == null ? null : parsed.query(TemporalQueries.localDate());
                        if (day != null && !day.equals(PROBE.toLocalDate())) {
                            throw new UnusableFormat(Fault.CONTRADICTION, other.getKey(), one);
                        }
                    }
                }
            }
        }
    }

    private List<String> probes(String pattern) {
        if (pattern.equals(ISO)) {
            return List.of("2003-04-05 06:07", "2003-04-05T06:07:08", "2003/04/05 06:07:08");
        }
        return formats.get(pattern).stream().map(f -> f.format(PROBE)).toList();
    }
}
