package id.patuh.intake;

import id.patuh.mapping.Transition;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** An event that is a row of a mapped table, with its place among those of its case. */
final class MappedEvent extends LogEvent {

    /** Without them it cannot be told which activity an event is of. */
    private static final Set<EventField> TELLING =
            EnumSet.of(EventField.SOP, EventField.STEP, EventField.UNIT, EventField.INSTANCE);

    private final EventLog log;
    private final Map<EventField, String> written = new EnumMap<>(EventField.class);
    private final Set<EventField> unreadable = EnumSet.noneOf(EventField.class);
    private Place place;
    private boolean told;

    /**
     * Where an event stands.
     *
     * @param at the moment
     * @param inherited whether that is only the moment of the event before it, after which it stands
     */
    record Place(long at, boolean inherited) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = Long.compare(at, other.at);
            return order == 0 ? Boolean.compare(inherited, other.inherited) : order;
        }
    }

    /** @param log what reads the activity that it begins */
    MappedEvent(int row, EventLog log) {
        super(row, log.classifiers());
        this.log = log;
    }

    EventLog log() {
        return log;
    }

    /** Null where it has none. */
    Place place() {
        return place;
    }

    void place(Place at) {
        place = at;
    }

    /** Notes what stands in the cells of a field, whatever it means. */
    void write(EventField field, String text) {
        if (text != null) {
            written.put(field, text);
        }
    }

    /** Notes that the cells of a field cannot be read. */
    void miss(EventField field) {
        contradict(field);
        unreadable.add(field);
    }

    @Override
    String written(EventField field) {
        return written.getOrDefault(field, text(field));
    }

    @Override
    Set<EventField> unreadable() {
        return unreadable;
    }

    /** A transition that cannot be read is unknown, which casts doubt on its own activity only. */
    @Override
    boolean isDoubtful() {
        return unreadable.stream().anyMatch(TELLING::contains);
    }

    @Override
    Transition transition() {
        return unreadable.contains(EventField.TRANSITION) ? Transition.UNKNOWN : super.transition();
    }

    /** Whether it is clear which step it means. */
    boolean isTold() {
        return told;
    }

    void tell(boolean clear) {
        told = clear;
    }

    /**
     * Its order among the events of one moment. What begins work stands first, since work may take no time; what cannot be
     * told may have ended that, or begun what ends then.
     */
    int rank() {
        if (place.inherited()) {
            return 0;
        }
        if (isDoubtful() || !told) {
            return 1;
        }
        return switch (transition()) {
            case START -> 0;
            case COMPLETE, ABORT -> 2;
            default -> 1;
        };
    }
}
