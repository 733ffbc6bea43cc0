package id.patuh.intake;

import id.patuh.skm.PublishedResult.Element;
import id.patuh.skm.UnsurLabel;

/** Reads the lines of a published table of unsur. */
final class PublishedFields {

    private final Labels labels;

    PublishedFields(Labels labels) {
        this.labels = labels;
    }

    /** The line; null when a cell cannot be read, which the row then tells. */
    Element element(Cells cells) {
        UnsurLabel label = labels.published(cells.recorded("code"), cells.recorded("element"));
        if (label == null) {
            cells.reject("element", new Unreadable("value-missing"));
        }
        Element element = new Element(
                label,
                cells.require("mean", Numbers::decimal),
                cells.read("weighted", Numbers::decimal),
                cells.read("grade", Words::grade),
                cells.row());
        return cells.failed() ? null : element;
    }
}
