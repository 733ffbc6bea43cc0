package id.patuh.intake;

import id.patuh.sop.ActivityRecord;

/** Reads rows of activities. */
final class ActivityRows implements Rows {

    private final Reading reading;
    private final ActivityFields activities;
    private ActivityRecord lastRead;

    ActivityRows(Reading reading, ActivityFields activities) {
        this.reading = reading;
        this.activities = activities;
    }

    @Override
    public boolean read(Cells cells) {
        ActivityRecord activity = activities.read(cells);
        if (activity != null) {
            lastRead = activity;
            give(activity);
        }
        return activity != null;
    }

    /** Gives on a row, which may have been read elsewhere. */
    void give(ActivityRecord activity) {
        reading.target.activities.add(activity);
    }

    /** The last row that was read here; null before it. */
    ActivityRecord lastRead() {
        return lastRead;
    }

    @Override
    public void lose(Integer line, String text) {
        activities.lose(reading.path, line, text);
    }
}
