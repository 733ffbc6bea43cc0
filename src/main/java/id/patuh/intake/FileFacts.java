package id.patuh.intake;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has been read of one file: counts by kind, and everything rejected. */
final class FileFacts {

    private static final int PROGRESS_EVERY = 10_000;

    final Facts all;
    final String path;
    private final String sha256;
    private final Map<InputFile.Kind, int[]> counts = new EnumMap<>(InputFile.Kind.class);
    private long rows;

    FileFacts(Facts all, String path, String sha256) {
        this.all = all;
        this.path = path;
        this.sha256 = sha256;
    }

    /** Notes that the file holds this kind, even if no row of it follows. */
    void kind(InputFile.Kind kind) {
        counts.computeIfAbsent(kind, k -> new int[2]);
    }

    /** Counts a row. */
    void row(InputFile.Kind kind, boolean rejected) {
        kind(kind);
        counts.get(kind)[0]++;
        if (rejected) {
            counts.get(kind)[1]++;
        }
        if (++rows % PROGRESS_EVERY == 0) {
            all.progress.rows(path, rows);
        }
    }

    /** Rejects the file, or says something of the whole of it. */
    void rejectFile(String reason, String... details) {
        reject(null, null, null, reason, details);
    }

    /** Rejects a cell or a row. */
    void reject(Integer row, String column, String value, String reason, String... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        all.rejected.add(new RejectedRow(path, null, row, column, value, reason, named));
    }

    void finish() {
        if (counts.isEmpty()) {
            all.inputs.add(new InputFile(path, null, sha256, 0, 0));
        }
        counts.forEach((kind, count) -> all.inputs.add(new InputFile(path, kind, sha256, count[0], count[1])));
    }
}
