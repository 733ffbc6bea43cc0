package id.patuh.account;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that was done, or tried. Whatever its texts hold, it can be kept: an odd name of a file must not keep anything out
 * of the trail. Long texts are cut.
 *
 * @param object what it was done to, such as the name of an account, or the number of a run; empty where there is none
 * @param details whatever else tells what was done; never a password, a token, or a person by another name than of his account
 */
public record AuditEvent(Actor actor, AuditAction action, String object, Map<String, String> details, Outcome outcome) {

    private static final int LONGEST = 1000;

    public AuditEvent {
        object = kept(object);
        Map<String, String> all = new TreeMap<>();
        details.forEach((name, value) -> all.put(kept(name), kept(value)));
        details = Collections.unmodifiableMap(all);
    }

    /** Something that was done. */
    public static AuditEvent done(Actor actor, AuditAction action, String object, Map<String, String> details) {
        return new AuditEvent(actor, action, object, details, Outcome.DONE);
    }

    /**
     * Something that was not allowed.
     *
     * @param reason key of the text that says why
     */
    public static AuditEvent refused(Actor actor, AuditAction action, String object, String reason) {
        return new AuditEvent(actor, action, object, Map.of("reason", reason), Outcome.REFUSED);
    }

    /** NUL and halves of surrogate pairs, which no database keeps, as question marks. */
    private static String kept(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST)).replace('\0', '?');
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
