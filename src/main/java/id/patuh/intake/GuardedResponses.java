package id.patuh.intake;

import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import java.util.List;

/** Marks what a sink throws while a file is read. */
record GuardedResponses(ResponseSink sink) implements ResponseSink {

    @Override
    public void add(ResponseRecord response) {
        try {
            sink.add(response);
        } catch (RuntimeException e) {
            throw new ActivitySink.Failure(e);
        }
    }

    @Override
    public void add(PlainResponse response) {
        try {
            sink.add(response);
        } catch (RuntimeException e) {
            throw new ActivitySink.Failure(e);
        }
    }

    @Override
    public void lose(LostResponse lost) {
        try {
            sink.lose(lost);
        } catch (RuntimeException e) {
            throw new ActivitySink.Failure(e);
        }
    }

    @Override
    public void end(List<PublishedResult> published) {
        sink.end(published);
    }
}
