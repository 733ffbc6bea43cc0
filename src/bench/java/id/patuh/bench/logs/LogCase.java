package id.patuh.bench.logs;

import id.patuh.bench.logs.SopTexts.StepTexts;
import id.patuh.law.Clock;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.Sop;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A case that follows its SOP to the letter, with legal rework, or departs from it in exactly one way. Case {@code k} is
 * a function of seed and {@code k} alone, whatever was made before it. One object makes one case after the other.
 */
final class LogCase {

    /** The moment of the check for which the cases are made. */
    static final LocalDateTime AS_OF = LocalDateTime.of(2026, 11, 20, 23, 59, 59);

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);
    static final long RUNNING = Long.MAX_VALUE;
    private static final byte[] NOTHING = {};
    private static final byte[] APPROVE = SopTexts.cell("setuju");
    private static final byte[] REVISE = SopTexts.cell("perlu perbaikan");
    private static final byte[] STRANGER = SopTexts.cell("Juru Parkir");
    private static final byte[] STRANGE_STEP = SopTexts.cell("99");
    private static final byte[] STRANGE_SOP = SopTexts.cell("B999");
    private static final int MOST_ROWS = 256;
    private static final int PERSONS_PER_ROLE = 8;
    private static final long MINUTE = 60_000;
    private static final long WEEK = 7 * 24 * 60 * MINUTE;

    private final SopTexts[] sops;
    private final byte[][] units = Units.cells();
    private final long seed;
    private final int defectsPerMille;
    private final int openPerMille;
    private final long firstBegin = millis(LocalDateTime.of(2025, 3, 1, 0, 0));
    private final long firstOpen = millis(LocalDateTime.of(2026, 11, 16, 0, 0));
    private final long lastStart = millis(LocalDateTime.of(2026, 11, 20, 16, 15));
    private final long future = millis(LocalDateTime.of(2026, 11, 23, 8, 0));

    long number;
    int rows;
    byte[] unit;
    final byte[][] cited = new byte[MOST_ROWS][];
    final byte[][] step = new byte[MOST_ROWS][];
    final byte[][] role = new byte[MOST_ROWS][];
    final int[] person = new int[MOST_ROWS];
    final long[] start = new long[MOST_ROWS];
    final long[] end = new long[MOST_ROWS];
    final byte[][] inputs = new byte[MOST_ROWS][];
    final byte[][] outputs = new byte[MOST_ROWS][];
    final byte[][] decision = new byte[MOST_ROWS][];
    /** What must be found, and where; null in a clean case or where it is of the case as a whole. */
    Defect defect;

    String foundAt;

    private long random;
    private SopTexts sop;
    private StepTexts victim;
    private int unitNumber;
    private long now;
    private boolean open;
    private int reworkLeft;

    LogCase(
            List<Sop> sops,
            Function<String, WorkingCalendar> calendars,
            long seed,
            int defectsPerMille,
            int openPerMille) {
        this.sops = sops.stream()
                .map(s -> new SopTexts(s, calendars.apply(s.calendar())))
                .toArray(SopTexts[]::new);
        this.seed = seed;
        this.defectsPerMille = defectsPerMille;
        this.openPerMille = openPerMille;
    }

    /** Makes a case. */
    void make(long k) {
        number = k;
        random = seed * 0x9E3779B97F4A7C15L ^ k * 0xD1B54A32D192ED03L;
        rows = 0;
        foundAt = null;
        reworkLeft = 2;
        unitNumber = below(units.length);
        unit = units[unitNumber];
        sop = sops[below(sops.length)];
        int fate = below(1000);
        defect = fate < defectsPerMille ? defect() : null;
        open = defect == null ? fate >= 1000 - openPerMille : defect.isOpen();
        StepTexts[] able = defect == null ? sop.ableOpen : sop.able.get(defect);
        victim = defect == null && !open ? null : able[below(able.length)];
        begin();
        int position = 0;
        while (position < sop.steps.length) {
            StepTexts next = sop.steps[position];
            if (open && next == victim) {
                stop(next);
                return;
            }
            position = take(next);
        }
        if (defect == Defect.STEP_UNKNOWN) {
            add(STRANGE_STEP, sop.steps[0].executors[0], 0, now, now, NOTHING, NOTHING, NOTHING);
            foundAt = "99";
        } else if (defect == Defect.SOP_UNKNOWN) {
            Arrays.fill(cited, 0, rows, STRANGE_SOP);
            foundAt = null;
        }
    }

    /** A defect that the SOP has a place for. */
    private Defect defect() {
        while (true) {
            Defect any = Defect.ALL[below(Defect.ALL.length)];
            if (sop.able.get(any).length > 0) {
                return any;
            }
        }
    }

    private void begin() {
        if (defect == Defect.SOP_NOT_IN_FORCE) {
            now = at(sop.inForce - 1, 15 * 60);
        } else if (open) {
            now = sop.calendar.nextWorkingMoment(firstOpen + below(4 * 24 * 60) * MINUTE);
        } else {
            now = sop.calendar.nextWorkingMoment(firstBegin + below(560_000) * MINUTE);
        }
    }

    /** Does a step; gives the position of the next. */
    private int take(StepTexts next) {
        boolean hit = next == victim && defect != null;
        if (next.optional && below(3) == 0) {
            // Who is not assigned does not go: optional steps that follow each other are left out together.
            int position = next.position;
            while (sop.steps[position].optional) {
                position++;
            }
            return position;
        }
        if (hit && defect == Defect.STEP_MISSING) {
            foundAt = next.number;
            return next.position + 1;
        }
        if (next.decision && !open && reworkLeft > 0 && !nearVictim(next) && below(3) == 0) {
            reworkLeft--;
            perform(next, REVISE, false);
            return next.revise;
        }
        if (hit && defect == Defect.APPROVAL_BYPASSED) {
            perform(next, REVISE, false);
            foundAt = sop.steps[next.position + 1].number;
            return next.position + 1;
        }
        for (int i = hit && defect == Defect.REWORK_EXCESSIVE ? 4 : 1; i > 0; i--) {
            perform(next, next.decision ? APPROVE : NOTHING, hit);
        }
        return next.position + 1;
    }

    /** Rework would repeat the defect of a step that is done again. */
    private boolean nearVictim(StepTexts approval) {
        return defect != null && victim.position >= approval.revise && victim.position <= approval.position + 1;
    }

    private void perform(StepTexts next, byte[] outcome, boolean hit) {
        long begun = hit && defect == Defect.STEP_OUT_OF_ORDER ? end[rows - 1] - MINUTE : now;
        long ended = ended(next, begun);
        byte[] using = any(next.allInputs);
        byte[] yielding = outcome == REVISE ? NOTHING : any(next.allOutputs);
        int executor = below(next.executors.length);
        byte[] by = next.executors[executor];
        int who = person(next, executor);
        if (hit) {
            foundAt = defect == Defect.APPROVAL_BYPASSED ? foundAt : next.number;
            switch (defect) {
                case STEP_LATE -> ended = sop.calendar.nextWorkingMoment(due(next, begun)) + MINUTE;
                case STEP_WRONG_EXECUTOR -> by = STRANGER;
                case STEP_INPUT_MISSING -> using = allButOne(next.inputs);
                case STEP_OUTPUT_MISSING -> yielding = allButOne(next.outputs);
                case DECISION_MISSING -> outcome = NOTHING;
                case TIME_REVERSED -> ended = begun - 10 * MINUTE;
                case SAME_PERSON_APPROVES -> who = person[rows - 1];
                case DOCUMENT_NAME_DRIFT -> using = next.drifting;
                default -> {}
            }
        }
        add(next.no, by, who, begun, ended, using, yielding, outcome);
        now = defect == Defect.SOP_NOT_IN_FORCE && next.position == 0 && rows == 1
                ? at(sop.inForce, 7 * 60 + 30)
                : Math.max(now, ended);
        if (!open) {
            long pause = below(4) == 0 ? 0 : below(10 * 60) * MINUTE;
            now = sop.calendar.nextWorkingMoment(now + pause);
        }
    }

    /** When a step ends that keeps its limit: one in four exactly when it is due; always after it began. */
    private long ended(StepTexts next, long begun) {
        if (open || next.limit == null) {
            return begun + MINUTE;
        }
        long span = (due(next, begun) - begun) / MINUTE;
        return begun + MINUTE * (below(4) == 0 ? span : 1 + below((int) span));
    }

    private long due(StepTexts next, long begun) {
        return sop.calendar.due(begun, next.limit, Clock.WORKING);
    }

    /** Where an open case stands at the moment of the check. */
    private void stop(StepTexts at) {
        long begun = lastStart;
        if (defect == Defect.CASE_STALLED) {
            shift(WEEK * (7 + below(60)));
            return;
        }
        if (defect == Defect.TIME_IN_FUTURE) {
            begun = future;
        } else if (defect == Defect.STEP_OVERDUE) {
            long earlier = WEEK * (15 + below(52));
            shift(earlier);
            begun -= earlier;
        }
        foundAt = defect == null ? null : at.number;
        int executor = below(at.executors.length);
        add(at.no, at.executors[executor], person(at, executor), begun, RUNNING, any(at.allInputs), NOTHING, NOTHING);
    }

    private void shift(long earlier) {
        for (int i = 0; i < rows; i++) {
            start[i] -= earlier;
            end[i] -= earlier;
        }
    }

    private byte[] allButOne(List<List<String>> documents) {
        List<List<String>> fewer = new ArrayList<>(documents);
        fewer.remove(below(fewer.size()));
        return any(SopTexts.combinations(fewer));
    }

    /** Nobody has two roles. */
    private int person(StepTexts next, int executor) {
        int roleHash = Arrays.hashCode(next.executors[executor]) & 0xffff;
        return (unitNumber * 0x10000 + roleHash) * PERSONS_PER_ROLE + below(PERSONS_PER_ROLE);
    }

    private void add(
            byte[] no, byte[] by, int who, long begun, long ended, byte[] using, byte[] yielding, byte[] outcome) {
        cited[rows] = sop.citations[below(2)];
        step[rows] = no;
        role[rows] = by;
        person[rows] = who;
        start[rows] = begun;
        end[rows] = ended;
        inputs[rows] = using;
        outputs[rows] = yielding;
        decision[rows] = outcome;
        rows++;
    }

    private byte[] any(byte[][] texts) {
        return texts.length == 1 ? texts[0] : texts[below(texts.length)];
    }

    /** A number from 0, below the bound (SplitMix64). */
    private int below(int bound) {
        random += 0x9E3779B97F4A7C15L;
        long z = random;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (int) ((z >>> 32) * bound >>> 32);
    }

    private static long at(long day, int minute) {
        return millis(LocalDate.ofEpochDay(day).atStartOfDay().plusMinutes(minute));
    }

    private static long millis(LocalDateTime local) {
        return local.toInstant(OFFSET).toEpochMilli();
    }
}
