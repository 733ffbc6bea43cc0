package id.patuh.ledger;

import id.patuh.rulebook.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A check that was kept.
 *
 * @param number from 1, without gaps
 * @param at when it was kept, in microseconds
 * @param request what was asked
 * @param ruleSetSha256 hash of the files of the rule set
 * @param program the version of patuh, and its build where that is known
 * @param result what came of it
 * @param inputs what its paths came to, in order
 * @param previousHash hash of the run before; null for the first
 * @param hash over all of the above
 */
public record KeptRun(
        long number,
        Instant at,
        RunRequest request,
        String ruleSetSha256,
        String program,
        RunResult result,
        List<KeptInput> inputs,
        String previousHash,
        String hash) {

    public KeptRun {
        inputs = List.copyOf(inputs);
    }

    /** This run with the hash that its other values have. */
    KeptRun sealed() {
        return new KeptRun(
                number,
                at,
                request,
                ruleSetSha256,
                program,
                result,
                inputs,
                previousHash,
                Sha256.of("patuh run 1", hashed()));
    }

    /** Whether it is as it was kept, and follows that run. */
    boolean follows(KeptRun previous) {
        return number == (previous == null ? 1 : previous.number() + 1)
                && Objects.equals(previousHash, previous == null ? null : previous.hash())
                && hash.equals(sealed().hash());
    }

    private List<Object> hashed() {
        List<Object> values = new ArrayList<>(Arrays.asList(
                number,
                at,
                request.asOf(),
                request.zone(),
                request.kind(),
                request.sop(),
                request.mapping(),
                request.mappingSha256(),
                request.language(),
                request.failOn(),
                ruleSetSha256,
                program,
                result.hashed(),
                previousHash,
                inputs.size()));
        for (KeptInput input : inputs) {
            values.addAll(Arrays.asList(
                    input.outcome(),
                    input.name(),
                    input.sha256(),
                    input.size(),
                    input.reason(),
                    new TreeMap<>(input.details())));
        }
        return values;
    }
}
