package id.patuh.notice;

import java.util.Map;

/**
 * Why a message was not delivered. Says nothing that a server wrote, but the code of its answer.
 *
 * @param reason key of the text that says why, in {@code id/patuh/notice/reasons.properties}
 * @param detail the code of the answer; null where there was none
 */
public record Failure(String reason, String detail) {

    /** Values that the text names. */
    public Map<String, String> details() {
        return detail == null ? Map.of() : Map.of("code", detail);
    }
}
