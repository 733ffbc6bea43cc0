package id.patuh.intake;

import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps all responses in memory. */
public final class ResponseList implements ResponseSink {

    private final List<ResponseRecord> responses = new ArrayList<>();
    private final List<LostResponse> lost = new ArrayList<>();

    @Override
    public void add(ResponseRecord response) {
        responses.add(response);
    }

    @Override
    public void add(PlainResponse response) {
        add(response.record());
    }

    @Override
    public void lose(LostResponse row) {
        lost.add(row);
    }

    @Override
    public void end(List<PublishedResult> published) {
        // Nothing was taken for granted.
    }

    /** Has another sink take what was kept. */
    public void giveTo(ResponseSink other) {
        responses.forEach(other::add);
        lost.forEach(other::lose);
    }

    void clear() {
        responses.clear();
        lost.clear();
    }

    /** The rows, in the order of the input. */
    public List<ResponseRecord> responses() {
        return Collections.unmodifiableList(responses);
    }

    /** Rows that could not be read. */
    public List<LostResponse> lost() {
        return Collections.unmodifiableList(lost);
    }
}
