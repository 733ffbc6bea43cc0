package id.patuh.facts;

import java.util.function.Supplier;

/** Gives a sink for each reading of a log; what the reading before it gave is forgotten. */
final class LogSinks implements Supplier<LogSink>, AutoCloseable {

    private final int inMemory;
    private LogSink last;

    /** @param inMemory rows that are sorted in memory */
    LogSinks(int inMemory) {
        this.inMemory = inMemory;
    }

    @Override
    public LogSink get() {
        close();
        last = new LogSink(inMemory);
        return last;
    }

    /** The one that took all. */
    LogSink last() {
        return last;
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
        }
    }
}
