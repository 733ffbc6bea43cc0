package id.patuh.web.mapping;

import id.patuh.draft.MappingPlan;
import id.patuh.draft.MappingPlan.ColumnPlan;
import id.patuh.draft.SampledColumns;
import id.patuh.mapping.MappedKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a form says of how a table is read: what each column is or, where that does not suffice, the text of a mapping file.
 *
 * @param plan what each column is; null where the text counts
 * @param text the mapping file, where that counts; else null
 * @param name by which it is to be known
 * @param unit that it is to be saved for; empty where none is named
 * @param again whether the files are to be handed in for that unit again
 */
record MappingForm(MappingPlan plan, String text, String name, String unit, boolean again) {

    /** More columns are not asked for one by one: the text may name any. */
    static final int MOST_COLUMNS = 500;

    /** One that nobody has filled in yet. */
    static MappingForm of(MappingPlan plan, String name, String unit) {
        return new MappingForm(plan, null, name, unit, false);
    }

    /** The same with the text of a mapping file. */
    MappingForm withText(String file) {
        return new MappingForm(null, file, name, unit, again);
    }

    /** The same with what each column is. */
    MappingForm withPlan(MappingPlan columns) {
        return new MappingForm(columns, null, name, unit, again);
    }

    static MappingForm ofText(String text, String name, String unit) {
        return new MappingForm(null, text, name, unit, false);
    }

    /** What was sent. */
    static MappingForm sent(HttpServletRequest request, SampledColumns table) {
        String text = request.getParameter("text");
        return new MappingForm(
                text == null ? plan(request, table) : null,
                text,
                said(request, "name"),
                said(request, "unit"),
                request.getParameter("again") != null);
    }

    /** The mapping file. */
    String content(SampledColumns table) {
        return plan == null ? text : plan.yaml(table);
    }

    private static MappingPlan plan(HttpServletRequest request, SampledColumns table) {
        MappedKind kind = MappedKind.of(said(request, "kind")).orElse(MappedKind.ACTIVITY_LOG);
        List<ColumnPlan> columns = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_COLUMNS, table.headers().size()); i++) {
            columns.add(column(request, i, MappingPlan.meanings(kind)));
        }
        Map<String, String> constants = new LinkedHashMap<>();
        for (String field : MappingPlan.constants(kind)) {
            String value = said(request, "constant." + field);
            if (!value.isEmpty()) {
                constants.put(field, value);
            }
        }
        String separator = request.getParameter("separator");
        return new MappingPlan(
                kind,
                said(request, "zone"),
                said(request, "times")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                said(request, "dateAt"),
                said(request, "skippedRows"),
                separator == null ? "" : separator,
                columns,
                constants);
    }

    private static ColumnPlan column(HttpServletRequest request, int at, List<String> meanings) {
        String meaning = said(request, "field." + at);
        if (!meanings.contains(meaning)) {
            return ColumnPlan.NOT_READ;
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (MappingPlan.isTranslated(meaning)) {
            String[] written = all(request, "value." + at);
            String[] meant = all(request, "meaning." + at);
            for (int i = 0; i < Math.min(written.length, meant.length); i++) {
                // Of a decision nothing is a meaning, too: it is not recorded.
                if (!meant[i].isBlank() || meaning.equals("decision")) {
                    values.put(written[i], meant[i].strip());
                }
            }
        }
        List<String> only = Stream.of(said(request, "only." + at).split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        boolean required = request.getParameter("required." + at) != null;
        return new ColumnPlan(meaning, required, values, only);
    }

    private static String[] all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static String said(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
