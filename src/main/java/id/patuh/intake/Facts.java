package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.Regulations;
import id.patuh.skm.ResponseRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sops;
import java.util.ArrayList;
import java.util.List;

/** What has been read so far, of all files. */
final class Facts {

    final Intake.Options options;
    final Regulations regulations;
    final Sops sops;
    final Intake.Progress progress;

    final List<ActivityRecord> activities = new ArrayList<>();
    final List<ResponseRecord> responses = new ArrayList<>();
    final List<PublishedResult> published = new ArrayList<>();
    final List<FollowUpRecord> followUps = new ArrayList<>();
    final List<InputFile> inputs = new ArrayList<>();
    final List<RejectedRow> rejected = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    Facts(Intake.Options options, Regulations regulations, Sops sops, Intake.Progress progress) {
        this.options = options;
        this.regulations = regulations;
        this.sops = sops;
        this.progress = progress;
    }

    FileFacts file(String path, String sha256) {
        return new FileFacts(this, path, sha256);
    }

    void skip(String path) {
        skipped.add(path);
    }

    Dataset dataset() {
        return new Dataset(activities, responses, published, followUps, inputs, rejected, List.copyOf(skipped));
    }
}
