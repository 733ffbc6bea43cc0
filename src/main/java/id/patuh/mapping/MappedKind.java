package id.patuh.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a mapped table can hold, with the contract's names of its fields. */
public enum MappedKind {
    ACTIVITY_LOG(
            "activity-log",
            "case sop step first_step role person start end time transition instance inputs outputs decision unit note",
            Set.of("start", "end", "time"),
            Set.of("inputs", "outputs")),
    SURVEY(
            "survey",
            "survey unit service regulation sop period_start period_end population respondent group",
            Set.of(),
            Set.of()),
    PUBLISHED_RESULT(
            "published-result",
            "survey unit service regulation sop period_start period_end population element code mean weighted grade"
                    + " respondents weight priority",
            Set.of(),
            Set.of());

    private static final Pattern UNSUR = Pattern.compile("U\\d{1,2}[a-z]?");

    private final String word;
    private final Set<String> fields;
    private final Set<String> times;
    private final Set<String> lists;

    MappedKind(String word, String fields, Set<String> times, Set<String> lists) {
        this.word = word;
        this.fields = new LinkedHashSet<>(List.of(fields.split(" ")));
        this.times = times;
        this.lists = lists;
    }

    /** The word that users write. */
    public String word() {
        return word;
    }

    /** The kind that users name by this word. */
    public static Optional<MappedKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }

    /** The words of all kinds. */
    public static String words() {
        return Arrays.stream(values()).map(k -> k.word).collect(Collectors.joining(", "));
    }

    /** Whether its tables can hold the field. */
    public boolean has(String field) {
        return fields.contains(field) || this == SURVEY && UNSUR.matcher(field).matches();
    }

    /** Whether the field holds times. */
    public boolean isTime(String field) {
        return times.contains(field);
    }

    /** Whether the field holds lists. */
    public boolean isList(String field) {
        return lists.contains(field);
    }

    /** The fields that have names of their own. */
    public Set<String> fields() {
        return Collections.unmodifiableSet(fields);
    }
}
