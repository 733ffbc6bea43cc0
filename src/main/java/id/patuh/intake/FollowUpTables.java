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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The tables of one follow-up report: plan, realisation and what is still open, gathered from a file. */
final class FollowUpTables {

    private static final Set<String> TICKS = Set.of(
            "v", "x", "\u221a", "\u2713", "\u2714", "\u2611", "1", "ya", "yes", "y", "true", "*", "\u25cf", "\u2022");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Reading reading;
    private final SourceRow row;
    private final Cells head;
    private final List<PlanItem> plan = new ArrayList<>();
    private final List<Realisation> realisations = new ArrayList<>();
    private final List<OpenItem> open = new ArrayList<>();
    private final Map<TableKind, Integer> lost = new HashMap<>();

    /** @param head what the file says of the report as a whole, by fields of {@link Fields#FOLLOW_UP_HEAD} */
    FollowUpTables(Reading reading, SourceTable table, int line, Map<String, Letterhead.Entry> head) {
        this.reading = reading;
        SourceTable whole = new SourceTable(table.path(), table.sheet());
        String[] values = new String[head.size()];
        head.forEach((field, entry) -> values[whole.add(field, entry.label())] = entry.value());
        this.row = new SourceRow(whole, line, values);
        this.head = new Cells(reading, row, Map.of(), false);
    }

    TableReader.Rows rows(TableKind kind) {
        return switch (kind) {
            case PLAN -> new PlanRows();
            case REALISATIONS -> new ItemRows<>(kind, this::realisation, realisations);
            case OPEN -> new ItemRows<>(kind, this::openItem, open);
            default -> throw new IllegalArgumentException(kind + " is no table of a follow-up report");
        };
    }

    /** Adds the report to what was read. */
    void close() {
        Period period = head.read("period", Periods::parse);
        Dates signed = head.read("signedOn", Dates::parse);
        BigDecimal claimed = head.read("claimedPercent", Numbers::percent);
        reading.target.followUps.add(new FollowUpRecord(
                head.recorded("survey"),
                head.recorded("unit"),
                period,
                signed == null ? null : signed.first(),
                signed == null ? null : signed.last(),
                claimed,
                plan,
                realisations,
                open,
                new Lost(lost(TableKind.PLAN), lost(TableKind.REALISATIONS), lost(TableKind.OPEN)),
                row));
    }

    private int lost(TableKind kind) {
        return lost.getOrDefault(kind, 0);
    }

    private void lose(TableKind kind) {
        lost.merge(kind, 1, Integer::sum);
    }

    private Realisation realisation(Cells cells) {
        String activity = cells.recorded("plan");
        return new Realisation(
                null,
                activity == null ? null : withoutBullet(activity),
                cells.read("done", Words::done),
                cells.recorded("description"),
                cells.list("evidence"),
                cells.recorded("obstacle"),
                cells.row());
    }

    private OpenItem openItem(Cells cells) {
        return new OpenItem(
                cells.recorded("activity"),
                cells.recorded("strategy"),
                cells.recorded("target"),
                cells.recorded("owner"),
                cells.row());
    }

    /** Whether a cell is ticked. */
    static boolean isTick(String text) {
        return TICKS.contains(Wording.normalise(text).isEmpty() ? text : Wording.normalise(text));
    }

    private static String withoutBullet(String text) {
        return text.replaceFirst("^\\s*(?:[-\u2022\u2013*]|\\(?[a-z0-9]{1,2}[.)])\\s+", "")
                .strip();
    }

    /** Rows each of which is an item. */
    private final class ItemRows<T> implements TableReader.Rows {

        private final TableKind kind;
        private final Function<Cells, T> parser;
        private final List<T> items;

        ItemRows(TableKind kind, Function<Cells, T> parser, List<T> items) {
            this.kind = kind;
            this.parser = parser;
            this.items = items;
        }

        @Override
        public boolean read(Cells cells) {
            T item = parser.apply(cells);
            if (cells.failed()) {
                FollowUpTables.this.lose(kind);
                return false;
            }
            return items.add(item);
        }

        @Override
        public void lose(Integer line, String text) {
            FollowUpTables.this.lose(kind);
        }
    }

    /**
     * Rows of a plan. Number and unsur may be merged over several activities; these are then told apart by letters
     * (1a, 1b), as reports do when they speak of them.
     */
    private final class PlanRows implements TableReader.Rows {

        private final List<PlanItem> items = new ArrayList<>();
        private String number = "";
        private String element;

        @Override
        public boolean read(Cells cells) {
            String own = cells.recorded("id");
            String ownElement = cells.recorded("element");
            if (own != null) {
                number = own.replaceFirst("[.)]$", "");
                element = null;
            }
            element = ownElement != null ? ownElement : element;
            String activity = cells.required("activity");
            List<Quarter> quarters = quarters(cells);
            if (activity == null) {
                FollowUpTables.this.lose(TableKind.PLAN);
                return false;
            }
            return items.add(new PlanItem(
                    number, element, withoutBullet(activity), quarters, cells.recorded("owner"), cells.row()));
        }

        @Override
        public void lose(Integer line, String text) {
            FollowUpTables.this.lose(TableKind.PLAN);
        }

        @Override
        public void end() {
            Map<String, Integer> sharing = new HashMap<>();
            items.forEach(i -> sharing.merge(i.id(), 1, Integer::sum));
            Map<String, Integer> met = new HashMap<>();
            for (PlanItem i : items) {
                int place = met.merge(i.id(), 1, Integer::sum);
                boolean shared = sharing.get(i.id()) > 1 || i.id().isEmpty();
                String letter = place <= LETTERS.length() ? LETTERS.substring(place - 1, place) : "-" + place;
                String id = shared ? i.id() + letter : i.id();
                plan.add(new PlanItem(id, i.element(), i.activity(), i.quarters(), i.owner(), i.row()));
            }
        }

        /** Ticks in columns of quarters, or their names in one; null when what stands there cannot be read. */
        private List<Quarter> quarters(Cells cells) {
            List<Quarter> quarters = new ArrayList<>();
            boolean readable = true;
            for (int q = 1; q <= 4; q++) {
                String tick = cells.recorded("tw" + q);
                if (tick != null && isTick(tick)) {
                    quarters.add(new Quarter(q, null));
                } else if (tick != null) {
                    cells.rejectAlone("tw" + q, new Unreadable("tick-unreadable"));
                    readable = false;
                }
            }
            for (String written : cells.list("quarters")) {
                try {
                    quarters.add(Words.quarter(written));
                } catch (Unreadable e) {
                    cells.rejectAlone("quarters", e);
                    readable = false;
                }
            }
            return readable ? quarters : null;
        }
    }
}
