package id.patuh.bench.hand;

import id.patuh.bench.tables.Definitions;
import id.patuh.bench.tables.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Working time as sorted intervals. A limit is an amount of working milliseconds or, below zero, of working days. */
public final class Hours {

    static final long OFFSET = 7 * 3_600_000L;
    static final long DAY = 86_400_000L;

    private final long[] starts;
    private final long[] ends;
    /** Working time before each interval. */
    private final long[] before;

    private final int[] dayOfInterval;
    private final long[] workingDays;
    /** For each local day the first interval that ends after it begins. */
    private final int[] firstOfDay;

    private final long firstDay;
    final long coveredFrom;
    final long coveredUntil;

    /** The hours of the tables. */
    public Hours() throws IOException {
        // The first and the last row are the bounds of what is known.
        List<Map<String, String>> rows = Table.read(Definitions.FOLDER.resolve("hours.tsv"));
        int count = rows.size() - 2;
        coveredFrom = Long.parseLong(rows.get(0).get("start"));
        coveredUntil = Long.parseLong(rows.get(count + 1).get("finish"));
        starts = new long[count];
        ends = new long[count];
        before = new long[count + 1];
        dayOfInterval = new int[count];
        long[] days = new long[count];
        int known = 0;
        for (int i = 0; i < count; i++) {
            starts[i] = Long.parseLong(rows.get(i + 1).get("start"));
            ends[i] = Long.parseLong(rows.get(i + 1).get("finish"));
            before[i + 1] = before[i] + ends[i] - starts[i];
            long day = localDay(starts[i]);
            if (known == 0 || days[known - 1] != day) {
                days[known++] = day;
            }
            dayOfInterval[i] = known - 1;
        }
        workingDays = Arrays.copyOf(days, known);
        firstDay = localDay(coveredFrom);
        firstOfDay = new int[(int) (localDay(coveredUntil) - firstDay) + 1];
        for (int day = 0, i = 0; day < firstOfDay.length; day++) {
            while (i < count && ends[i] <= (firstDay + day) * DAY - OFFSET) {
                i++;
            }
            firstOfDay[day] = i;
        }
    }

    /** How a limit is written here. */
    public static long limit(long amount, String unit) {
        return switch (unit) {
            case "MENIT" -> amount * 60_000;
            case "JAM" -> amount * 3_600_000;
            case "HARI" -> -amount;
            case "MINGGU" -> -amount * 5;
            default -> throw new Uncovered("limit in " + unit);
        };
    }

    /** The day since 1970 in the office. */
    public static long localDay(long moment) {
        return Math.floorDiv(moment + OFFSET, DAY);
    }

    /** The last moment in time for what began then. */
    public long due(long start, long limit) {
        int interval = firstEndingAfter(start);
        if (interval == starts.length) {
            throw new Uncovered("time after the calendar");
        }
        long moved = Math.max(start, starts[interval]);
        if (limit < 0) {
            int day = dayOfInterval[interval] - (int) limit;
            if (day >= workingDays.length) {
                throw new Uncovered("limit after the calendar");
            }
            return moved + (workingDays[day] - localDay(moved)) * DAY;
        }
        long left = limit - (ends[interval] - moved);
        while (left > 0) {
            if (++interval == starts.length) {
                throw new Uncovered("limit after the calendar");
            }
            left -= ends[interval] - starts[interval];
        }
        return ends[interval] + left;
    }

    /** Working time between; 0 if the end is not after the due time. */
    public long overrun(long due, long end) {
        if (end <= due) {
            return 0;
        }
        if (end > coveredUntil) {
            throw new Uncovered("end after the calendar");
        }
        return workedUntil(end) - workedUntil(due);
    }

    private long workedUntil(long moment) {
        int interval = firstEndingAfter(moment);
        return interval == starts.length ? before[interval] : before[interval] + Math.max(0, moment - starts[interval]);
    }

    private int firstEndingAfter(long moment) {
        if (moment < coveredFrom || moment > coveredUntil) {
            throw new Uncovered("time outside the calendar");
        }
        int interval = firstOfDay[(int) ((moment + OFFSET) / DAY - firstDay)];
        while (interval < ends.length && ends[interval] <= moment) {
            interval++;
        }
        return interval;
    }
}
