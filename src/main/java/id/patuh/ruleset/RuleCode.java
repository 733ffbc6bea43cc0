package id.patuh.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What of a rule set is code: rules in DRL, and all of a decision table but the bands of grades. The rest is data, which no
 * engineer is needed for.
 */
public final class RuleCode {

    private RuleCode() {}

    /** SHA-256 over the code of a rule set. It stays the same where only data change. */
    public static String sha256(RuleSetContent files) {
        Map<String, byte[]> code = new HashMap<>();
        for (String path : files.paths()) {
            if (path.startsWith(RuleFiles.RULES + "/")) {
                code.put(path, files.bytes(path));
            } else if (path.startsWith(RuleFiles.TABLES + "/")) {
                code.put(path, ofTable(files, path));
            }
        }
        return RuleSetContent.of(code).sha256();
    }

    private static byte[] ofTable(RuleSetContent files, String path) {
        try {
            return GradeTable.read(path, files.text(path))
                    .filter(table -> table.problems().isEmpty())
                    .map(table -> table.code().getBytes(StandardCharsets.UTF_8))
                    .orElseGet(() -> files.bytes(path));
        } catch (RuleSetException e) {
            return files.bytes(path);
        }
    }
}
