package id.patuh.skm;

import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Rows of responses that could not be read, counted by what they say of their survey and in the order in which it is said. */
final class LostResponses {

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<SourceTable, Map<SurveyHeader, Kind>> ofSurveys = new IdentityHashMap<>();
    /** Since a survey was named last. */
    private final Map<String, Kind> untold = new HashMap<>();

    /** Rows that are lost alike: the first of them, and how many there are. */
    private static final class Kind {

        private LostResponse first;
        private int rows;
    }

    void add(LostResponse lost) {
        Kind kind = lost.survey() == null
                ? untold.computeIfAbsent(lost.path(), p -> begin(lost))
                : ofSurveys
                        .computeIfAbsent(lost.row().table(), t -> new HashMap<>())
                        .computeIfAbsent(lost.survey(), s -> beginSurvey(lost));
        kind.rows++;
        if (lost.rest() && !kind.first.rest()) {
            kind.first = new LostResponse(kind.first.survey(), kind.first.row(), kind.first.path(), true);
        }
    }

    /** A row that does not tell its survey may be of those that were met in its file before, not of later ones. */
    private Kind beginSurvey(LostResponse lost) {
        untold.clear();
        return begin(lost);
    }

    private Kind begin(LostResponse lost) {
        Kind kind = new Kind();
        kind.first = lost;
        kinds.add(kind);
        return kind;
    }

    /** Goes through the rows: the first of each kind, which tells too whether any stands for a rest, and their number. */
    void forEach(ObjIntConsumer<LostResponse> consumer) {
        kinds.forEach(kind -> consumer.accept(kind.first, kind.rows));
    }
}
