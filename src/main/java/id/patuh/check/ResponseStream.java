package id.patuh.check;

import id.patuh.intake.ActivitySink;
import id.patuh.intake.ResponseSink;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyResponses;
import java.util.List;

/** Has responses counted while they are read. */
record ResponseStream(SurveyResponses counts) implements ResponseSink {

    @Override
    public void add(ResponseRecord response) {
        counts.add(response);
    }

    @Override
    public void add(PlainResponse response) {
        counts.add(response);
    }

    @Override
    public void lose(LostResponse lost) {
        counts.lose(lost);
    }

    @Override
    public void end(List<PublishedResult> published) {
        if (counts.mustBeReadAgain(published)) {
            throw new ActivitySink.ReadAgain();
        }
    }
}
