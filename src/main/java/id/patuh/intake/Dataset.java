package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.spool.Spool;
import java.util.List;

/**
 * Everything that was read, in the order of the input, but activities, which an {@link ActivitySink} took, and responses,
 * which a {@link ResponseSink} took.
 *
 * @param published results of surveys as they were published
 * @param followUps follow-up reports
 * @param inputs the files
 * @param rejected what could not be read
 * @param skipped files in searched folders that do not look like data
 */
public record Dataset(
        List<PublishedResult> published,
        List<FollowUpRecord> followUps,
        List<InputFile> inputs,
        Spool<RejectedRow> rejected,
        List<String> skipped) {}
