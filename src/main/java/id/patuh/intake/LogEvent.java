package id.patuh.intake;

import id.patuh.mapping.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An event of a log: something that happened to a case at one moment. */
class LogEvent extends Attributes {

    private final int row;
    private final Classifiers classifiers;
    private String[] classified;
    private boolean doubtful;

    /** @param row where it stands */
    LogEvent(int row, Classifiers classifiers) {
        this.row = row;
        this.classifiers = classifiers;
    }

    int row() {
        return row;
    }

    /** Keeps what classifiers need. */
    void classify(int slot, String text) {
        if (classified == null) {
            classified = new String[classifiers.size()];
        }
        if (classified[slot] == null) {
            classified[slot] = text;
        }
    }

    /** Notes which attribute contradicts itself. */
    void contradict(EventField field) {
        contradict();
        doubtful |= field == EventField.STEP || field == EventField.TRANSITION || field == EventField.INSTANCE;
    }

    /** Notes that something of it cannot be read. */
    void doubt() {
        contradict();
        doubtful = true;
    }

    /** Whether it is not even clear what it may have begun or ended. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** The text that tells activities apart; null when the event names none. */
    String name() {
        String name = text(EventField.STEP);
        if (name != null) {
            return name;
        }
        List<Classifiers.Name> names = names();
        return names.isEmpty() ? null : names.get(0).text();
    }

    /** Every text that may tell the step, best first. */
    List<Classifiers.Name> names() {
        List<Classifiers.Name> names = new ArrayList<>();
        addTo(names, EventField.STEP);
        names.addAll(classifiers.names(classified));
        addTo(names, EventField.OTHER_STEP);
        return names;
    }

    /** Whether there may be more texts that tell the step than one. */
    boolean hasOtherNames() {
        return classified != null || text(EventField.OTHER_STEP) != null;
    }

    /** Attributes that cannot be read, which was rejected already. */
    Set<EventField> unreadable() {
        return Set.of();
    }

    Transition transition() {
        return Transition.of(text(EventField.TRANSITION));
    }

    private void addTo(List<Classifiers.Name> names, EventField field) {
        if (text(field) != null) {
            names.add(new Classifiers.Name(text(field), key(field)));
        }
    }
}
