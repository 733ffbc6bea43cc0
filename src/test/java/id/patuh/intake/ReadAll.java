package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Spool;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Everything that was read, the activities too. */
public record ReadAll(Dataset data, ActivityList log, ResponseList answers) {

    /** These activities and nothing else. */
    public static ReadAll of(List<ActivityRecord> activities) {
        ActivityList log = new ActivityList();
        activities.forEach(log::add);
        Spool<RejectedRow> none = new Spool<>(new RejectedRowCodec(), 1);
        return new ReadAll(new Dataset(List.of(), List.of(), List.of(), none, List.of()), log, new ResponseList());
    }

    public static ReadAll by(Intake intake, List<String> paths, InputStream standardInput) {
        ActivityList log = new ActivityList();
        ResponseList answers = new ResponseList();
        return new ReadAll(intake.read(paths, standardInput, (path, rows) -> {}, log, answers), log, answers);
    }

    public List<ActivityRecord> activities() {
        return log.activities();
    }

    public List<LostActivity> lostActivities() {
        return log.lost();
    }

    public List<ResponseRecord> responses() {
        return answers.responses();
    }

    /** The answers of a response by the key of their unsur. */
    public static Map<String, List<BigDecimal>> scores(ResponseRecord response) {
        Map<String, List<BigDecimal>> scores = new HashMap<>();
        for (int i = 0; i < response.answers().length; i++) {
            scores.put(response.survey().unsurKeys().get(i).key(), response.answers()[i].given());
        }
        return scores;
    }

    /** The keys of the unsur of which an answer could not be read. */
    public static List<String> unreadable(ResponseRecord response) {
        return IntStream.range(0, response.answers().length)
                .filter(i -> response.answers()[i].unreadable())
                .mapToObj(i -> response.survey().unsurKeys().get(i).key())
                .toList();
    }

    public List<LostResponse> lostResponses() {
        return answers.lost();
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
