package id.patuh.rulebook;

import java.util.List;
import java.util.Locale;

/** A column of a table that is tampered with. */
record Cell(String column, String type) {

    /** What could stand there instead, in SQL; it may be what stands there already. */
    List<String> others() {
        String kind = type.toUpperCase(Locale.ROOT);
        if (kind.startsWith("BIG") || kind.startsWith("INT8")) {
            return List.of("NULL", "0", "77", "COALESCE(" + column + " + 1, 1)", column + " - 1");
        }
        if (kind.startsWith("TIMESTAMP")) {
            return List.of(
                    "NULL",
                    "COALESCE(" + column
                            + " + INTERVAL '0.000001' SECOND, TIMESTAMP WITH TIME ZONE '2026-11-20 01:00:00+00')",
                    column + " - INTERVAL '1' DAY");
        }
        if (kind.startsWith("B")) {
            return List.of("CAST('x' AS BYTEA)", "CAST('' AS BYTEA)");
        }
        return List.of(
                "NULL",
                "''",
                "COALESCE('x' || SUBSTRING(" + column + " FROM 2), 'x')",
                "'published'",
                "'rejected'",
                "'budi'",
                "'citra'",
                "'" + Sha256.of(new byte[0]) + "'");
    }

    /** That the value is another one. */
    String differs(String value) {
        return type.toUpperCase(Locale.ROOT).startsWith("BL") || type.equalsIgnoreCase("bytea")
                ? "1 = 1"
                : column + " IS DISTINCT FROM " + value;
    }
}
