package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Spool;
import java.io.InputStream;
import java.util.List;

/** Everything that was read, the activities too. */
public record ReadAll(Dataset data, ActivityList log) {

    /** These activities and nothing else. */
    public static ReadAll of(List<ActivityRecord> activities) {
        ActivityList log = new ActivityList();
        activities.forEach(log::add);
        Spool<RejectedRow> none = new Spool<>(new RejectedRowCodec(), 1);
        return new ReadAll(new Dataset(List.of(), List.of(), List.of(), List.of(), List.of(), none, List.of()), log);
    }

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
        return data.rejected().stream().toList();
    }

    public List<String> skipped() {
        return data.skipped();
    }
}
