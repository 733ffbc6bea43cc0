package id.patuh.intake;

import id.patuh.sop.ActivityRecord;

/** Reads rows of activities. */
final class ActivityRows implements Rows {

    private final Reading reading;
    private final ActivityFields activities;

    ActivityRows(Reading reading, ActivityFields activities) {
        this.reading = reading;
        this.activities = activities;
    }

    @Override
    public boolean read(Cells cells) {
        ActivityRecord activity = activities.read(cells);
        if (activity != null) {
            reading.target.activities.add(activity);
        }
        return activity != null;
    }

    @Override
    public void lose(Integer line, String text) {
        activities.lose(reading.path, line, text);
    }
}
