package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.violation.SourceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads rows of an activity log. */
final class ActivityFields {

    // Logs repeat few texts a million times; a hostile one must not fill the memory with different ones.
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_TEXT = 1 << 12;

    private final Sops sops;
    private final ZoneId zone;
    private final String defaultSop;
    private final Times times;
    private final Consumer<LostActivity> lost;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> steps = new HashMap<>();
    private String lastCited;
    private LocalDate lastDay;
    private Optional<Sop> lastSop = Optional.empty();

    /**
     * @param orderDoubtful whether dates that could have the day first or the month first are refused
     * @param lost told of rows that cannot be read
     */
    ActivityFields(Intake.Options options, Sops sops, boolean orderDoubtful, Consumer<LostActivity> lost) {
        this.sops = sops;
        this.zone = options.zone();
        this.defaultSop = options.defaultSop();
        this.times = new Times(zone, orderDoubtful);
        this.lost = lost;
    }

    boolean hasDefaultSop() {
        return defaultSop != null;
    }

    /** The moment that a text means. */
    long moment(String text) throws Unreadable {
        return times.parse(text);
    }

    /** Takes note of what the dates read tell of the others. */
    void learn(Reading reading) {
        if (times.isMonthFirst() && times.hasEitherOrder()) {
            reading.learn(Hindsight.Lesson.MONTH_FIRST);
        }
    }

    /** One name for every way of citing an SOP; null stands for that of rows that cite none. */
    String canonicalSop(String cited) {
        String sop = Words.notRecorded(cited) ? defaultSop : cited;
        return sop == null ? "" : sops.canonical(sop);
    }

    /** The activity; null when a cell cannot be read, which the row then tells. */
    ActivityRecord read(Cells cells) {
        String caseId = cells.required("case");
        Long start = cells.require("start", times::parse);
        Long end = cells.read("end", times::parse);
        if (start != null && end != null && end < start && times.later() >= start) {
            // The clock was set back in between.
            end = times.later();
        }
        return read(cells, caseId, start, end);
    }

    /** The activity of a row of which only the start is known: it ended at the same moment. */
    ActivityRecord readInstant(Cells cells) {
        String caseId = cells.required("case");
        Long moment = cells.require("start", times::parse);
        return read(cells, caseId, moment, moment);
    }

    /**
     * Whether a text tells a step.
     *
     * @param cited the SOP that its row cites, or null
     * @param start the row's start as written, or null
     */
    boolean tellsStep(String written, String cited, String start) {
        String sop = Words.notRecorded(cited) ? defaultSop : cited.strip();
        if (sop == null || Sop.stepNumber(written) != null) {
            return true;
        }
        Long moment = null;
        try {
            moment = start == null ? null : times.parse(start.strip());
        } catch (Unreadable e) {
            // Then the row is lost anyway.
            moment = null;
        }
        Optional<Sop> found = find(sop, day(moment));
        return found.isEmpty() || steps.containsKey(written) || sops.hasStep(sop, written);
    }

    /** Whether a text is the title of a step of any SOP. */
    boolean isTitle(String text) {
        return sops.all().stream().anyMatch(sop -> sops.hasStep(sop.id(), text));
    }

    /** Whether a text cites an SOP of the rule set. */
    boolean knowsSop(String cited) {
        return find(cited, day(null)).isPresent();
    }

    private ActivityRecord read(Cells cells, String caseId, Long start, Long end) {
        String sop = cells.recorded("sop");
        if (sop == null) {
            sop = defaultSop;
        }
        if (sop == null) {
            cells.reject("sop", new Unreadable("sop-missing"));
        }
        String step = cells.required("step");
        if (step != null && sop != null) {
            step = stepNumber(cells, step, sop, start);
        }
        ActivityRecord.Outcome decision = cells.read("decision", Words::decision);
        if (cells.failed()) {
            lose(cells, caseId, sop);
            return null;
        }
        return new ActivityRecord(
                caseId,
                sop,
                step,
                cells.recorded("role"),
                cells.recorded("person"),
                start,
                end == null ? ActivityRecord.RUNNING : end,
                documents(cells, "inputs"),
                documents(cells, "outputs"),
                decision,
                cells.recorded("unit"),
                cells.row());
    }

    /** Notes that a row was lost of which no more than case, SOP and unit can be told. */
    void lose(Cells cells) {
        String sop = cells.recorded("sop");
        lose(cells, cells.recorded("case"), sop == null ? defaultSop : sop);
    }

    private void lose(Cells cells, String caseId, String sop) {
        SourceRow row = cells.row();
        lost.accept(new LostActivity(
                caseId, sop, cells.recorded("unit"), null, row.table().path(), row.number()));
    }

    /**
     * Notes that a row was lost before it could be split into cells.
     *
     * @param row its number, or null for all that would have followed where the file breaks off
     * @param text what stands there, or null
     */
    void lose(String path, Integer row, String text) {
        String kept = text == null || text.length() > LONGEST_TEXT ? null : text;
        lost.accept(new LostActivity(null, null, null, kept, path, row));
    }

    /** Notes that an activity of a known case was lost. */
    void lose(String caseId, String sop, String unit, String path, int row) {
        lost.accept(new LostActivity(caseId, sop == null ? defaultSop : sop, unit, null, path, row));
    }

    private List<String> documents(Cells cells, String field) {
        return cells.hasOwnList(field) ? cells.list(field) : split(cells.value(field));
    }

    private List<String> split(String text) {
        if (text == null) {
            return List.of();
        }
        List<String> items = lists.get(text);
        if (items == null) {
            items = Cells.split(text);
            remember(lists, text, items);
        }
        return items;
    }

    private String stepNumber(Cells cells, String written, String cited, Long start) {
        Optional<Sop> sop = find(cited, day(start));
        if (sop.isEmpty()) {
            return written;
        }
        String known = steps.get(written);
        if (known != null) {
            return known;
        }
        Integer number = Sop.stepNumber(written);
        // Which revision a title is looked up in is for the case to say.
        if (number == null && !sops.hasStep(cited, written)) {
            cells.reject(
                    "step", new Unreadable("step-unreadable", "sop", sop.get().id()));
            return null;
        }
        String step = number == null ? written : number.toString();
        remember(steps, written, step);
        return step;
    }

    // Without a start the latest revision is asked: the row is lost anyway, only its other faults are wanted.
    private LocalDate day(Long start) {
        return start == null
                ? LocalDate.of(Times.LAST_YEAR, 12, 31)
                : LocalDate.ofInstant(Instant.ofEpochMilli(start), zone);
    }

    private Optional<Sop> find(String cited, LocalDate day) {
        if (!cited.equals(lastCited) || !day.equals(lastDay)) {
            Optional<Sop> found = sops.find(cited, day);
            if (found.orElse(null) != lastSop.orElse(null)) {
                steps.clear();
            }
            lastCited = cited;
            lastDay = day;
            lastSop = found;
        }
        return lastSop;
    }

    private static <T> void remember(Map<String, T> memory, String text, T meaning) {
        if (memory.size() < REMEMBERED) {
            memory.put(text, meaning);
        }
    }
}
