package id.patuh.intake;

import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import java.util.List;

/** Takes responses to surveys as they are read, in the order of the input. */
public interface ResponseSink {

    /** Takes a row. */
    void add(ResponseRecord response);

    /** Takes a row of the usual kind. */
    void add(PlainResponse response);

    /** Takes note of a row that could not be read. */
    void lose(LostResponse lost);

    /**
     * Everything has been read.
     *
     * @param published the results of surveys as they were published
     * @throws ActivitySink.ReadAgain see there
     */
    void end(List<PublishedResult> published);
}
