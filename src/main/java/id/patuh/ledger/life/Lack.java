package id.patuh.ledger.life;

import id.patuh.report.LackText;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A rule that the last completed run of a scope could not evaluate, of what.
 *
 * @param of what, and which rule
 * @param since number of the run from which on it lacked the same, over the same facts, without a break
 * @param missing what it lacked
 */
public record Lack(LackSubject of, long since, List<LackText> missing) {

    public Lack {
        missing = List.copyOf(missing);
    }

    /** The unit concerned, as the first one that is named; null where none is. */
    public String unit() {
        return missing.stream()
                .map(text -> text.subject().unit())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether the same is missing as here, whatever words tell it. */
    boolean isSameAs(Lack other) {
        return needs().equals(other.needs());
    }

    /** Without words. */
    private List<LackText> needs() {
        return missing.stream()
                .map(text -> new LackText(text.need(), text.subject(), new TreeMap<>()))
                .toList();
    }
}
