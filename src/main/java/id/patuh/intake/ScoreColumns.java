package id.patuh.intake;

import id.patuh.skm.UnsurLabel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The columns, or keys, of a table of responses that hold scores. */
final class ScoreColumns {

    private static final int FEWEST_MEANS = 2;
    /** How many questions of one unsur may be averaged in its cell. */
    private static final List<Integer> MOST_QUESTIONS = List.of(1, 2, 3, 4);

    private static final double ROUNDING = 0.0051;

    private final Map<UnsurLabel, List<String>> headers = new LinkedHashMap<>();
    /** Of each header. */
    private final Map<String, String> fields = new LinkedHashMap<>();

    private final List<Scored> scored = new ArrayList<>();
    private final List<UnsurLabel> unsur;
    private final Remembered<String, List<BigDecimal>> answers = new Remembered<>();
    private final Cells.Parser<List<BigDecimal>> answer = this::answer;

    /** An unsur by its key, with the fields of its questions. */
    private record Scored(String key, List<String> fields) {}

    /**
     * @param candidates headers, in the table's order; those that mean no unsur are passed over
     * @param duplicate told a header that means the same as an earlier one, and that one
     */
    ScoreColumns(List<String> candidates, Labels labels, BiConsumer<String, String> duplicate) {
        for (String header : candidates) {
            labels.scored(header).ifPresent(label -> add(header, label, labels, duplicate));
        }
        for (Map.Entry<UnsurLabel, List<String>> unsur : headers.entrySet()) {
            String key = unsur.getKey().key();
            List<String> own = unsur.getValue();
            for (int i = 0; i < own.size(); i++) {
                fields.put(own.get(i), own.size() == 1 ? key : key + "#" + (i + 1));
            }
            scored.add(new Scored(key, own.stream().map(fields::get).toList()));
        }
        unsur = List.copyOf(headers.keySet());
    }

    private void add(String header, UnsurLabel label, Labels labels, BiConsumer<String, String> duplicate) {
        Optional<UnsurLabel> earlier =
                headers.keySet().stream().filter(k -> labels.same(k, label)).findFirst();
        if (earlier.isEmpty()) {
            headers.put(label, new ArrayList<>(List.of(header)));
            return;
        }
        List<String> own = headers.get(earlier.get());
        boolean questionsBefore = labels.isQuestion(own.get(0));
        boolean question = labels.isQuestion(header);
        if (question && questionsBefore && !own.contains(header)) {
            own.add(header);
        } else if (questionsBefore && !question) {
            // A column for the whole unsur already sums up its questions.
            own.clear();
            own.add(header);
        } else if (!question || questionsBefore) {
            duplicate.accept(header, own.get(0));
        }
    }

    /** The unsur scored. */
    List<UnsurLabel> unsur() {
        return unsur;
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    /** The field by which the cells of a header are found; null when it holds no score that is read. */
    String field(String header) {
        return fields.get(header);
    }

    /**
     * The answers of a row; unanswered questions are left out.
     *
     * @param unreadable gets the header keys of unsur of which an answer cannot be read
     */
    Map<String, List<BigDecimal>> read(Cells cells, Set<String> unreadable) {
        Map<String, List<BigDecimal>> scores = new HashMap<>();
        for (Scored of : scored) {
            List<BigDecimal> all = List.of();
            for (String field : of.fields()) {
                List<BigDecimal> one = cells.readAlone(field, answer, () -> unreadable.add(of.key()));
                all = one == null ? all : all.isEmpty() ? one : joined(all, one);
            }
            scores.put(of.key(), all);
        }
        return scores;
    }

    private static List<BigDecimal> joined(List<BigDecimal> all, List<BigDecimal> more) {
        return Stream.concat(all.stream(), more.stream()).toList();
    }

    /** Whether the row gives means: scores that no one gives, nor a few questions of one unsur come to. */
    boolean areMeans(Cells cells) {
        int given = 0;
        int means = 0;
        for (String field : fields.values()) {
            String text = cells.value(field);
            if (text != null && !text.isEmpty()) {
                given++;
                means += text.length() > 1 && !Words.notRecorded(text) && isMean(text.strip()) ? 1 : 0;
            }
        }
        return means >= FEWEST_MEANS && means * 2 >= given;
    }

    private boolean isMean(String text) {
        try {
            double score = answer(text).get(0).doubleValue();
            return MOST_QUESTIONS.stream().allMatch(n -> Math.abs(score * n - Math.rint(score * n)) > ROUNDING * n);
        } catch (Unreadable e) {
            return false;
        }
    }

    /** The number, as the list of all answers to one question. */
    private List<BigDecimal> answer(String text) throws Unreadable {
        List<BigDecimal> known = answers.of(text);
        return known != null ? known : answers.put(text, List.of(Numbers.decimal(text)));
    }
}
