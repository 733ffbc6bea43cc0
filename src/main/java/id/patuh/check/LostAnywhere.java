package id.patuh.check;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.wording.Mentions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lost rows that do not tell their case: each may be of any case of its file. */
final class LostAnywhere {

    /** Bounds for damaged files: without the texts, or the numbers to look for, such rows may be of any case. */
    private static final int MOST_TEXTS = 10_000;

    private static final int MOST_NUMBERS = 500_000;

    private static final Comparator<LostActivity> BY_ROW =
            Comparator.comparing(LostActivity::row, Comparator.nullsLast(Comparator.naturalOrder()));

    /** One row of a kind is enough: all of them may be of the same cases. */
    private record Kind(String path, String sop, String unit) {}

    private final Map<Kind, LostActivity> untold = new LinkedHashMap<>();
    private final List<LostActivity> shown = new ArrayList<>();

    void add(LostActivity row) {
        if (row.text() != null && shown.size() < MOST_TEXTS) {
            shown.add(row);
        } else {
            keep(row);
        }
    }

    /**
     * Rows that could not be split into cells may still show a case's number: then they are of such cases only, which are
     * returned.
     */
    List<LostActivity> narrow(Iterable<ActivityRecord> all) {
        List<LostActivity> ofCases = new ArrayList<>();
        Map<String, Set<String>> numbers = shown.isEmpty() ? Map.of() : numbers(all);
        Map<String, Mentions> mentions = new HashMap<>();
        for (LostActivity row : shown) {
            Set<String> named = mentions.computeIfAbsent(
                            row.path(), path -> new Mentions(numbers.getOrDefault(path, Set.of())))
                    .in(row.text());
            named.forEach(id -> ofCases.add(new LostActivity(id, row.sop(), row.unit(), null, row.path(), row.row())));
            if (named.isEmpty()) {
                keep(row);
            }
        }
        shown.clear();
        return ofCases;
    }

    /** The first row of all that may be of the same cases. */
    List<LostActivity> rows() {
        return untold.values().stream().sorted(BY_ROW).toList();
    }

    /** Without its text, which names persons and has told all that it can. */
    private void keep(LostActivity row) {
        untold.merge(
                new Kind(row.path(), row.sop(), row.unit()),
                new LostActivity(row.caseId(), row.sop(), row.unit(), null, row.path(), row.row()),
                (one, other) -> BY_ROW.compare(one, other) <= 0 ? one : other);
    }

    /** The case numbers of each file that has such rows; none where there are too many. */
    private Map<String, Set<String>> numbers(Iterable<ActivityRecord> all) {
        Map<String, Set<String>> numbers = new HashMap<>();
        shown.forEach(row -> numbers.put(row.path(), new HashSet<>()));
        int count = 0;
        for (ActivityRecord row : all) {
            Set<String> ofFile = numbers.get(row.row().table().path());
            if (ofFile != null && ofFile.add(row.caseId()) && ++count > MOST_NUMBERS) {
                return Map.of();
            }
        }
        return numbers;
    }
}
