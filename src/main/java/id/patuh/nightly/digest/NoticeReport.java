package id.patuh.nightly.digest;

import id.patuh.notice.Notice;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.report.Template;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages and what became of them, as text or JSON. */
public final class NoticeReport {

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which the text shows times */
    public NoticeReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** Each message in a line. */
    public String text(List<Notice> notices) {
        return notices.isEmpty()
                ? words("messages.none") + "\n"
                : notices.stream().map(notice -> line(notice) + "\n").collect(Collectors.joining());
    }

    private String line(Notice notice) {
        Map<String, String> values = Map.of(
                "number", Long.toString(notice.id()),
                "event", Printable.of(notice.event()),
                "recipient", Printable.of(notice.recipient()),
                "channel", notice.channel().word(),
                "made", Moments.toTheMinute(notice.made(), zone),
                "state", words("state." + notice.state().word()));
        String line = Template.fill(words("messages.line"), values::get);
        if (notice.due() != null && notice.attempts() > 0) {
            line += Template.fill(words("messages.again"), name -> Moments.toTheMinute(notice.due(), zone));
        }
        return notice.failure() == null ? line : line + " " + why(notice);
    }

    /** For programs. */
    public String json(List<Notice> notices) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("messages", notices.stream().map(this::json).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> json(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", notice.id());
        json.put("event", notice.event());
        json.put("recipient", notice.recipient());
        json.put("channel", notice.channel().word());
        json.put("state", notice.state().word());
        json.put("attempts", notice.attempts());
        json.put("made", notice.made().toString());
        json.put("due", text(notice.due()));
        json.put("ended", text(notice.ended()));
        json.put("reason", notice.failure() == null ? null : why(notice));
        return json;
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }

    private String why(Notice notice) {
        return Reasons.text(notice.failure().reason(), notice.failure().details(), language);
    }

    private String words(String key) {
        return language.texts("id.patuh.nightly.digest.texts").getString(key);
    }
}
