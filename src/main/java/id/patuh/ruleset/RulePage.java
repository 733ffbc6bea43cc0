package id.patuh.ruleset;

import java.util.Arrays;
import java.util.List;

/**
 * The page that explains a rule.
 *
 * @param path the file of the rule set
 * @param text its content
 */
public record RulePage(String path, String text) {

    static final String FOLDER = "docs";
    static final String ENDING = ".md";

    /** What every page of a rule tells. */
    static final List<String> PARTS = List.of("**What it finds.**", "**Why.**", "**Example.**", "**Limits.**");

    /** The first paragraph below its heading; empty where there is none. */
    public String summary() {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.startsWith("#") && !paragraph.isEmpty())
                .findFirst()
                .map(paragraph -> paragraph.replace("**", "").replaceAll("\\s*\\R\\s*", " "))
                .orElse("");
    }
}
