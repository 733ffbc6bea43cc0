package id.patuh.intake;

import id.patuh.mapping.FieldSource;
import id.patuh.mapping.Part;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Mentions;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rows of a mapped table that are events. Those of one case may stand anywhere in the table and in any order, so all are
 * held, in short, until the last has been seen; then the events of each case are put in order of time and paired.
 */
final class MappedEvents {

    private static final int LONGEST_TEXT = 1 << 12;
    /** Without them it cannot be told what an event means. */
    private static final Set<EventField> NEEDED = EnumSet.of(EventField.CASE, EventField.TIME, EventField.TRANSITION);

    private final Reading reading;
    private final ActivityFields activities;
    private final MappedHeader header;
    private final String sheet;
    private final Map<Part, Layout> layouts = new IdentityHashMap<>();
    private final Map<String, EventLog> logs = new LinkedHashMap<>();
    private final Map<String, CaseRows> cases = new LinkedHashMap<>();
    private final List<LostRow> lost = new ArrayList<>();
    private boolean rises;
    private boolean falls;
    private boolean over;

    /** Where the fields of a part come from, and what reads the activities that begin with it. */
    private record Layout(List<Source> sources, EventLog log) {}

    private record Source(FieldSource from, EventKeys.Meaning meaning) {
        EventField field() {
            return meaning.field();
        }
    }

    /**
     * An event in short.
     *
     * @param at its moment, or null
     * @param texts what the cells mean, by source; null where nothing is recorded or it cannot be read
     */
    private record Row(
            Layout layout, int number, Long at, String[] written, String[] texts, Set<EventField> unreadable) {

        String text(EventField field) {
            for (int i = 0; i < texts.length; i++) {
                if (layout.sources.get(i).field() == field) {
                    return texts[i];
                }
            }
            return null;
        }
    }

    private static final class CaseRows {
        private final List<Row> rows = new ArrayList<>();
        /** Rows of which no more is known than that they are of the case. */
        private final List<Integer> lost = new ArrayList<>();

        private Long last;
    }

    /** A row of which the case is not known; {@code at} and {@code text} may be null. */
    private record LostRow(int number, Long at, String text) {}

    /**
     * @param headerRow null where the table has none
     * @param recorded the only steps that the table can show, or null
     */
    MappedEvents(
            Reading reading,
            ActivityFields activities,
            List<Part> parts,
            MappedHeader header,
            String sheet,
            Integer headerRow,
            Set<String> recorded) {
        this.reading = reading;
        this.activities = activities;
        this.header = header;
        this.sheet = sheet;
        Map<String, SourceTable> tables = new LinkedHashMap<>();
        for (Part part : parts) {
            // Only what is known of a step at all can be missing of it.
            SourceTable table = tables.computeIfAbsent(
                    String.valueOf(part.step()), s -> new SourceTable(reading.path, sheet, headerRow));
            addColumns(table, part);
            if (recorded != null) {
                table.recordOnly(recorded);
            }
        }
        tables.forEach((step, table) -> logs.put(step, new EventLog(reading, activities, table)));
        for (Part part : parts) {
            List<Source> sources = new ArrayList<>();
            part.fields().forEach((field, from) -> sources.add(new Source(from, meaning(field, from))));
            layouts.put(part, new Layout(List.copyOf(sources), logs.get(String.valueOf(part.step()))));
        }
    }

    private void addColumns(SourceTable table, Part part) {
        part.fields().forEach((field, source) -> {
            if (!table.has(field)
                    && !field.equals("time")
                    && !field.equals("transition")
                    && !field.equals("instance")) {
                table.add(field, MappedCell.header(source, header));
            }
        });
        for (String field : List.of("start", "end")) {
            if (!table.has(field)) {
                table.add(field, MappedCell.header(part.fields().get("time"), header));
            }
        }
    }

    private EventKeys.Meaning meaning(String field, FieldSource from) {
        return new EventKeys.Meaning(
                MappedCell.header(from, header), EventField.valueOf(field.toUpperCase(Locale.ROOT)), 0);
    }

    /**
     * Takes an event.
     *
     * @param undecided whether it cannot be told if the row is one, which was rejected
     */
    void add(Part part, TableRow cells, int number, boolean undecided) {
        Layout layout = layouts.get(part);
        String[] written = new String[layout.sources.size()];
        String[] texts = new String[written.length];
        Set<EventField> unreadable = undecided ? EnumSet.of(EventField.TRANSITION) : Set.of();
        Long at = null;
        for (int i = 0; i < written.length; i++) {
            Source source = layout.sources.get(i);
            written[i] = shared(MappedCell.written(source.from, header, cells));
            try {
                String text = MappedCell.meaning(source.from, written[i]);
                if (NEEDED.contains(source.field()) && isMissing(source.field(), text)) {
                    boolean said = text == null && !Words.notRecorded(written[i]);
                    throw new Unreadable(said ? "value-untranslated" : "value-missing");
                }
                if (source.field() == EventField.TIME) {
                    at = activities.moment(text.strip());
                }
                texts[i] = shared(text);
            } catch (Unreadable e) {
                unreadable = unreadable.isEmpty() ? EnumSet.noneOf(EventField.class) : unreadable;
                unreadable.add(source.field());
                reject(number, source, written[i], e);
            }
        }
        boolean same = Arrays.equals(written, texts);
        Row row = new Row(layout, number, at, written, same ? written : texts, unreadable);
        String caseId = row.text(EventField.CASE);
        if (caseId == null) {
            reading.count(InputFile.Kind.ACTIVITY_LOG, false);
            activities.lose(null, row.text(EventField.SOP), row.text(EventField.UNIT), reading.path, number);
            lost.add(new LostRow(number, at, null));
            return;
        }
        CaseRows ofCase = caseOf(caseId);
        ofCase.rows.add(row);
        if (at != null) {
            rises |= ofCase.last != null && at > ofCase.last;
            falls |= ofCase.last != null && at < ofCase.last;
            ofCase.last = at;
        }
    }

    private static boolean isMissing(EventField field, String text) {
        return field == EventField.CASE ? text == null : Words.notRecorded(text);
    }

    private String shared(String text) {
        return text == null ? null : reading.share(text);
    }

    private void reject(int number, Source source, String written, Unreadable problem) {
        String column = source.meaning.key() == null ? source.field().field : source.meaning.key();
        // Several parts of a row may share a cell.
        if (reading.first("cell " + sheet + number + source.field().field + column + problem.reason())) {
            reading.reject(sheet, number, column, written, problem);
        }
    }

    private CaseRows caseOf(String caseId) {
        return cases.computeIfAbsent(caseId, c -> new CaseRows());
    }

    /**
     * Takes a row that may be any event of a case.
     *
     * @param caseId the case, or null
     * @param text what stands there where it could not be split into cells, or null
     */
    void lose(String caseId, int number, String text) {
        if (caseId == null) {
            lost.add(new LostRow(number, null, text == null || text.length() > LONGEST_TEXT ? null : text));
        } else {
            caseOf(caseId).lost.add(number);
        }
    }

    /**
     * Pairs the events and reads their activities.
     *
     * @param broken whether rows follow that cannot be read
     */
    void end(boolean broken) {
        if (over) {
            return;
        }
        over = true;
        // Where every case stands in order of time a row has its place even if its time is not known.
        boolean ordered = rises && !falls;
        long[] doubts = doubts(ordered);
        boolean allDoubted = doubts == null || broken && !ordered;
        cases.forEach((caseId, ofCase) -> {
            List<MappedEvent> events = new ArrayList<>();
            ofCase.rows.forEach(row -> events.add(event(row)));
            long[] ofCaseOnly = ofCase.lost.stream().mapToLong(n -> n).toArray();
            Owners owners = owners(events);
            for (List<MappedEvent> own : owners.events.values()) {
                CaseEvents pairs = new CaseEvents(own, ordered);
                if (ordered) {
                    pairs.doubt(ofCaseOnly);
                }
                if (doubts != null) {
                    pairs.doubt(doubts);
                }
                if (allDoubted || owners.untold || !ordered && ofCaseOnly.length > 0) {
                    pairs.doubtAll();
                }
                pairs.read(broken);
            }
        });
        cases.clear();
        logs.values().forEach(EventLog::endTable);
    }

    /** The places of the rows that may be of any case, by row or by moment; null where one has none. */
    private long[] doubts(boolean ordered) {
        Mentions mentions = new Mentions(Set.copyOf(cases.keySet()));
        List<Long> doubts = new ArrayList<>();
        boolean placed = true;
        for (LostRow row : lost) {
            Set<String> mentioned = row.at == null ? mentions.in(row.text) : Set.of();
            mentioned.forEach(caseId -> cases.get(caseId).lost.add(row.number));
            if (mentioned.isEmpty()) {
                placed &= ordered || row.at != null;
                doubts.add(ordered ? (Long) (long) row.number : row.at);
            }
        }
        return placed ? doubts.stream().mapToLong(d -> d).sorted().toArray() : null;
    }

    private MappedEvent event(Row row) {
        MappedEvent event = new MappedEvent(row.number, row.layout.log);
        for (int i = 0; i < row.texts.length; i++) {
            Source source = row.layout.sources.get(i);
            event.put(source.meaning, row.texts[i], MappedCell.items(source.from, row.texts[i]));
            event.write(source.field(), row.written[i]);
        }
        row.unreadable.forEach(event::miss);
        if (row.at != null) {
            event.place(new MappedEvent.Place(row.at, false));
        }
        if (!row.unreadable.contains(EventField.TRANSITION)) {
            logs.values().iterator().next().pass(event);
        }
        return event;
    }

    /**
     * The events of each case of one number: units number their cases on their own, and so do SOPs. One that says neither
     * is of the only case there is; where there are several it may be of any.
     */
    private static final class Owners {

        private final Map<List<String>, List<MappedEvent>> events = new LinkedHashMap<>();
        private boolean untold;
    }

    private Owners owners(List<MappedEvent> events) {
        Set<String> sops = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        for (MappedEvent event : events) {
            sops.add(sopOf(event));
            units.add(unitOf(event));
        }
        String onlySop = only(sops);
        String onlyUnit = only(units);
        Owners owners = new Owners();
        for (MappedEvent event : events) {
            List<String> owner = List.of(
                    sopOf(event).isEmpty() ? onlySop : sopOf(event),
                    unitOf(event).isEmpty() ? onlyUnit : unitOf(event));
            owners.events.computeIfAbsent(owner, o -> new ArrayList<>()).add(event);
            owners.untold |= isUntold(event, EventField.SOP, sops, owner.get(0))
                    | isUntold(event, EventField.UNIT, units, owner.get(1));
        }
        return owners;
    }

    private String sopOf(MappedEvent event) {
        return activities.canonicalSop(event.text(EventField.SOP));
    }

    private static String unitOf(MappedEvent event) {
        String unit = event.text(EventField.UNIT);
        return Words.notRecorded(unit) ? "" : Wording.normalise(unit);
    }

    /** The only name among them; empty where there are several. */
    private static String only(Set<String> names) {
        List<String> known = names.stream().filter(n -> !n.isEmpty()).limit(2).toList();
        return known.size() == 1 ? known.get(0) : "";
    }

    private boolean isUntold(MappedEvent event, EventField field, Set<String> names, String own) {
        boolean untold = own.isEmpty() && names.size() > 1;
        if (untold && !event.unreadable().contains(field)) {
            String column = event.log().header(field);
            reading.reject(sheet, event.row(), column, event.written(field), new Unreadable("value-missing"));
            event.miss(field);
        }
        return untold;
    }
}
