package id.patuh.ruleset;

import java.util.HashMap;
import java.util.Map;

/**
 * What of a rule set is code: the rules in DRL. The rest is data, which no engineer is needed for; decision tables too, since
 * nothing but the bands of grades is accepted in them ({@link GradeTable}).
 */
public final class RuleCode {

    private RuleCode() {}

    /** SHA-256 over the code of a rule set. It stays the same where only data change. */
    public static String sha256(RuleSetContent files) {
        Map<String, byte[]> code = new HashMap<>();
        for (String path : files.paths()) {
            if (path.startsWith(RuleFiles.RULES + "/")) {
                code.put(path, files.bytes(path));
            }
        }
        return RuleSetContent.of(code).sha256();
    }
}
