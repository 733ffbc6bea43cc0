package id.patuh.ledger.life;

import id.patuh.check.NotEvaluated;
import id.patuh.report.AllWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what a run could not evaluate of a group differs from what is known. For one thread. */
final class LackMoves {

    private final long run;
    private final AllWords words;

    /** @param run the number that it will have */
    LackMoves(long run, AllWords words) {
        this.run = run;
        this.words = words;
    }

    /**
     * Of a group.
     *
     * @param known what was not evaluated of it until now; null where all was
     * @return null where nothing changes
     */
    LackMove of(JudgedGroup judged, KnownLacks known) {
        boolean sameFacts = known != null && known.facts().equals(judged.facts());
        List<Lack> before = sameFacts ? known.lacks() : List.of();
        List<Lack> now = lacks(judged, before);
        boolean unchanged = known == null ? now.isEmpty() : sameFacts && now.equals(known.lacks());
        return unchanged
                ? null
                : new LackMove(known == null ? null : known.id(), judged.group().key(), judged.facts(), now);
    }

    /** @param before what was lacking over the same facts */
    private List<Lack> lacks(JudgedGroup judged, List<Lack> before) {
        Map<LackSubject, Lack> known = new HashMap<>();
        before.forEach(lack -> known.put(lack.of(), lack));
        Map<LackSubject, List<NotEvaluated>> lacking = new LinkedHashMap<>();
        for (NotEvaluated each : judged.notEvaluated()) {
            lacking.computeIfAbsent(LackSubject.of(judged.group(), each), of -> new ArrayList<>())
                    .add(each);
        }
        List<Lack> lacks = new ArrayList<>();
        lacking.forEach((of, all) -> {
            Lack lack = new Lack(of, run, all.stream().map(words::of).toList());
            Lack was = known.get(of);
            lacks.add(was != null && was.isSameAs(lack) ? new Lack(of, was.since(), lack.missing()) : lack);
        });
        return lacks;
    }
}
