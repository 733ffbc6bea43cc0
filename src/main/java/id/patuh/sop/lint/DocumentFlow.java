package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which step yields the documents that other steps require, by name. */
final class DocumentFlow {

    private final Sop sop;
    private final NameMatcher names;
    private final Set<String> used = new HashSet<>();

    /**
     * Where a required document comes from.
     *
     * @param wording how the producing step names it
     * @param match how well the names agree
     */
    record Origin(String wording, Match match) {}

    DocumentFlow(Sop sop, Parameters.InForce law) {
        this.sop = sop;
        BigDecimal near = law.decimal("lint/near-similarity");
        List<String> fillers = law.words("documents/filler-words");
        this.names = new NameMatcher(
                near == null ? Double.POSITIVE_INFINITY : near.doubleValue(),
                List.of(),
                fillers == null ? List.of() : fillers);
        for (Step step : sop.steps()) {
            for (String input : step.inputs()) {
                Origin origin = origin(step, input);
                if (origin != null) {
                    used.add(Wording.normalise(origin.wording()));
                }
            }
        }
    }

    /** The best earlier output; of equals the later one. Null when no earlier step yields the document. */
    Origin origin(Step step, String input) {
        Origin best = null;
        double bestSimilarity = 0;
        for (Step earlier : sop.steps().subList(0, step.position())) {
            for (String output : earlier.outputs()) {
                Match match = match(input, output);
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

    /** Whether the document comes from outside or from the equipment. */
    boolean isAtHand(String input) {
        return java.util.stream.Stream.concat(sop.externalInputs().stream(), sop.equipment().stream())
                .anyMatch(item -> match(input, item) != Match.NONE);
    }

    /** Whether any step requires a document that best answers to this output's name. */
    boolean isUsed(String output) {
        return used.contains(Wording.normalise(output));
    }

    private Match match(String required, String given) {
        Match match = names.match(required, given);
        return match == Match.NONE && contains(required, given) ? Match.NEAR : match;
    }

    /** "Draft final" and "Draft final surat": one name is the beginning or a part of the other. */
    private static boolean contains(String one, String other) {
        List<String> a = List.of(Wording.normalise(one).split(" "));
        List<String> b = List.of(Wording.normalise(other).split(" "));
        return Math.min(a.size(), b.size()) > 1 && (a.containsAll(b) || b.containsAll(a));
    }

    /** Inputs that the step itself yields and nobody before it. */
    List<String> circular(Step step, List<String> makingWords) {
        List<String> circular = new ArrayList<>();
        for (String input : step.inputs()) {
            boolean own = step.outputs().stream()
                    .anyMatch(output -> !same(input, output) && shareAlternative(step, input, output));
            if (own || isMade(step, input, makingWords)) {
                circular.add(input);
            }
        }
        return circular;
    }

    private boolean shareAlternative(Step step, String input, String output) {
        List<String> inputs = NameMatcher.alternatives(input);
        List<String> outputs = NameMatcher.alternatives(output);
        return inputs.size() > 1
                && inputs.stream()
                        .filter(i -> origin(step, i) == null)
                        .anyMatch(i -> outputs.stream().anyMatch(o -> same(i, o)));
    }

    /** "Membuat rencana tindak lanjut ..." requires a "Rencana tindak lanjut ...". */
    private boolean isMade(Step step, String input, List<String> makingWords) {
        String[] title = Wording.normalise(step.title()).split(" ", 2);
        return title.length == 2
                && makingWords.contains(title[0])
                && title[1].split(" ")[0].equals(Wording.normalise(input).split(" ")[0])
                && names.match(title[1], input) != Match.NONE;
    }

    static boolean same(String one, String other) {
        return Wording.normalise(one).equals(Wording.normalise(other));
    }
}
