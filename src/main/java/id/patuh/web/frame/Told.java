package id.patuh.web.frame;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page tells of what was just done. */
public final class Told {

    /** The attribute of pages. */
    static final String ATTRIBUTE = "told";

    private Told() {}

    /**
     * Leads to a page of this server.
     *
     * @param key of the text that it tells
     */
    public static String redirect(String path, String key, RedirectAttributes next) {
        next.addFlashAttribute(ATTRIBUTE, key);
        return "redirect:" + path;
    }
}
