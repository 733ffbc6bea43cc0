package id.patuh.chart;

import java.util.ArrayList;
import java.util.List;

/** How much of a text fits where, by widths of characters that are those of common fonts or a little more. */
final class TextFit {

    private static final String NARROW = "iljtfrI.,:;'|!()[] ";
    private static final String WIDE = "mwMW@%";
    private static final String CUT = "…";

    private TextFit() {}

    /** Width of a text in pixels. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(TextFit::ems).sum();
    }

    private static double ems(int written) {
        int character = Svg.visible(written);
        if (NARROW.indexOf(character) >= 0) {
            return 0.34;
        }
        if (WIDE.indexOf(character) >= 0) {
            return 0.9;
        }
        if (character > 0x2E80) {
            return 1.1;
        }
        return Character.isUpperCase(character) ? 0.7 : 0.58;
    }

    /** A text cut where it does not fit, with a mark that it is. */
    static String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        double left = width - width(CUT, size);
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            left -= size * ems(character);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return cut.toString().stripTrailing() + CUT;
    }

    /** Lines of a text, broken at blanks; the last of them is cut. A text without any letter has one empty line. */
    static List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int blank = rest.indexOf(' ');
            String word = blank < 0 ? rest : rest.substring(0, blank);
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                if (lines.size() == most - 1) {
                    break;
                }
                lines.add(cut(line, size, width));
                line = "";
            } else {
                line = longer;
                rest = blank < 0 ? "" : rest.substring(blank + 1).stripLeading();
            }
        }
        String last = rest.isEmpty() ? line : line + " " + rest;
        lines.add(cut(last, size, width));
        return lines;
    }
}
