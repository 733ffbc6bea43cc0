package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.spool.Spool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@link Dataset} while it grows. */
final class DatasetBuilder {

    final ActivitySink activities;
    final ResponseSink responses;
    private final List<PublishedResult> published = new ArrayList<>();
    final List<FollowUpRecord> followUps = new ArrayList<>();
    final List<InputFile> inputs = new ArrayList<>();
    final Spool<RejectedRow> rejected;
    final List<String> skipped = new ArrayList<>();
    final FollowUpParts reports = new FollowUpParts();
    private final Selection selection;
    private final Set<String> hashes = new HashSet<>();
    private final Set<Long> sizes = new HashSet<>();

    /**
     * @param selection what is wanted of surveys and reports
     * @param mostInMemory how many rejected rows stay objects
     */
    DatasetBuilder(ActivitySink activities, ResponseSink responses, Selection selection, int mostInMemory) {
        this.activities = new GuardedSink(activities);
        this.responses = new GuardedResponses(
                selection == Selection.ALL ? responses : new SelectedResponses(responses, selection));
        this.selection = selection;
        this.rejected = new Spool<>(new RejectedRowCodec(), mostInMemory);
    }

    /** For what a single file holds beside activities and responses. */
    DatasetBuilder() {
        this(new ActivityList(), new ResponseList(), Selection.ALL, Spool.USUAL_MOST);
    }

    /** Takes a result, if it is wanted. */
    void publish(PublishedResult result) {
        if (selection.wants(result)) {
            published.add(result);
        }
    }

    /** Takes a follow-up report, or what a file holds of one, if it is wanted; tells whether it is. */
    boolean follow(FollowUpRecord report) {
        return selection.wants(report) && followUps.add(report);
    }

    /** Whether no file of this size, in bytes, was met before. */
    boolean isNewSize(long size) {
        return sizes.add(size);
    }

    /** Takes note of a file's hash. */
    void add(String sha256) {
        hashes.add(sha256);
    }

    /** Whether no file with this hash was read before. */
    boolean isNew(String sha256) {
        return hashes.add(sha256);
    }

    /** Rejects a path as a whole. */
    void reject(FoundInput input) {
        rejected.add(new RejectedRow(input.name(), null, null, null, null, input.reason(), input.details()));
    }

    Dataset build() {
        reports.join(this);
        Dataset read = new Dataset(published, followUps, inputs, rejected, skipped);
        responses.end(published);
        activities.end(read);
        return read;
    }
}
