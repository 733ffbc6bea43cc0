package id.patuh.intake;

import id.patuh.mapping.Transition;
import id.patuh.sop.ActivityRecord;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes activities of the events of a log, whatever format it is in. */
final class EventLog {

    private static final int MAX_LAYOUTS = 10_000;
    private static final int MAX_WORDS = 1_000;
    /** Of what one activity may have several; a list of anything else means nothing. */
    private static final Set<EventField> LISTS =
            EnumSet.of(EventField.ROLE, EventField.PERSON, EventField.INPUTS, EventField.OUTPUTS);

    private static final EventField[] OF_EVENTS = {EventField.ROLE, EventField.PERSON, EventField.DECISION};
    private static final EventField[] OF_CASES = {EventField.SOP, EventField.UNIT, EventField.NOTE};
    private static final EventField[] DOCUMENTS = {EventField.INPUTS, EventField.OUTPUTS};

    private final Reading reading;
    private final ActivityFields activities;
    private final SourceTable table;
    private final boolean mapped;
    private final EventKeys keys = new EventKeys();
    private final Classifiers classifiers = new Classifiers();
    private final int[] columns = new int[EventField.COUNT];
    private final Map<EventRow.Layout, EventRow.Layout> layouts = new HashMap<>();
    private final Map<String, Passed> passed = new LinkedHashMap<>();
    private final Map<String, Boolean> told = new HashMap<>();
    private String toldSop;
    private boolean rolesKnown;
    private boolean groupsTaken;
    private boolean any;
    private boolean anyInstant;
    /** Whether the log shows of anything when it began and when it ended. */
    private boolean anyLasting;

    // The row that is being put together.
    private final String[] values = new String[EventField.COUNT];
    private final String[] cellKeys = new String[EventField.COUNT];
    private final boolean[] ofLast = new boolean[EventField.COUNT];
    private Map<String, List<String>> lists = Map.of();
    private Map<String, String> texts = new HashMap<>();
    private EventRow.Layout layout = new EventRow.Layout(new String[0], new boolean[0]);

    private static final class Passed {
        private final int row;
        private final String key;
        private final Transition transition;
        private int count;

        Passed(LogEvent event) {
            row = event.row();
            key = event.key(EventField.TRANSITION);
            transition = event.transition();
        }
    }

    /**
     * @param caseKey the key under which a case's number is to be expected
     * @param stepKey the same for the step
     * @param timeKey the same for the time
     */
    EventLog(Reading reading, ActivityFields activities, String caseKey, String stepKey, String timeKey) {
        this.reading = reading;
        this.activities = activities;
        this.table = new SourceTable(reading.path, null);
        this.mapped = false;
        this.rolesKnown = reading.knows(Hindsight.Lesson.HAS_ROLES);
        Arrays.fill(columns, -1);
        add(EventField.CASE, caseKey);
        add(EventField.STEP, stepKey);
        add(EventField.START, timeKey);
        add(EventField.END, timeKey);
    }

    /**
     * For a table that is read by a mapping.
     *
     * @param table has a column for each field
     */
    EventLog(Reading reading, ActivityFields activities, SourceTable table) {
        this.reading = reading;
        this.activities = activities;
        this.table = table;
        this.mapped = true;
        this.rolesKnown = reading.knows(Hindsight.Lesson.HAS_ROLES);
        for (EventField field : EventField.values()) {
            columns[field.ordinal()] = table.column(field.field);
        }
    }

    EventKeys keys() {
        return keys;
    }

    /** How a field's column is headed. */
    String header(EventField field) {
        return table.header(field.field);
    }

    Classifiers classifiers() {
        return classifiers;
    }

    LogEvent event(int row) {
        any = true;
        return new LogEvent(row, classifiers);
    }

    /**
     * Adds an attribute to an event.
     *
     * @param items the items where it is a list by itself, else null
     */
    void add(LogEvent event, String key, String text, List<String> items) {
        if (!classifiers.isEmpty() && items == null && text != null) {
            int slot = classifiers.slot(key);
            if (slot >= 0) {
                event.classify(slot, text);
            }
        }
        EventKeys.Meaning meaning = keys.ofEvent(key);
        if (meaning != null) {
            add(event, meaning, text, items);
        }
    }

    /** Adds an attribute of which it is known what it means. */
    void add(LogEvent event, EventKeys.Meaning meaning, String text, List<String> items) {
        see(meaning);
        if (items != null && !LISTS.contains(meaning.field())) {
            return;
        }
        String key = meaning.key();
        String other = event.put(meaning, text, items);
        if (other == null) {
            return;
        }
        if (other.equals(key)) {
            reading.reject(event.row(), key, text, "key-duplicate");
            event.contradict(meaning.field());
        } else if (reading.first("column " + key)) {
            reading.reject(event.row(), key, null, "column-duplicate", "first", other);
        }
    }

    /** Counts an event whose transition makes no activity. */
    void pass(LogEvent event) {
        Transition transition = event.transition();
        anyLasting |= transition == Transition.START;
        if (transition != Transition.START && transition != Transition.COMPLETE) {
            String word = event.written(EventField.TRANSITION);
            String shown = passed.size() < MAX_WORDS || passed.containsKey(word) ? word : "…";
            passed.computeIfAbsent(shown, w -> new Passed(event)).count++;
        }
    }

    /** Whether it is clear which step an event means; where the SOP is not known any name will do. */
    boolean tells(LogEvent event, Attributes ofCase, Attributes ofLog) {
        String name = event.name();
        if (name == null) {
            return false;
        }
        String sop = firstText(EventField.SOP, event, ofCase, ofLog);
        if (!Objects.equals(sop, toldSop)) {
            toldSop = sop;
            told.clear();
        }
        Boolean known = event.hasOtherNames() ? null : told.get(name);
        if (known == null) {
            known = event.names().stream().anyMatch(n -> activities.tellsStep(n.text(), sop));
            if (!event.hasOtherNames() && told.size() < MAX_WORDS) {
                told.put(name, known);
            }
        }
        return known;
    }

    /**
     * Reads an activity.
     *
     * @param ofCase attributes of its case
     * @param ofLog attributes of the whole log
     */
    void read(Work work, Attributes ofCase, Attributes ofLog) {
        LogEvent first = work.first();
        if (work.state() == Work.State.ABORTED) {
            return;
        }
        LogEvent end = work.last() == null ? first : work.last();
        // In a table each row says which case it is of.
        Attributes numbered = mapped ? first : ofCase;
        if (work.state() == Work.State.LOST) {
            reading.count(InputFile.Kind.ACTIVITY_LOG, false);
            activities.lose(
                    numbered.text(EventField.CASE),
                    firstText(EventField.SOP, end, first, ofCase, ofLog),
                    firstText(EventField.UNIT, end, first, ofCase, ofLog),
                    reading.path,
                    first.row());
            return;
        }
        Arrays.fill(values, null);
        Arrays.fill(cellKeys, null);
        Arrays.fill(ofLast, false);
        lists = Map.of();
        texts = new HashMap<>();
        set(EventField.CASE, numbered, EventField.CASE, false);
        for (EventField field : OF_CASES) {
            setFirst(field, end, first, ofCase, ofLog);
        }
        for (EventField field : OF_EVENTS) {
            setFirst(field, end, first);
        }
        for (EventField field : DOCUMENTS) {
            setDocuments(field, end, first);
        }
        if (mapped) {
            setFirst(EventField.FIRST_STEP, end, first);
        }
        boolean instant = setTimes(work, first, end);
        anyInstant |= instant;
        anyLasting |= !instant;
        setStep(end, first);
        boolean failed = first.contradicts() || end.contradicts() || work.state() == Work.State.UNTOLD;
        Cells cells = cells(first, end, failed);
        boolean endless =
                work.state() == Work.State.DONE && (work.last() != null || first.text(EventField.TRANSITION) != null);
        if (endless && !instant && Words.notRecorded(cells.value("end"))) {
            cells.miss("end");
        }
        ActivityRecord activity = instant ? activities.readInstant(cells) : activities.read(cells);
        if (activity != null) {
            reading.target.activities.add(activity);
        }
        reading.count(InputFile.Kind.ACTIVITY_LOG, activity != null);
    }

    /** Counts work of a case that has no number. */
    void readNameless(Work work) {
        if (work.state() != Work.State.ABORTED) {
            reading.count(InputFile.Kind.ACTIVITY_LOG, false);
        }
    }

    /** Says what was passed over, and that there was nothing. */
    void end() {
        endTable();
        if (!any) {
            reading.reject(null, null, null, "log-empty");
        }
    }

    /** Says what was passed over. */
    void endTable() {
        if (anyInstant && !anyLasting) {
            // One time an activity says nothing of how long it took.
            table.alias(EventField.END.field, EventField.START.field);
        }
        passed.forEach((word, events) -> {
            Map<String, String> details = Map.of("transition", word, "count", "" + events.count);
            switch (events.transition) {
                case PASS -> reading.note("transition-passed-over", details);
                case ABORT -> reading.note("transition-aborted", details);
                default ->
                    reading.reject(
                            table.sheet(),
                            events.row,
                            events.key,
                            word,
                            new Unreadable("transition-unknown", "count", "" + events.count));
            }
        });
    }

    private Cells cells(LogEvent first, LogEvent end, boolean failed) {
        int width = table.width();
        EventRow.Layout found = layout(width);
        EventRow row = new EventRow(table, first.row(), end.row(), Arrays.copyOf(values, width), found);
        return new Cells(reading, row, lists, failed, mapped ? meanings(first, end) : null);
    }

    private Cells.Meanings meanings(LogEvent first, LogEvent end) {
        Set<String> unreadable = new HashSet<>();
        for (LogEvent event : List.of(first, end)) {
            for (EventField field : event.unreadable()) {
                unreadable.addAll(field == EventField.TIME ? List.of("start", "end") : List.of(field.field));
            }
        }
        return new Cells.Meanings(texts, unreadable);
    }

    // Mostly the layout of the row before.
    private EventRow.Layout layout(int width) {
        EventRow.Layout wanted = new EventRow.Layout(Arrays.copyOf(cellKeys, width), Arrays.copyOf(ofLast, width));
        if (!wanted.equals(layout)) {
            EventRow.Layout known = layouts.get(wanted);
            if (known == null && layouts.size() < MAX_LAYOUTS) {
                layouts.put(wanted, wanted);
            }
            layout = known == null ? wanted : known;
        }
        return layout;
    }

    /** Sets start and end; whether both are the same moment. */
    private boolean setTimes(Work work, LogEvent first, LogEvent end) {
        boolean open = work.state() == Work.State.OPEN;
        EventField ending = open || recorded(end, EventField.END) ? EventField.END : EventField.TIME;
        if (recorded(end, EventField.START)) {
            set(EventField.START, end, EventField.START, end != first);
        } else if (recorded(first, EventField.START)) {
            set(EventField.START, first, EventField.START, false);
        } else if (open || work.last() != null) {
            set(EventField.START, first, EventField.TIME, false);
        } else {
            set(EventField.START, first, ending, false);
            set(EventField.END, first, ending, false);
            return true;
        }
        set(EventField.END, end, ending, end != first);
        ofLast[column(EventField.END)] = end != first;
        return false;
    }

    private void setStep(LogEvent end, LogEvent first) {
        if (!first.hasOtherNames() && !end.hasOtherNames()) {
            set(EventField.STEP, first, EventField.STEP, false);
            return;
        }
        List<Classifiers.Name> names = new ArrayList<>(new LinkedHashSet<>(first.names()));
        if (names.isEmpty()) {
            return;
        }
        String sop = value(EventField.SOP);
        Classifiers.Name told = names.stream()
                .filter(name -> activities.tellsStep(name.text(), sop))
                .findFirst()
                .orElse(names.get(0));
        put(EventField.STEP, told.text(), told.text(), told.key(), false);
    }

    /** Documents of both events count, in one list. */
    private void setDocuments(EventField field, LogEvent end, LogEvent first) {
        setFirst(field, end, first);
        boolean both = end != first && end.text(field) != null && first.text(field) != null;
        if (both && !end.text(field).equals(first.text(field))) {
            String written = first.written(field) + "; " + end.written(field);
            put(field, first.text(field) + "; " + end.text(field), written, end.key(field), true);
        }
        if (first.items(field) != null || end.items(field) != null) {
            Set<String> items = new LinkedHashSet<>();
            addItems(items, first, field);
            addItems(items, end, field);
            lists = new HashMap<>(lists);
            lists.put(field.field, List.copyOf(items));
        }
    }

    private static void addItems(Set<String> items, LogEvent event, EventField field) {
        List<String> own = event.items(field);
        items.addAll(own == null ? Cells.split(event.text(field)) : own);
    }

    /** Takes a field from the first of several places that has it, or from the one with the better key. */
    private void setFirst(EventField field, Attributes... places) {
        Attributes best = null;
        for (Attributes place : places) {
            // Groups stand for roles only in logs that know no roles.
            boolean group = field == EventField.ROLE && rolesKnown && place.rank(field) == EventKeys.GROUP_RANK;
            if (place.text(field) != null && !group && (best == null || place.rank(field) < best.rank(field))) {
                best = place;
            }
        }
        if (best != null) {
            groupsTaken |= field == EventField.ROLE && best.rank(field) == EventKeys.GROUP_RANK;
            set(field, best, field, best == places[0] && places[0] != places[1]);
        }
    }

    private static String firstText(EventField field, Attributes... places) {
        for (Attributes place : places) {
            if (!Words.notRecorded(place.text(field))) {
                return place.text(field).strip();
            }
        }
        return null;
    }

    private void set(EventField field, Attributes place, EventField source, boolean last) {
        String text = place.text(source);
        if (text != null) {
            put(field, text, place.written(source), place.key(source), last);
        }
    }

    private void put(EventField field, String text, String written, String key, boolean last) {
        int column = column(field) < 0 ? add(field, key) : column(field);
        values[column] = reading.share(written);
        if (mapped) {
            texts.put(field.field, reading.share(text));
        }
        cellKeys[column] = key;
        ofLast[column] = last;
    }

    private String value(EventField field) {
        int column = column(field);
        return column < 0 ? null : values[column];
    }

    private int column(EventField field) {
        return columns[field.ordinal()];
    }

    private int add(EventField field, String key) {
        return columns[field.ordinal()] = table.add(field.field, key);
    }

    /** Notes what the log has, even if its values are blank. */
    private void see(EventKeys.Meaning meaning) {
        EventField field = meaning.field();
        if (field.compareTo(EventField.ROLE) >= 0 && field.compareTo(EventField.NOTE) <= 0 && column(field) < 0) {
            add(field, meaning.key());
        }
        if (field == EventField.ROLE && meaning.rank() < EventKeys.GROUP_RANK && !rolesKnown) {
            rolesKnown = true;
            if (groupsTaken) {
                reading.learn(Hindsight.Lesson.HAS_ROLES);
            }
        }
    }

    private static boolean recorded(LogEvent event, EventField field) {
        return !Words.notRecorded(event.text(field));
    }
}
