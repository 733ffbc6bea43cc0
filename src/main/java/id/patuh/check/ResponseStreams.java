package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import id.patuh.skm.ResponseLessons;
import id.patuh.skm.SurveyResponses;
import java.util.function.Supplier;

/** Gives a stream for each reading of the input; a later one knows what the earlier ones taught. */
final class ResponseStreams implements Supplier<ResponseStream>, AutoCloseable {

    private final RuleSet ruleSet;
    private final CheckRequest request;
    private final ResponseLessons lessons = new ResponseLessons();
    private SurveyResponses last;

    ResponseStreams(RuleSet ruleSet, CheckRequest request) {
        this.ruleSet = ruleSet;
        this.request = request;
    }

    @Override
    public ResponseStream get() {
        close();
        last = new SurveyResponses(ruleSet.regulations(), lessons, request.mostInMemory());
        return new ResponseStream(last);
    }

    /** What was counted by the one that took all. */
    SurveyResponses last() {
        return last;
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
        }
    }
}
