package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row while it is gathered from the members of JSON objects. */
final class JsonRow {

    private final Reading reading;
    private final SourceTable table;
    private final int number;
    private final Map<String, List<String>> lists = new HashMap<>();
    private String[] values = new String[16];
    private boolean failed;

    JsonRow(Reading reading, SourceTable table, int number) {
        this.reading = reading;
        this.table = table;
        this.number = number;
    }

    /** Adds an object's members; a key that means none of the fields is reported once a file. */
    JsonRow add(JsonTree.Members object, Fields fields) {
        return add(object, fields, true);
    }

    /** Adds those of an object's members that mean one of the fields. */
    JsonRow addKnown(JsonTree.Members object, Fields fields) {
        return add(object, fields, false);
    }

    /** Adds the value of a single key. */
    JsonRow add(String field, String key, Object value, boolean list) {
        int column = table.column(field);
        if (column < 0) {
            column = table.add(field, key);
        }
        if (column >= values.length) {
            values = Arrays.copyOf(values, column * 2);
        }
        if (values[column] != null) {
            reject(key, shown(value), "key-duplicate");
        } else if (value instanceof List<?> items && list) {
            addList(field, key, items, column);
        } else if (value instanceof JsonTree.Scalar scalar && (!scalar.truth() || field.equals("done"))) {
            values[column] = reading.share(scalar.text());
        } else if (value != null) {
            reject(key, shown(value), "type-wrong", "expected", list ? "[\"…\"]" : "\"…\"");
        }
        return this;
    }

    /** Marks the row as one that cannot be used. */
    JsonRow reject(String key, String value, String reason, String... details) {
        failed = true;
        reading.reject(table.sheet(), number, key, value, new Unreadable(reason, details));
        return this;
    }

    Cells cells() {
        return new Cells(reading, new SourceRow(table, number, values), lists, failed);
    }

    /** How a value of the wrong type is shown. */
    static String shown(Object value) {
        if (value instanceof JsonTree.Scalar scalar) {
            return scalar.text();
        }
        if (value == null) {
            return "null";
        }
        return value instanceof List ? "[…]" : "{…}";
    }

    private JsonRow add(JsonTree.Members object, Fields fields, boolean reportUnknown) {
        for (JsonTree.Member member : object.all()) {
            String field = fields.field(member.key());
            if (field != null) {
                add(field, member.key(), member.value(), fields.isList(field));
            } else if (reportUnknown && !fields.isNested(member.key()) && reading.first("key " + member.key())) {
                reading.reject(number, member.key(), shown(member.value()), "key-unknown");
            }
        }
        return this;
    }

    private void addList(String field, String key, List<?> items, int column) {
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof JsonTree.Scalar scalar && !scalar.truth()) {
                texts.add(reading.share(scalar.text()));
            } else {
                reject(key, shown(item), "type-wrong", "expected", "[\"…\"]");
            }
        }
        values[column] = reading.share(String.join("; ", texts));
        lists.put(
                field,
                texts.stream()
                        .filter(t -> !Words.notRecorded(t))
                        .map(String::strip)
                        .toList());
    }
}
