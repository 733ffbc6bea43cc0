package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether two names in an SOP's table mean the same document. Whatever state they tell: a slip there is a defect too. */
final class DocumentNames {

    static final List<String> PARAMETERS =
            List.of("lint/near-similarity", "lint/about-words", "documents/filler-words");

    private final NameMatcher matcher;
    private final double near;
    private final List<String> about;
    private final List<String> fillers;

    private DocumentNames(double near, List<String> about, List<String> fillers) {
        this.matcher = new NameMatcher(near, List.of(), fillers);
        this.near = near;
        this.about = about;
        this.fillers = fillers;
    }

    /** Empty where a parameter that tells what is near has no value. */
    static Optional<DocumentNames> of(Parameters.InForce law) {
        BigDecimal near = law.decimal("lint/near-similarity");
        List<String> about = law.words("lint/about-words");
        List<String> fillers = law.words("documents/filler-words");
        return near == null || about == null || fillers == null
                ? Optional.empty()
                : Optional.of(new DocumentNames(near.doubleValue(), about, fillers));
    }

    static boolean same(String one, String other) {
        return Wording.normalise(one).equals(Wording.normalise(other));
    }

    /** How well a required name, or one of its alternatives, agrees with a given one, or one of its alternatives. */
    Match match(String required, String given) {
        Match best = matchWhole(required, given);
        for (String one : NameMatcher.alternatives(required)) {
            for (String other : NameMatcher.alternatives(given)) {
                Match match = matchWhole(one, other);
                if (match.compareTo(best) > 0) {
                    best = match;
                }
            }
        }
        return best;
    }

    /** How much of the names, or of the most alike of their alternatives, is common. */
    double similarity(String required, String given) {
        double best = matcher.similarity(required, given);
        for (String one : NameMatcher.alternatives(required)) {
            for (String other : NameMatcher.alternatives(given)) {
                best = Math.max(best, matcher.similarity(one, other));
            }
        }
        return best;
    }

    /** Whether every word of the name stands in the item: a "printer" in "Komputer/scanner/printer". */
    boolean isPart(String name, String item) {
        return words(item).containsAll(words(name));
    }

    /**
     * Whether what is made is the document itself: both begin with the same words, up to the first that joins ("Rencana
     * tindak lanjut atas ..."), and go on alike.
     */
    boolean isMade(String made, String document) {
        List<String> head = head(document);
        boolean whole = head.size() > 1 && head.size() == words(document).size();
        return head.equals(head(made)) && (whole || matcher.similarity(made, document) >= near);
    }

    private Match matchWhole(String required, String given) {
        Match match = matcher.match(required, given);
        if (match.compareTo(Match.NEAR) > 0) {
            return match;
        }
        boolean alike = match == Match.NEAR || begins(required, given) || begins(given, required);
        return alike && !isAbout(required, given) && !isAbout(given, required) ? Match.NEAR : Match.NONE;
    }

    /** "Draft final surat hasil lapangan" begins with "Draft final". */
    private static boolean begins(String longer, String shorter) {
        List<String> start = words(shorter);
        List<String> all = words(longer);
        return start.size() > 1
                && start.size() <= all.size()
                && all.subList(0, start.size()).equals(start);
    }

    /** "Arahan atas laporan pelaksanaan" is about the "laporan pelaksanaan", and not it. */
    private boolean isAbout(String name, String subject) {
        List<String> all = words(name);
        String first = words(subject).get(0);
        for (int i = 1; i + 1 < all.size(); i++) {
            if (about.contains(all.get(i))
                    && all.get(i + 1).equals(first)
                    && matcher.similarity(String.join(" ", all.subList(i + 1, all.size())), subject) >= near) {
                return true;
            }
        }
        return false;
    }

    private List<String> head(String name) {
        return words(name).stream().takeWhile(w -> !fillers.contains(w)).toList();
    }

    private static List<String> words(String name) {
        return List.of(Wording.normalise(name).split(" "));
    }
}
