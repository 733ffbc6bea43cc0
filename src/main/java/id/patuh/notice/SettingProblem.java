package id.patuh.notice;

import java.util.Map;

/**
 * What is wrong with a setting.
 *
 * @param key of the setting, as {@code mail.port}
 * @param reason key of the text that says why, in {@code id/patuh/notice/reasons.properties}
 * @param value what is set, as far as it is no secret; may be null
 */
public record SettingProblem(String key, String reason, String value) {

    /** Values that the text names. */
    public Map<String, String> details() {
        return Map.of("key", key, "value", value == null ? "" : value);
    }
}
