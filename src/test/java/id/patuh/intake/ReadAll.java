package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.io.InputStream;
import java.util.List;

/** Everything that was read, the activities too. */
public record ReadAll(Dataset data, ActivityList log) {

    public static ReadAll by(Intake intake, List<String> paths, InputStream standardInput) {
        ActivityList log = new ActivityList();
        return new ReadAll(intake.read(paths, standardInput, (path, rows) -> {}, log), log);
    }

    public List<ActivityRecord> activities() {
        return log.activities();
    }

    public List<LostActivity> lostActivities() {
        return log.lost();
    }

    public List<ResponseRecord> responses() {
        return data.responses();
    }

    public List<LostResponse> lostResponses() {
        return data.lostResponses();
    }

    public List<PublishedResult> published() {
        return data.published();
    }

    public List<FollowUpRecord> followUps() {
        return data.followUps();
    }

    public List<InputFile> inputs() {
        return data.inputs();
    }

    public List<RejectedRow> rejected() {
        return data.rejected();
    }

    public List<String> skipped() {
        return data.skipped();
    }
}
