package id.patuh.bench.hand;

import id.patuh.wording.NameMatcher;
import id.patuh.wording.NameMatcher.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the documents that steps demand compare with those that cells name; each comparison is made once. */
public final class Documents {

    static final Comparison COMPLETE = new Comparison(List.of(), List.of(), List.of());

    private final NameMatcher names;
    private final Texts texts;

    /** What is lacking, and what is named a little otherwise. */
    public record Comparison(List<String> missing, List<String> demanded, List<String> given) {

        boolean isComplete() {
            return missing.isEmpty() && demanded.isEmpty();
        }
    }

    /** What is remembered of one list of demanded documents, by number of the cell. */
    public static final class Memory {
        private final List<String> demanded;
        private Comparison[] known = new Comparison[256];

        public Memory(List<String> demanded) {
            this.demanded = demanded;
        }
    }

    /** @param texts that cells are numbers of */
    public Documents(Texts texts, Map<String, String> settings) {
        this.texts = texts;
        this.names = new NameMatcher(
                Double.parseDouble(settings.get("near-similarity")),
                List.of(settings.get("state-words").split(" ")),
                List.of(settings.get("filler-words").split(" ")));
    }

    /** Compares what is demanded with what a cell names. */
    public Comparison compare(Memory memory, int cell) {
        if (cell >= memory.known.length) {
            memory.known = Arrays.copyOf(memory.known, Math.max(cell + 1, memory.known.length * 2));
        }
        Comparison known = memory.known[cell];
        if (known == null) {
            known = compare(memory.demanded, items(texts.text(cell)));
            memory.known[cell] = known;
        }
        return known;
    }

    /** The documents that a cell names. */
    static List<String> items(String cell) {
        List<String> items = new ArrayList<>();
        for (String item : cell.split(";")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private Comparison compare(List<String> demanded, List<String> given) {
        List<String> missing = new ArrayList<>();
        List<String> near = new ArrayList<>();
        List<String> as = new ArrayList<>();
        for (String wanted : demanded) {
            Match best = Match.NONE;
            String bestGiven = null;
            for (String name : given) {
                Match match = names.match(wanted, name);
                if (match.compareTo(best) > 0) {
                    best = match;
                    bestGiven = name;
                }
            }
            if (best == Match.NONE) {
                missing.add(wanted);
            } else if (best == Match.NEAR) {
                near.add(wanted);
                as.add(bestGiven);
            }
        }
        return missing.isEmpty() && near.isEmpty() ? COMPLETE : new Comparison(missing, near, as);
    }
}
