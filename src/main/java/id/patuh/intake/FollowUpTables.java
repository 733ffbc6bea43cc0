package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.Lost;
import id.patuh.skm.FollowUpRecord.OpenItem;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.skm.Period;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The tables of one follow-up report: plan, realisation and what is still open, gathered from a file. */
final class FollowUpTables implements FollowUpLists {

    private static final Set<String> TICKS = Set.of(
            "v", "x", "\u221a", "\u2713", "\u2714", "\u2611", "1", "ya", "yes", "y", "true", "*", "\u25cf", "\u2022",
            "\u2612");

    private final Reading reading;
    private final SourceRow row;
    private final Cells head;
    private final ItemNumbers planNumbers = new ItemNumbers();
    /** With null where one was lost; so below. */
    private final List<PlanItem> plan = new ArrayList<>();

    private final ItemNumbers realisedNumbers = new ItemNumbers();
    private final List<Realisation> realisations = new ArrayList<>();
    /** What the plan's own table says of its items, by their places in the plan. */
    private final Map<Integer, Realisation> ofPlan = new TreeMap<>();

    private final Set<TableKind> kinds = EnumSet.noneOf(TableKind.class);
    private boolean doneUntold;
    private final List<OpenItem> open = new ArrayList<>();
    private final Map<TableKind, Integer> lost = new HashMap<>();

    /** @param head what the file says of the report as a whole, by fields of {@link Fields#FOLLOW_UP_HEAD} */
    FollowUpTables(Reading reading, SourceTable table, int line, Map<String, Letterhead.Entry> head) {
        this.reading = reading;
        SourceTable whole = new SourceTable(table.path(), table.sheet());
        String[] values = new String[head.size()];
        int[] numbers = new int[head.size()];
        head.forEach((field, entry) -> {
            int column = whole.add(field, entry.label());
            values[column] = entry.value();
            numbers[column] = entry.row();
        });
        this.row = new SourceRow(whole, line, values, numbers);
        this.head = new Cells(reading, row, Map.of(), false);
    }

    @Override
    public Set<TableKind> kinds() {
        return kinds;
    }

    Rows rows(TableKind kind) {
        kinds.add(kind);
        return switch (kind) {
            case PLAN -> new PlanRows();
            case REALISATIONS -> new RealisationRows();
            case OPEN -> new OpenRows();
            default -> throw new IllegalArgumentException(kind + " is no table of a follow-up report");
        };
    }

    @Override
    public FollowUpRecord read() {
        Period period = head.read("period", Periods::parse);
        Dates signed = head.read("signedOn", Dates::parse);
        BigDecimal claimed = head.read("claimedPercent", Numbers::percent);
        return new FollowUpRecord(
                head.recorded("survey"),
                head.recorded("unit"),
                period,
                signed == null ? null : signed.first(),
                signed == null ? null : signed.last(),
                claimed,
                numbered(),
                realisedIn(planNumbers),
                kinds.contains(TableKind.REALISATIONS) && !doneUntold,
                open,
                new Lost(lost(TableKind.PLAN), lost(TableKind.REALISATIONS), lost(TableKind.OPEN)),
                row);
    }

    @Override
    public int headed() {
        return row.table().width();
    }

    @Override
    public ItemNumbers planNumbers() {
        return planNumbers;
    }

    @Override
    public List<Realisation> realisedIn(ItemNumbers planned) {
        List<Realisation> all = placed(planned);
        List<String> ids = planNumbers.ids();
        ofPlan.forEach((item, r) -> all.add(new Realisation(
                ids.get(item), r.activity(), r.done(), r.description(), r.evidence(), r.obstacle(), r.row())));
        return all;
    }

    private int lost(TableKind kind) {
        return lost.getOrDefault(kind, 0);
    }

    private void lose(TableKind kind) {
        lost.merge(kind, 1, Integer::sum);
    }

    private List<PlanItem> numbered() {
        List<String> ids = planNumbers.ids();
        List<PlanItem> numbered = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            PlanItem p = plan.get(i);
            if (p != null) {
                numbered.add(new PlanItem(ids.get(i), p.element(), p.activity(), p.quarters(), p.owner(), p.row()));
            }
        }
        return numbered;
    }

    /** Whether the cell of a quarter says that something is planned then. */
    static boolean isTick(String text) {
        String word = Wording.normalise(text);
        return TICKS.contains(word.isEmpty() ? text.strip() : word);
    }

    /** Whether the cell of a quarter is an empty box. */
    static boolean isEmptyBox(String text) {
        return text.strip().equals("\u2610");
    }

    /** The realisations, each with the plan's item that stands in the same place, where the two tables agree in that. */
    private List<Realisation> placed(ItemNumbers planned) {
        List<String> places = realisedNumbers.placesIn(planned);
        List<Realisation> placed = new ArrayList<>();
        for (int i = 0; i < realisations.size(); i++) {
            if (realisations.get(i) != null) {
                placed.add(realisations.get(i).at(places.get(i)));
            }
        }
        return placed;
    }

    /** A lost row keeps its place among those that share its number. */
    private <T> void lose(TableKind kind, ItemNumbers numbers, List<T> items, String text) {
        lose(kind);
        if (numbers.lose(text)) {
            items.add(null);
        }
    }

    /** Rows of realisations. A cell that lists several activities reports on each of them. */
    private final class RealisationRows implements Rows {

        @Override
        public boolean read(Cells cells) {
            realisedNumbers.begin(cells.recorded("id"));
            SourceTable table = cells.row().table();
            String activity = cells.recorded(table.has("plan") ? "plan" : "activity");
            doneUntold |= !saysDone(table);
            boolean[] unreadable = {false};
            Boolean done = done(cells, () -> unreadable[0] = true);
            if (cells.failed() || unreadable[0]) {
                lose(cells.row().number(), ItemNumbers.SAME);
                return false;
            }
            for (String item : activity == null ? Collections.<String>singletonList(null) : Markup.items(activity)) {
                realisedNumbers.add();
                realisations.add(new Realisation(
                        null,
                        item,
                        done,
                        cells.recorded("description"),
                        cells.list("evidence"),
                        cells.recorded("obstacle"),
                        cells.row()));
            }
            return true;
        }

        @Override
        public void lose(Integer line, String text) {
            FollowUpTables.this.lose(TableKind.REALISATIONS, realisedNumbers, realisations, text);
        }
    }

    /** Whether a table has a column that says what was done. */
    private static boolean saysDone(SourceTable table) {
        return table.has("done") || table.has("sudah") || table.has("belum");
    }

    /** Whether something is done, in words or by a tick below one of them; null when a row does not say or cannot be read. */
    private static Boolean done(Cells cells, Runnable unreadable) {
        Boolean done = null;
        for (String field : List.of("done", "sudah", "belum")) {
            Cells.Parser<Boolean> parser = field.equals("done") ? Words::done : text -> ticked(text, field);
            Boolean said = cells.readAlone(field, parser, unreadable);
            if (said != null && done != null && !said.equals(done)) {
                cells.rejectAlone(field, new Unreadable("done-contradicts"));
                unreadable.run();
                return null;
            }
            done = said == null ? done : said;
        }
        return done;
    }

    /** What a tick, or a word in its place, says in a column headed by that word. */
    private static Boolean ticked(String text, String column) throws Unreadable {
        boolean yes = column.equals("sudah");
        if (isEmptyBox(text)) {
            return null;
        }
        if (isTick(text)) {
            return yes;
        }
        Boolean said = Words.done(text);
        if (said != yes && !(yes && Wording.normalise(text).equals("belum"))) {
            throw new Unreadable("done-contradicts");
        }
        return said;
    }

    /** Rows of what is still open. */
    private final class OpenRows implements Rows {

        @Override
        public boolean read(Cells cells) {
            return open.add(new OpenItem(
                    cells.recorded("activity"),
                    cells.recorded("strategy"),
                    cells.recorded("target"),
                    cells.recorded("owner"),
                    cells.row()));
        }

        @Override
        public void lose(Integer line, String text) {
            FollowUpTables.this.lose(TableKind.OPEN);
        }
    }

    /**
     * Rows of a plan. Number and unsur may be merged over several activities, and a cell may list several; these are then
     * told apart by letters (1a, 1b), as reports do when they speak of them.
     */
    private final class PlanRows implements Rows {

        private final Rows reported = new RealisationRows();
        private final int planned = plan.size();
        private String element;

        @Override
        public boolean read(Cells cells) {
            if (isReport(cells.row().table())) {
                kinds.add(TableKind.REALISATIONS);
                return reported.read(cells);
            }
            String own = cells.recorded("id");
            String ownElement = cells.recorded("element");
            planNumbers.begin(own);
            if (own != null) {
                element = null;
            } else if (planNumbers.isUnknown()) {
                cells.reject("id", new Unreadable("value-missing"));
                lose(cells.row().number(), null);
                return false;
            }
            element = ownElement != null ? ownElement : element;
            String activities = cells.required("activity");
            List<Quarter> quarters = quarters(cells);
            if (activities == null) {
                lose(cells.row().number(), ItemNumbers.SAME);
                return false;
            }
            boolean[] unreadable = {false};
            Boolean done = done(cells, () -> unreadable[0] = true);
            if (unreadable[0]) {
                FollowUpTables.this.lose(TableKind.REALISATIONS);
            }
            for (String activity : Markup.items(activities)) {
                String number = planNumbers.add();
                report(activity, done, unreadable[0], cells);
                plan.add(new PlanItem(number, element, activity, quarters, cells.recorded("owner"), cells.row()));
            }
            return true;
        }

        /** Whether the table repeats the items of a plan above it to say what was done of them. */
        private boolean isReport(SourceTable table) {
            return planned > 0 && saysDone(table) && !hasQuarters(table) && !table.has("owner");
        }

        /** Notes what the plan's table says of an item. */
        private void report(String activity, Boolean done, boolean unreadable, Cells cells) {
            if (!saysDone(cells.row().table())) {
                return;
            }
            kinds.add(TableKind.REALISATIONS);
            if (!unreadable) {
                ofPlan.put(
                        plan.size(),
                        new Realisation(
                                null,
                                activity,
                                done,
                                cells.recorded("description"),
                                cells.list("evidence"),
                                cells.recorded("obstacle"),
                                cells.row()));
            }
        }

        private static boolean hasQuarters(SourceTable table) {
            return table.has("quarters") || IntStream.rangeClosed(1, 4).anyMatch(q -> table.has("tw" + q));
        }

        @Override
        public void lose(Integer line, String text) {
            FollowUpTables.this.lose(TableKind.PLAN, planNumbers, plan, text);
        }

        /** Ticks in columns of quarters, or words in one; null when they cannot be read or have no column. */
        private List<Quarter> quarters(Cells cells) {
            List<Quarter> quarters = new ArrayList<>();
            boolean readable = hasQuarters(cells.row().table());
            for (int q = 1; q <= 4; q++) {
                String tick = cells.recorded("tw" + q);
                if (tick != null && isTick(tick)) {
                    quarters.add(new Quarter(q, null));
                } else if (tick != null && !isEmptyBox(tick)) {
                    cells.rejectAlone("tw" + q, new Unreadable("tick-unreadable"));
                    readable = false;
                }
            }
            for (String written : cells.list("quarters")) {
                try {
                    quarters.addAll(Quarters.parse(written));
                } catch (Unreadable e) {
                    cells.rejectAlone("quarters", e);
                    readable = false;
                }
            }
            return readable ? quarters : null;
        }
    }
}
