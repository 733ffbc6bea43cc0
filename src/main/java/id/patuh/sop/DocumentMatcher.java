package id.patuh.sop;

import id.patuh.sop.DocumentMatch.Drift;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares lists of documents. Logs repeat the same lists over and over, so that answers are remembered. */
final class DocumentMatcher {

    private static final int REMEMBERED = 20_000;

    private final NameMatcher names;
    private final Map<Question, DocumentMatch> answers = new HashMap<>();

    private record Question(List<String> demanded, List<String> given) {}

    DocumentMatcher(NameMatcher names) {
        this.names = names;
    }

    DocumentMatch match(List<String> demanded, List<String> given) {
        if (demanded.isEmpty() || demanded.equals(given)) {
            return DocumentMatch.COMPLETE;
        }
        if (answers.size() > REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Question(demanded, given), this::compare);
    }

    private DocumentMatch compare(Question question) {
        List<String> missing = new ArrayList<>();
        List<Drift> drifted = new ArrayList<>();
        for (String demanded : question.demanded()) {
            Match best = Match.NONE;
            String bestGiven = null;
            for (String given : question.given()) {
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
        return new DocumentMatch(List.copyOf(missing), List.copyOf(drifted));
    }
}
