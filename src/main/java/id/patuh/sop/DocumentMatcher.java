package id.patuh.sop;

import id.patuh.sop.DocumentMatch.Drift;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Compares lists of documents. Logs repeat the same lists over and over, so that answers are remembered. */
final class DocumentMatcher {

    private static final int LISTS_REMEMBERED = 1_000;

    private final NameMatcher names;
    /** By the very list that a step demands: there are few, and each stands in one place. */
    private final Map<List<String>, Memory<List<String>, DocumentMatch>> answers = new IdentityHashMap<>();

    DocumentMatcher(NameMatcher names) {
        this.names = names;
    }

    DocumentMatch match(List<String> demanded, List<String> given) {
        return answers.computeIfAbsent(demanded, this::comparison).of(given);
    }

    private Memory<List<String>, DocumentMatch> comparison(List<String> demanded) {
        return new Memory<>(LISTS_REMEMBERED, given -> compare(demanded, given));
    }

    private DocumentMatch compare(List<String> allDemanded, List<String> allGiven) {
        List<String> missing = new ArrayList<>();
        List<Drift> drifted = new ArrayList<>();
        for (String demanded : allDemanded) {
            Match best = Match.NONE;
            String bestGiven = null;
            for (String given : allGiven) {
                Match match = names.match(demanded, given);
                if (match.compareTo(best) > 0) {
                    best = match;
                    bestGiven = given;
                }
            }
            if (best == Match.NONE) {
                missing.add(demanded);
            } else if (best == Match.NEAR) {
                drifted.add(new Drift(demanded, bestGiven));
            }
        }
        return missing.isEmpty() && drifted.isEmpty()
                ? DocumentMatch.COMPLETE
                : new DocumentMatch(List.copyOf(missing), List.copyOf(drifted));
    }
}
