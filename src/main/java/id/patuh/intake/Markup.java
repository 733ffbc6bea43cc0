package id.patuh.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes marks of formatting out of texts: those of Markdown, and what conversions leave of HTML. */
final class Markup {

    private static final Pattern ITEM = Pattern.compile("(?i)<li\\b[^>]*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\b[^>]*>|</?(?:p|div|ul|ol|li)\\b[^>]*>");
    private static final Pattern TAG =
            Pattern.compile("(?i)</?(?:b|i|u|em|strong|span|font|sup|sub|a|small|td|tr|th|table|tbody)\\b[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,6})|(amp|lt|gt|quot|apos|nbsp));");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![*\\w])\\*(?=[^\\s*])([^*]+?)(?<=\\S)\\*(?![*\\w])");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
    /** What is strong may go on in the next line. */
    private static final Pattern TORN_STRONG = Pattern.compile("^\\*\\*(?=\\S)|(?<=\\S)\\*\\*$");

    private static final Pattern BULLET =
            Pattern.compile("^(?:[-\u2022\u2013*\u00b7\u25aa\uf0b7]|\\(?[a-z0-9]{1,2}[.)])\\s+(?=\\S)");

    private Markup() {}

    /** A line of prose; empty when nothing but marks stands in it. */
    static String prose(String line) {
        String text = HEADING.matcher(String.join(" ", lines(line))).replaceFirst("");
        return TORN_STRONG.matcher(text).replaceAll("").strip();
    }

    /** A cell with all its lines. */
    static String cellLines(String text) {
        return String.join("\n", lines(text));
    }

    /** A cell: lines that are items of a list stay apart, each with a dash before it; all others become one. */
    static String cell(String text) {
        List<String> lines = lines(text);
        boolean list = lines.size() > 1 && lines.stream().allMatch(Markup::isItem);
        return list ? String.join("\n", lines.stream().map(l -> "- " + item(l)).toList()) : String.join(" ", lines);
    }

    /** The items that a cell lists, without their bullets; the whole text as the only one where it lists none. */
    static List<String> items(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return lines.size() > 1 && lines.stream().allMatch(Markup::isItem)
                ? lines.stream().map(Markup::item).toList()
                : List.of(item(text.strip()));
    }

    private static boolean isItem(String line) {
        return BULLET.matcher(line).find();
    }

    /** Without its bullet, or with none of the two that a converter leaves. */
    private static String item(String line) {
        String once = BULLET.matcher(line).replaceFirst("");
        return once.startsWith("- ") ? BULLET.matcher(once).replaceFirst("").strip() : once.strip();
    }

    private static List<String> lines(String text) {
        String plain = text.replace('\u00a0', ' ');
        if (plain.indexOf('<') >= 0) {
            plain = ITEM.matcher(plain).replaceAll("\n- ");
            plain = BREAK.matcher(plain).replaceAll("\n");
            plain = TAG.matcher(plain).replaceAll("");
        }
        if (plain.indexOf('&') >= 0) {
            plain = ENTITY.matcher(plain).replaceAll(m -> Matcher.quoteReplacement(entity(m)));
        }
        if (plain.indexOf('*') >= 0 || plain.contains("__")) {
            plain = STRONG.matcher(plain).replaceAll("$2");
            plain = EMPHASIS.matcher(plain).replaceAll("$1");
        }
        List<String> lines = new ArrayList<>();
        for (String line : plain.split("\\R")) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    private static String entity(MatchResult entity) {
        if (entity.group(2) != null) {
            return ENTITIES.get(entity.group(2));
        }
        int code = Integer.parseInt(entity.group(1));
        return Character.isValidCodePoint(code) && !Character.isISOControl(code) ? Character.toString(code) : " ";
    }
}
