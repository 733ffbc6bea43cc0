package id.patuh.web.api;

import id.patuh.report.JsonParts;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.report.ReportContent;
import id.patuh.submission.Submission;
import id.patuh.submission.SubmissionOrder;
import id.patuh.submission.SubmittedFile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks of files that were handed in, for programs. */
final class CheckJson {

    private final Language language;

    /** @param language of reasons */
    CheckJson(Language language) {
        this.language = language;
    }

    /** How far a check has come. */
    Map<String, Object> of(Submission submission) {
        SubmissionOrder order = submission.order();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("check", submission.code());
        one.put("scope", order.scope());
        one.put("state", submission.state().word());
        one.put("asOf", moment(order.asOf(), order.zone()));
        one.put("zone", order.zone().getId());
        one.put("sop", order.sop());
        one.put("mapping", order.mapping());
        one.put("at", submission.at().toString());
        one.put(
                "endedAt",
                submission.endedAt() == null ? null : submission.endedAt().toString());
        one.put("rowsRead", submission.rowsRead());
        one.put(
                "waitsFor",
                submission.waitsFor() == null ? null : Reasons.text(submission.waitsFor(), Map.of(), language));
        one.put("run", submission.run());
        one.put("problem", submission.problem() == null ? null : problem(submission));
        one.put("files", submission.files().stream().map(CheckJson::file).toList());
        return one;
    }

    private Map<String, Object> problem(Submission submission) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", submission.problem());
        one.put("reason", Reasons.text(submission.problem(), submission.details(), language));
        return one;
    }

    private static Map<String, Object> file(SubmittedFile file) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("path", file.name());
        one.put("sha256", file.sha256());
        one.put("size", file.size());
        return one;
    }

    /** What it came to as a whole, as reports say it. */
    static Map<String, Object> of(ReportContent result) {
        ReportContent.Head head = result.head();
        Map<String, Object> one = new LinkedHashMap<>();
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("name", "patuh");
        tool.put("version", head.program());
        one.put("tool", tool);
        Map<String, Object> ruleSet = new LinkedHashMap<>();
        ruleSet.put("version", head.ruleSet().version());
        ruleSet.put("sha256", head.ruleSet().sha256());
        one.put("ruleSet", ruleSet);
        one.put("inputs", result.inputs().stream().map(JsonParts::of).toList());
        one.put("summary", JsonParts.of(result.summary()));
        return one;
    }

    private static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}
