package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.spool.Spool;
import java.util.List;

/**
 * Everything that was read but activities, which an {@link ActivitySink} took, in the order of the input.
 *
 * @param responses rows of survey responses
 * @param lostResponses rows of survey responses that could not be read
 * @param published results of surveys as they were published
 * @param followUps follow-up reports
 * @param inputs the files
 * @param rejected what could not be read
 * @param skipped files in searched folders that do not look like data
 */
public record Dataset(
        List<ResponseRecord> responses,
        List<LostResponse> lostResponses,
        List<PublishedResult> published,
        List<FollowUpRecord> followUps,
        List<InputFile> inputs,
        Spool<RejectedRow> rejected,
        List<String> skipped) {}
