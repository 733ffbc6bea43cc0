package id.patuh.ledger.life;

import java.time.Instant;
import java.util.Locale;

/**
 * A run over a scope.
 *
 * @param id by which tables know it
 * @param scopeId by which tables know the scope
 * @param scope name of the scope
 * @param number within the scope, from 1, without gaps; null unless it is completed
 * @param key hash over scope, inputs, rule set and moment
 * @param inputsSha256 hash over the hashes of its inputs
 * @param asOf the moment that deadlines are judged by
 * @param ruleSetSha256 hash of the files of the rule set
 * @param program the version of patuh that began it, and its build where that is known
 * @param stage how far it is
 * @param begun when it began
 * @param ended when it was completed or abandoned; null while it is under way
 * @param counts what it came to; nothing unless it is completed
 */
public record LifeRun(
        long id,
        long scopeId,
        String scope,
        Long number,
        String key,
        String inputsSha256,
        Instant asOf,
        String ruleSetSha256,
        String program,
        Stage stage,
        Instant begun,
        Instant ended,
        RunCounts counts) {

    /** How far a run is. */
    public enum Stage {
        RUNNING,
        COMPLETED,
        ABANDONED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stage of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether states were moved by it. */
    public boolean isCompleted() {
        return stage == Stage.COMPLETED;
    }
}
