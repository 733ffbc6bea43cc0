package id.patuh.ledger;

import id.patuh.report.PackedJson;
import java.util.Map;

/** What rows of the ledger say in words, and with evidence. */
public final class Records {

    private Records() {}

    /** How it stands in its row. */
    public static byte[] packed(Object said) {
        return PackedJson.of(said);
    }

    /**
     * What a row says.
     *
     * @param packed as {@link #packed} gave it
     * @param table in which it stands
     * @param row tells which of its rows
     * @throws LedgerException if it is damaged
     */
    public static <T> T read(byte[] packed, Class<T> type, String table, Object row) {
        T said = PackedJson.read(packed, type);
        if (said == null) {
            throw new LedgerException("record-altered", Map.of("table", table, "row", row.toString()));
        }
        return said;
    }
}
