package id.patuh.intake;

import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import java.util.List;

/** Lets responses to surveys pass: only activities are wanted. */
public final class NoResponses implements ResponseSink {

    @Override
    public void add(ResponseRecord response) {
        // Not wanted.
    }

    @Override
    public void add(PlainResponse response) {
        // Not wanted.
    }

    @Override
    public void lose(LostResponse lost) {
        // Not wanted.
    }

    @Override
    public void end(List<PublishedResult> published) {
        // Nothing was counted.
    }
}
