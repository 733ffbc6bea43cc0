package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import id.patuh.skm.ResponseLessons;
import id.patuh.skm.SurveyResponses;
import java.util.function.Supplier;

/** Gives a stream for each reading of the input; a later one knows what the earlier ones taught. */
final class ResponseStreams implements Supplier<ResponseStream>, AutoCloseable {

    private final RuleSet ruleSet;
    private final int mostInMemory;
    private final ResponseLessons lessons = new ResponseLessons();
    private SurveyResponses last;

    /** @param mostInMemory how many respondents are kept by name */
    ResponseStreams(RuleSet ruleSet, int mostInMemory) {
        this.ruleSet = ruleSet;
        this.mostInMemory = mostInMemory;
    }

    @Override
    public ResponseStream get() {
        close();
        last = new SurveyResponses(ruleSet.regulations(), lessons, mostInMemory);
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
