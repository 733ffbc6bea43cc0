package id.patuh.intake;

import id.patuh.skm.UnsurLabel;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a table: what kind it is of, and what each column holds. */
final class TableHeader {

    // U1a, U1.1, U1_2: one of several questions about an unsur
    private static final Pattern QUESTION = Pattern.compile("(?i)\\s*u\\s*(\\d{1,2})\\s*(?:[a-z]|[._]\\d)\\s*");
    private static final Pattern LIKE_UNSUR = Pattern.compile("(?i)\\s*u\\s*\\d{1,2}\\b.*");
    private static final int COLUMN_LIMIT = 16_384;

    private final FileFacts facts;
    private final SourceTable table;
    private final List<String> headers;
    private final int line;
    private final int[] columns;
    /** By unsur: the fields of its questions. */
    private final Map<UnsurLabel, List<String>> questions = new LinkedHashMap<>();

    private InputFile.Kind kind;
    private boolean complete = true;

    TableHeader(FileFacts facts, SourceTable table, List<String> headers, int line) {
        this.facts = facts;
        this.table = table;
        this.headers = headers;
        this.line = line;
        this.columns = new int[headers.size()];
    }

    /** By position in the file: the position in the table, or -1 for what is not read. */
    int[] columns() {
        return columns;
    }

    /** Whether every column is there that rows cannot do without. */
    boolean complete() {
        return complete;
    }

    /** Finds the kind, or null after rejecting the file. */
    InputFile.Kind recognise(InputFile.Kind wanted) {
        if (headers.size() > COLUMN_LIMIT) {
            facts.reject(line, null, null, "columns-too-many", "limit", Integer.toString(COLUMN_LIMIT));
            return null;
        }
        kind = wanted != null ? wanted : kind();
        if (kind == null || kind == InputFile.Kind.FOLLOW_UP) {
            facts.reject(
                    line,
                    null,
                    null,
                    kind == null ? "kind-unknown" : "follow-up-as-table",
                    "headers",
                    DelimitedReader.shown(headers));
            kind = null;
            return null;
        }
        assign();
        demand();
        return kind;
    }

    private InputFile.Kind kind() {
        long activity = headers.stream().filter(this::isActivityMark).count();
        long unsur = headers.stream().filter(h -> unsur(h).isPresent()).count();
        boolean element =
                has(Headers.SURVEY, "element") && (has(Headers.SURVEY, "mean") || has(Headers.SURVEY, "survey"));
        if (Headers.FOLLOW_UP.known(headers) >= 3) {
            return InputFile.Kind.FOLLOW_UP;
        }
        if (element && activity < 3) {
            return InputFile.Kind.PUBLISHED_RESULT;
        }
        if (unsur >= 3 || unsur > 0 && has(Headers.SURVEY, "respondent")) {
            return InputFile.Kind.SURVEY;
        }
        return activity >= 2 ? InputFile.Kind.ACTIVITY_LOG : null;
    }

    private boolean isActivityMark(String header) {
        String field = Headers.ACTIVITY.field(header);
        return field != null && List.of("case", "step", "start", "end", "sop").contains(field);
    }

    private boolean has(Headers known, String field) {
        return headers.stream().anyMatch(h -> field.equals(known.field(h)));
    }

    private void assign() {
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            columns[i] = -1;
            String field = field(header);
            if (field == null) {
                if (!header.isBlank()) {
                    unknown(header);
                }
            } else if (table.has(field)) {
                facts.reject(line, header, null, "column-repeated", "field", table.header(field));
            } else {
                columns[i] = table.add(field, header);
            }
        }
    }

    private String field(String header) {
        if (kind == InputFile.Kind.ACTIVITY_LOG) {
            return Headers.ACTIVITY.field(header);
        }
        if (kind == InputFile.Kind.SURVEY) {
            Optional<UnsurLabel> unsur = unsur(header);
            if (unsur.isPresent()) {
                List<String> fields = questions.computeIfAbsent(unsur.get(), u -> new ArrayList<>());
                boolean several = QUESTION.matcher(header).matches();
                if (!several && !fields.isEmpty()) {
                    return fields.get(0);
                }
                String field = several
                        ? unsur.get().key() + "#" + (fields.size() + 1)
                        : unsur.get().key();
                fields.add(field);
                return field;
            }
        }
        return Headers.SURVEY.field(header);
    }

    private void unknown(String header) {
        if (kind == InputFile.Kind.ACTIVITY_LOG) {
            facts.reject(line, header, null, "column-unknown");
        } else if (LIKE_UNSUR.matcher(header).matches()) {
            facts.reject(line, header, null, "unsur-unknown");
        }
    }

    private Optional<UnsurLabel> unsur(String header) {
        Matcher question = QUESTION.matcher(header);
        return question.matches()
                ? facts.all.regulations.label("U" + question.group(1))
                : facts.all.regulations.label(header);
    }

    private void demand() {
        switch (kind) {
            case ACTIVITY_LOG -> {
                for (String field : List.of("case", "step", "start")) {
                    demand(field);
                }
                if (facts.all.options.sop() == null) {
                    demand("sop");
                }
            }
            case PUBLISHED_RESULT -> {
                demand("element");
                demand("mean");
            }
            default -> {
                if (questions.isEmpty()) {
                    missing("U1..U9");
                }
            }
        }
    }

    private void demand(String field) {
        if (!table.has(field)) {
            missing(field);
        }
    }

    private void missing(String field) {
        complete = false;
        facts.reject(line, field, null, "column-missing", "headers", DelimitedReader.shown(headers));
    }

    /** What reads the rows. */
    Consumer<SourceRow> reader() {
        return switch (kind) {
            case ACTIVITY_LOG -> new ActivityReader(facts)::read;
            case PUBLISHED_RESULT -> new PublishedRows(facts);
            default -> new ResponseReader(facts, questions);
        };
    }
}
