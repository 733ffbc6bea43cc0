package id.patuh.ledger.life;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import id.patuh.report.AllWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How what a run found of a group changes the violations of that group. For one thread. */
final class GroupMoves {

    private final long run;
    private final Set<String> applied;
    private final AllWords words;

    /**
     * Moves of one run.
     *
     * @param run the number that it will have
     * @param applied ids of the rules that it applies
     */
    GroupMoves(long run, Set<String> applied, AllWords words) {
        this.run = run;
        this.applied = applied;
        this.words = words;
    }

    /** @param known all violations that were ever found of the group */
    List<Move> of(JudgedGroup judged, List<Known> known) {
        Map<String, Known> before = new HashMap<>();
        known.forEach(each -> before.put(each.fingerprint(), each));
        List<Move> moves = new ArrayList<>();
        for (Finding finding : judged.findings()) {
            Known was = before.remove(finding.fingerprint());
            moves.add(Move.found(was, judged.group().key(), finding, run, words));
        }
        for (Known gone : before.values()) {
            Judgement judgement = isEvaluated(gone, judged) ? Judgement.ABSENT : Judgement.NOT_EVALUATED;
            moves.add(Move.notFound(gone, judgement, judged.nameless(), run));
        }
        moves.removeIf(Objects::isNull);
        return moves;
    }

    private boolean isEvaluated(Known gone, JudgedGroup judged) {
        return applied.contains(gone.rule()) && judged.notEvaluated().stream().noneMatch(lack -> concerns(lack, gone));
    }

    private static boolean concerns(NotEvaluated lack, Known gone) {
        return lack.rule().equals(gone.rule())
                && lack.missing().subject().agreesWith(gone.text().subject());
    }
}
