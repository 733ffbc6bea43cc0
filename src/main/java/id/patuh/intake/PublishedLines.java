package id.patuh.intake;

import id.patuh.skm.PublishedResult.Element;
import id.patuh.skm.UnsurLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one published table of unsur, while they are read. */
final class PublishedLines {

    private final Labels labels;
    private final List<Element> elements = new ArrayList<>();
    private boolean readable = true;
    private boolean strange;

    PublishedLines(Labels labels) {
        this.labels = labels;
    }

    /** Reads a line; null when it cannot be used, which its row then tells. */
    Element add(Cells cells) {
        UnsurLabel label = labels.published(cells.recorded("code"), cells.recorded("element"));
        if (label == null) {
            cells.reject("element", new Unreadable("value-missing"));
        } else if (!labels.isKnown(label)) {
            cells.reject("element", new Unreadable("element-unknown"));
            strange = true;
            return null;
        }
        Element element = new Element(
                label,
                cells.require("mean", Numbers::decimal),
                cells.read("weighted", Numbers::decimal),
                grade(cells),
                cells.row());
        if (cells.failed()) {
            readable = false;
            return null;
        }
        Optional<Element> earlier = elements.stream()
                .filter(e -> labels.sameEverywhere(e.label(), label))
                .findFirst();
        if (earlier.isPresent()) {
            cells.reject(
                    "element",
                    new Unreadable(
                            "element-duplicate", "row", "" + earlier.get().row().number()));
            readable &= agree(earlier.get(), element);
            return null;
        }
        elements.add(element);
        return element;
    }

    /** The grade, which some tables only have in words. */
    private static String grade(Cells cells) {
        String grade = cells.read("grade", Words::grade);
        return grade != null || cells.recorded("grade") != null
                ? grade
                : cells.readAlone("category", Words::grade, () -> {});
    }

    /** A line of which nothing could be read. */
    void lose() {
        readable = false;
    }

    List<Element> elements() {
        return elements;
    }

    /** Whether every line that means an unsur could be read, and none contradicts another. */
    boolean isReadable() {
        return readable;
    }

    /** Whether a line names what is no unsur, and might be the misspelt name of one that seems to be left out. */
    boolean hasStrange() {
        return strange;
    }

    private static boolean agree(Element one, Element other) {
        return one.mean().compareTo(other.mean()) == 0
                && (one.grade() == null || other.grade() == null || one.grade().equals(other.grade()));
    }
}
