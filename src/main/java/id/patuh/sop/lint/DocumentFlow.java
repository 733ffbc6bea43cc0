package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which step yields the documents that other steps require, by name. Where the parameters that tell which names are near
 * have no value it finds nothing at all.
 */
final class DocumentFlow {

    static final String MAKING = "lint/making-words";

    private final Sop sop;
    private final DocumentNames names;
    private final List<String> making;
    private final Map<String, Integer> lastUse = new HashMap<>();

    /**
     * Where a required document comes from.
     *
     * @param wording how the producing step names it
     * @param match how well the names agree
     */
    private record Origin(String wording, Match match) {}

    /**
     * A required document named almost as the step before names what it yields.
     *
     * @param required the name among the inputs
     * @param yielded the name among the outputs
     */
    record Drift(String required, String yielded) {}

    DocumentFlow(Sop sop, Parameters.InForce law) {
        this.sop = sop;
        this.names = DocumentNames.of(law).orElse(null);
        this.making = law.words(MAKING);
        if (names != null) {
            sop.steps().forEach(this::noteUse);
        }
    }

    /** Each alternative that a step names uses the output that answers to it best. */
    private void noteUse(Step step) {
        for (String input : step.inputs()) {
            Stream.concat(Stream.of(input), NameMatcher.alternatives(input).stream())
                    .map(name -> origin(step, name))
                    .filter(origin -> origin != null)
                    .forEach(origin -> lastUse.merge(Wording.normalise(origin.wording()), step.position(), Math::max));
        }
    }

    /** Required documents that no earlier step yields, nor the equipment, nor the outside, nor the step itself. */
    List<String> unproduced(Step step) {
        if (names == null) {
            return List.of();
        }
        List<String> circular = circular(step);
        return step.inputs().stream()
                .filter(input -> origin(step, input) == null && !isAtHand(input) && !circular.contains(input))
                .toList();
    }

    /** Outputs that no later step requires. Steps that nothing follows yield the procedure's own result. */
    List<String> unused(Step step) {
        boolean followed = sop.steps().stream().anyMatch(s -> s.after().contains(step.no()));
        if (names == null || !followed) {
            return List.of();
        }
        return step.outputs().stream()
                .filter(output -> lastUse.getOrDefault(Wording.normalise(output), -1) <= step.position())
                .toList();
    }

    /** Required documents whose name is only near to that of the output they mean. */
    List<Drift> drifting(Step step) {
        List<Drift> drifting = new ArrayList<>();
        if (names != null) {
            for (String input : step.inputs()) {
                Origin origin = origin(step, input);
                if (origin != null && origin.match() == Match.NEAR) {
                    drifting.add(new Drift(input, origin.wording()));
                }
            }
        }
        return drifting;
    }

    /** Required documents that the step itself makes. */
    List<String> circular(Step step) {
        if (names == null || making == null) {
            return List.of();
        }
        return step.inputs().stream()
                .filter(input -> !isAtHand(input))
                .filter(input -> isMade(step, input)
                        || step.outputs().stream().anyMatch(output -> sharesAlternative(step, input, output)))
                .toList();
    }

    /** The best of the outputs before; of equals the later one. Null when none of them is the document. */
    private Origin origin(Step step, String input) {
        Origin best = null;
        double bestSimilarity = 0;
        for (Step before : before(step)) {
            for (String output : before.outputs()) {
                Match match = names.match(input, output);
                double similarity = names.similarity(input, output);
                boolean better = match != Match.NONE
                        && (best == null
                                || match.compareTo(best.match()) > 0
                                || match == best.match() && similarity >= bestSimilarity);
                if (better) {
                    best = new Origin(output, match);
                    bestSimilarity = similarity;
                }
            }
        }
        return best;
    }

    /** The rows above; without an order, all others. */
    private List<Step> before(Step step) {
        return sop.free()
                ? sop.steps().stream().filter(s -> s != step).toList()
                : sop.steps().subList(0, step.position());
    }

    private boolean isAtHand(String input) {
        return Stream.concat(sop.externalInputs().stream(), sop.equipment().stream())
                .anyMatch(item -> names.match(input, item) != Match.NONE || names.isPart(input, item));
    }

    /** An output that is the whole input is another defect: it adds nothing. */
    private boolean sharesAlternative(Step step, String input, String output) {
        return !DocumentNames.same(input, output)
                && NameMatcher.alternatives(input).stream()
                        .filter(i -> origin(step, i) == null && !isAtHand(i))
                        .anyMatch(
                                i -> NameMatcher.alternatives(output).stream().anyMatch(o -> DocumentNames.same(i, o)));
    }

    /** "Membuat rencana tindak lanjut ..." requires a "Rencana tindak lanjut ...". */
    private boolean isMade(Step step, String input) {
        String[] title = Wording.normalise(step.title()).split(" ", 2);
        return title.length == 2 && making.contains(title[0]) && names.isMade(title[1], input);
    }
}
