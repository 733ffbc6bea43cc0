package id.patuh.intake;

import id.patuh.mapping.Column;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.TimeFormats.UnreadableTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a mapping makes of the cells that hold one field. */
final class MappedCell {

    private MappedCell() {}

    /** How the columns are headed. */
    static String header(FieldSource source, MappedHeader header) {
        return source.isConstant()
                ? null
                : source.columns().stream().map(header::headerOf).collect(Collectors.joining(" + "));
    }

    /** What stands in the columns; null where nothing does. */
    static String written(FieldSource source, MappedHeader header, TableRow row) {
        if (source.isConstant()) {
            return source.constant();
        }
        if (source.columns().size() == 1) {
            return header.cell(row, source.columns().get(0));
        }
        List<String> filled = new ArrayList<>();
        for (Column column : source.columns()) {
            String cell = header.cell(row, column);
            if (cell != null) {
                filled.add(cell);
            }
        }
        return filled.isEmpty() ? null : String.join(" ", filled);
    }

    /** What it means; null where nothing is recorded. */
    static String meaning(FieldSource source, String written) throws Unreadable {
        if (source.isConstant()) {
            return written;
        }
        if (written == null) {
            if (source.required()) {
                throw new Unreadable("value-missing");
            }
            return null;
        }
        String meaning = source.translate(written);
        if (meaning == null) {
            throw new Unreadable("value-untranslated");
        }
        if (meaning.isEmpty() || source.times() == null || Words.notRecorded(meaning)) {
            return meaning.isEmpty() ? null : meaning;
        }
        try {
            return source.times().read(meaning);
        } catch (UnreadableTime e) {
            String formats = String.join("; ", source.times().patterns());
            throw e.isDateOnly()
                    ? new Unreadable("time-without-clock")
                    : new Unreadable("time-format-unfit", "formats", formats);
        }
    }

    /** The items of a list that the mapping says how to separate; null where it does not. */
    static List<String> items(FieldSource source, String meaning) {
        return source.separator() == null || meaning == null
                ? null
                : Arrays.stream(meaning.split(Pattern.quote(source.separator())))
                        .filter(item -> !Words.notRecorded(item))
                        .map(String::strip)
                        .toList();
    }
}
