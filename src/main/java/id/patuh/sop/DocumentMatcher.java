package id.patuh.sop;

import id.patuh.sop.DocumentMatch.Drift;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import java.util.ArrayList;
import java.util.List;

/** Compares the documents that a log names with those that a step demands. Remembers answers: logs repeat the same lists. */
final class DocumentMatcher {

    private static final int LISTS_REMEMBERED = 1_000;

    private final NameMatcher names;
    private final List<String> allDemanded;
    private final Memory<List<String>, DocumentMatch> answers = new Memory<>(LISTS_REMEMBERED, this::compare);

    DocumentMatcher(NameMatcher names, List<String> demanded) {
        this.names = names;
        this.allDemanded = demanded;
    }

    DocumentMatch match(List<String> given) {
        return answers.of(given);
    }

    private DocumentMatch compare(List<String> allGiven) {
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
