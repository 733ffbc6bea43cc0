package id.patuh.submission;

import java.nio.file.Path;

/**
 * A file on its way in.
 *
 * @param name as its owner calls it, perhaps with folders of his
 * @param file where its bytes are
 */
public record HandedIn(String name, Path file) {

    private static final int LONGEST = 150;

    /** The name without folders, signs that cannot be seen, and whatever is too long; the ending stays. */
    String plainName() {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder plain = new StringBuilder();
        last.codePoints().filter(HandedIn::isShown).forEach(plain::appendCodePoint);
        String shown = plain.toString().strip();
        if (shown.isEmpty() || shown.chars().allMatch(c -> c == '.')) {
            return "berkas";
        }
        int dot = shown.lastIndexOf('.');
        String ending = dot > 0 && shown.length() - dot <= 10 ? shown.substring(dot) : "";
        String stem = shown.substring(0, shown.length() - ending.length());
        int most = LONGEST - ending.length();
        return (stem.length() <= most
                        ? stem
                        : stem.substring(0, stem.offsetByCodePoints(0, stem.codePointCount(0, most))))
                + ending;
    }

    private static boolean isShown(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
