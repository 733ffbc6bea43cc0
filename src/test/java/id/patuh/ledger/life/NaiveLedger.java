package id.patuh.ledger.life;

import id.patuh.violation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** States of violations as one would keep them without a thought for cost: all of them, written anew every night. */
public final class NaiveLedger {

    private final List<Map<String, Entry>> nights = new ArrayList<>();
    private final Map<String, List<String>> histories = new TreeMap<>();

    /** How a violation stands. */
    public record Entry(String state, Severity severity, String text) {}

    /** What a night says of a violation; without severity and text where it was not found. */
    public record Said(Judgement judgement, Severity severity, String text) {}

    /** @param night what is said of every violation there could be */
    public void add(Map<String, Said> night) {
        Map<String, Entry> before = nights.isEmpty() ? Map.of() : nights.get(nights.size() - 1);
        Map<String, Entry> after = new TreeMap<>();
        night.forEach((fingerprint, said) -> {
            Entry was = before.get(fingerprint);
            String state = next(was == null ? "none" : was.state(), said.judgement());
            if (state.equals("none")) {
                return;
            }
            boolean found = said.judgement() == Judgement.FOUND;
            Entry is = found
                    ? new Entry(state, said.severity(), said.text())
                    : new Entry(state, was.severity(), was.text());
            after.put(fingerprint, is);
            note(fingerprint, was, is, found);
        });
        nights.add(after);
    }

    private static String next(String state, Judgement judgement) {
        return switch (judgement) {
            case NOT_EVALUATED -> state;
            case ABSENT ->
                switch (state) {
                    case "none" -> "none";
                    default -> "resolved";
                };
            case FOUND ->
                switch (state) {
                    case "none" -> "new";
                    case "resolved" -> "reopened";
                    default -> "persisting";
                };
        };
    }

    private void note(String fingerprint, Entry was, Entry is, boolean found) {
        List<String> history = histories.computeIfAbsent(fingerprint, f -> new ArrayList<>());
        int night = nights.size() + 1;
        if (found && (was == null || was.state().equals("resolved"))) {
            history.add(night + " " + is.state() + " " + is.severity());
        } else if (was != null && is.state().equals("resolved") && !was.state().equals("resolved")) {
            history.add(night + " resolved " + is.severity());
        } else if (was != null && was.severity() != is.severity()) {
            history.add(night + " severity " + is.severity());
        }
    }

    public int size() {
        return nights.size();
    }

    /** All violations that were ever found, after a night, by fingerprint. */
    public Map<String, Entry> after(int night) {
        return nights.get(night - 1);
    }

    /** What happened to a violation: night, change, severity. */
    public List<String> history(String fingerprint) {
        return histories.getOrDefault(fingerprint, List.of());
    }
}
