package id.patuh.intake;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What only a whole file tells of its rows. Rows are given on as they are read, so that what is learnt too late for those
 * before makes it necessary to read again, with hindsight.
 */
final class Hindsight {

    /** Something that a file's end may tell of its beginning. */
    enum Lesson {
        /**
         * A file has a date such as 11/20/2026, which has the month first, and none such as 20/11/2026: then its 11/05/2026
         * is no more certain to be a day of May than one of November.
         */
        MONTH_FIRST,
        /** What a large text begins with says less of the whole than it seemed: another encoding, damage. */
        NOT_AS_BEGUN,
        /** A file was written to while it was read. */
        CHANGED,
        /** An event log has roles, so that groups do not stand for them. */
        HAS_ROLES
    }

    private final Map<String, Set<Lesson>> learnt = new HashMap<>();
    private boolean grown;

    /** Begins a reading of everything. */
    void begin() {
        grown = false;
    }

    boolean knows(String path, Lesson lesson) {
        return learnt.getOrDefault(path, Set.of()).contains(lesson);
    }

    /** Takes note of what the rows read before would have had to know. */
    void learn(String path, Lesson lesson) {
        grown |= learnt.computeIfAbsent(path, p -> EnumSet.noneOf(Lesson.class)).add(lesson);
    }

    /** Whether something was learnt in this reading. */
    boolean hasGrown() {
        return grown;
    }
}
