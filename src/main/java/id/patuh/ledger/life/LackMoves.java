package id.patuh.ledger.life;

import id.patuh.check.NotEvaluated;
import id.patuh.ledger.life.LackMove.NewLack;
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

    /** @param known all that was not evaluated of the group until now */
    List<LackMove> of(JudgedGroup judged, List<KnownLack> known) {
        Map<String, KnownLack> before = new HashMap<>();
        known.forEach(each -> before.put(each.key(), each));
        Map<LackSubject, List<NotEvaluated>> lacking = new LinkedHashMap<>();
        for (NotEvaluated each : judged.notEvaluated()) {
            lacking.computeIfAbsent(LackSubject.of(judged.group(), each), of -> new ArrayList<>())
                    .add(each);
        }
        List<LackMove> moves = new ArrayList<>();
        lacking.forEach((of, all) -> {
            KnownLack was = before.remove(of.key());
            NewLack now = now(judged, of, all, was);
            if (was == null || !was.facts().equals(now.facts()) || !was.lack().equals(now.lack())) {
                moves.add(new LackMove(was, now));
            }
        });
        before.values().forEach(gone -> moves.add(new LackMove(gone, null)));
        return moves;
    }

    private NewLack now(JudgedGroup judged, LackSubject of, List<NotEvaluated> lacking, KnownLack was) {
        Lack lack = new Lack(of, run, lacking.stream().map(words::of).toList());
        boolean same =
                was != null && was.facts().equals(judged.facts()) && was.lack().isSameAs(lack);
        Lack since = same ? new Lack(of, was.lack().since(), lack.missing()) : lack;
        return new NewLack(of.key(), judged.group().key(), judged.facts(), since);
    }
}
