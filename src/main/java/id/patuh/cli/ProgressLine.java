package id.patuh.cli;

import id.patuh.intake.Intake;
import id.patuh.report.Language;
import id.patuh.report.Printable;

/** Tells on the terminal, on one line, that long work goes on. May be used by many threads. */
final class ProgressLine implements Intake.Progress {

    private static final long EVERY_NANOS = 200_000_000L;

    private final boolean shown = "true".equals(System.getProperty("patuh.terminal.err"));
    private final String rows;
    private long last = System.nanoTime();
    private boolean dirty;

    ProgressLine(Language language) {
        this.rows = language.label("rows");
    }

    @Override
    public synchronized void rows(String path, long count) {
        long now = System.nanoTime();
        if (shown && now - last > EVERY_NANOS) {
            last = now;
            dirty = true;
            System.err.print("\r\u001b[K" + Printable.of(path) + ": " + count + " " + rows);
        }
    }

    /** Makes room for the report. */
    synchronized void clear() {
        if (dirty) {
            System.err.print("\r\u001b[K");
        }
    }
}
