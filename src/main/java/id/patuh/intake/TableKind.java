package id.patuh.intake;

import id.patuh.intake.InputFile.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that are read, each recognised by its header. */
enum TableKind {
    PUBLISHED(Kind.PUBLISHED_RESULT, Fields.PUBLISHED_ROW),
    ACTIVITIES(Kind.ACTIVITY_LOG, Fields.ACTIVITY),
    PLAN(Kind.FOLLOW_UP, Fields.PLAN_ROW),
    REALISATIONS(Kind.FOLLOW_UP, Fields.REALISATION_ROW),
    OPEN(Kind.FOLLOW_UP, Fields.OPEN_ROW),
    RESPONSES(Kind.SURVEY, Fields.RESPONSE);

    private final Kind kind;
    private final Fields fields;

    TableKind(Kind kind, Fields fields) {
        this.kind = kind;
        this.fields = fields;
    }

    Kind kind() {
        return kind;
    }

    Fields fields() {
        return fields;
    }

    /**
     * The fields of a table with these headers: only where no column is headed as mean may the index take its place, and
     * only where none is headed as grade is a category one.
     */
    Fields fields(List<String> headers) {
        Fields own = isByIndex(headers) ? Fields.PUBLISHED_BY_INDEX : fields;
        boolean graded = headers.stream().anyMatch(h -> "grade".equals(own.field(h)));
        return this != PUBLISHED || graded ? own : own.renamed("category", "grade");
    }

    private boolean isByIndex(List<String> headers) {
        return this == PUBLISHED
                && headers.stream().noneMatch(h -> "mean".equals(fields.field(h)))
                && headers.stream().anyMatch(h -> "mean".equals(Fields.PUBLISHED_BY_INDEX.field(h)));
    }

    /** Whether headers are those of such a table. */
    boolean isHeadedBy(List<String> headers, Labels labels) {
        Set<String> found =
                headers.stream().map(fields::field).filter(f -> f != null).collect(Collectors.toSet());
        return switch (this) {
            case PUBLISHED ->
                found.contains("element") && (found.contains("mean") || found.contains("grade") && isByIndex(headers));
            case ACTIVITIES -> count(found, "case", "step", "start") >= 2;
            case PLAN ->
                found.contains("element") && found.contains("activity") && !found.contains("mean")
                        || found.contains("activity") && count(found, "tw1", "tw2", "tw3", "tw4") > 0;
            case REALISATIONS ->
                found.contains("plan") && count(found, "done", "sudah", "belum", "evidence", "description") > 0;
            case OPEN -> found.contains("activity") && found.contains("strategy");
            case RESPONSES -> {
                long unsur = headers.stream()
                        .filter(h -> labels.scored(h).isPresent())
                        .count();
                yield unsur >= 3 || unsur > 0 && found.contains("respondent");
            }
        };
    }

    /** How many headers such a table has a use for. */
    int known(List<String> headers, Labels labels) {
        return (int) headers.stream().filter(h -> knows(h, labels)).count();
    }

    /** Whether such a table has a use for a column of that header. */
    boolean knows(String header, Labels labels) {
        return fields.field(header) != null
                || this == RESPONSES && labels.scored(header).isPresent();
    }

    private static long count(Set<String> found, String... wanted) {
        return List.of(wanted).stream().filter(found::contains).count();
    }
}
