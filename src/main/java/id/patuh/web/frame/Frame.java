package id.patuh.web.frame;

import id.patuh.report.Language;
import java.util.List;

/**
 * What surrounds the content of every page.
 *
 * @param path of the page with its query, to be led back to
 * @param menu what the user may open; empty for whoever is not logged in
 * @param user how the user is called; null for whoever is not logged in
 */
public record Frame(Language language, Theme theme, String path, List<Entry> menu, String user) {

    public Frame {
        menu = List.copyOf(menu);
    }

    /**
     * An entry of the menu.
     *
     * @param key of its text
     * @param path where it leads
     * @param current whether the page belongs to it
     */
    public record Entry(String key, String path, boolean current) {}
}
