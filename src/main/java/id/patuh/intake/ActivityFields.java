package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.ActivityRecord.Outcome;
import id.patuh.sop.LostActivity;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.violation.SourceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Reads rows of an activity log. */
final class ActivityFields {

    /** In place of a moment. */
    private static final long NONE = Long.MIN_VALUE;

    private static final int MOST_TITLES = 10_000;
    private static final int LONGEST_TEXT = 1 << 12;

    private final Sops sops;
    private final ZoneId zone;
    private final String defaultSop;
    private final Times times;
    private final Consumer<LostActivity> lost;
    private final FieldPlace atCase = new FieldPlace("case");
    private final FieldPlace atPerson = new FieldPlace("person");
    private final FieldPlace atUnit = new FieldPlace("unit");
    private final FieldPlace atStart = new FieldPlace("start");
    private final FieldPlace atEnd = new FieldPlace("end");
    private final Remembered<String, Outcome> decisions = new Remembered<>();
    private final Cells.Parser<Outcome> decision = this::decision;
    private final ActivityKinds kinds = new ActivityKinds();
    private final Remembered<String, String> steps = new Remembered<>();
    private final Remembered<String, Citation> citations = new Remembered<>();

    /**
     * What is known of an SOP as a log cites it.
     *
     * @param titles those of its steps that were met
     */
    private record Citation(boolean known, Set<String> titles) {}

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

    /** What reads moments in the spelling of nearly all logs. */
    PlainTimes plainTimes() {
        return times.plain();
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
        String caseId = cells.required(atCase);
        long start = moment(cells, atStart, cells.required(atStart));
        long end = moment(cells, atEnd, cells.recorded(atEnd));
        if (start != NONE && end != NONE && end < start && times.later() >= start) {
            // The clock was set back in between.
            end = times.later();
        }
        return read(cells, caseId, start, end);
    }

    /** The activity of a row of which only the start is known: it ended at the same moment. */
    ActivityRecord readInstant(Cells cells) {
        String caseId = cells.required(atCase);
        long at = moment(cells, atStart, cells.required(atStart));
        return read(cells, caseId, at, at);
    }

    /** The moment that a cell's text means; {@link #NONE} for no text and for an unreadable one, which is rejected. */
    private long moment(Cells cells, FieldPlace at, String text) {
        try {
            return text == null ? NONE : times.parse(text);
        } catch (Unreadable e) {
            cells.reject(at.field, e);
            return NONE;
        }
    }

    /**
     * Whether a text tells a step.
     *
     * @param cited the SOP that its row cites, or null
     */
    boolean tellsStep(String written, String cited) {
        String sop = Words.notRecorded(cited) ? defaultSop : cited.strip();
        return sop == null || !citation(sop).known() || step(written, sop) != null;
    }

    /** Whether a text is the title of a step of any SOP. */
    boolean isTitle(String text) {
        return sops.all().stream().anyMatch(sop -> sops.hasStep(sop.id(), text));
    }

    /** Whether a text cites an SOP of the rule set. */
    boolean knowsSop(String cited) {
        return citation(cited).known();
    }

    private ActivityRecord read(Cells cells, String caseId, long start, long end) {
        ActivityKind kind = kinds.of(cells);
        if (kind == null) {
            kind = kind(cells, start);
        }
        if (cells.failed()) {
            lose(cells);
            return null;
        }
        return new ActivityRecord(
                caseId,
                kind,
                cells.recorded(atPerson),
                cells.recorded(atUnit),
                start,
                end == NONE ? ActivityRecord.RUNNING : end,
                cells.row());
    }

    /** What the row's cells say but for case, person, unit and times; null when one of them cannot be read. */
    private ActivityKind kind(Cells cells, long start) {
        String sop = sop(cells);
        if (sop == null) {
            cells.reject("sop", new Unreadable("sop-missing"));
        }
        String step = cells.required("step");
        if (step != null && sop != null) {
            step = stepNumber(cells, step, sop, start);
        }
        Outcome decided = cells.read("decision", decision);
        if (cells.failed()) {
            return null;
        }
        return kinds.put(
                cells,
                new ActivityKind(
                        sop, step, cells.recorded("role"), cells.list("inputs"), cells.list("outputs"), decided));
    }

    private String sop(Cells cells) {
        String sop = cells.recorded("sop");
        return sop == null ? defaultSop : sop;
    }

    /** Notes that a row was lost of which no more than case, SOP and unit can be told. */
    void lose(Cells cells) {
        SourceRow row = cells.row();
        lost.accept(new LostActivity(
                cells.recorded("case"),
                sop(cells),
                cells.recorded("unit"),
                null,
                row.table().path(),
                row.number()));
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

    private Outcome decision(String text) throws Unreadable {
        Outcome meant = decisions.of(text);
        return meant != null ? meant : decisions.put(text, Words.decision(text));
    }

    private String stepNumber(Cells cells, String written, String cited, long start) {
        if (!citation(cited).known()) {
            return written;
        }
        String step = step(written, cited);
        if (step == null) {
            String sop = sops.find(cited, day(start)).orElseThrow().id();
            cells.reject("step", new Unreadable("step-unreadable", "sop", sop));
        }
        return step;
    }

    /** The step's number or title; null where the SOP has no such step in any revision. */
    private String step(String written, String cited) {
        String known = steps.of(written);
        if (known != null) {
            return known;
        }
        Integer number = Sop.stepNumber(written);
        if (number != null) {
            return steps.put(written, number.toString());
        }
        // Which revision a title is looked up in is for the case to say.
        Set<String> titles = citation(cited).titles();
        if (titles.contains(written)) {
            return written;
        }
        if (!sops.hasStep(cited, written)) {
            return null;
        }
        if (titles.size() < MOST_TITLES) {
            titles.add(written);
        }
        return written;
    }

    private Citation citation(String cited) {
        Citation known = citations.of(cited);
        return known != null ? known : citations.put(cited, new Citation(sops.knows(cited), new HashSet<>()));
    }

    // Without a start the latest revision is asked: the row is lost anyway, only its other faults are wanted.
    private LocalDate day(long start) {
        return start == NONE
                ? LocalDate.of(Times.LAST_YEAR, 12, 31)
                : LocalDate.ofInstant(Instant.ofEpochMilli(start), zone);
    }
}
