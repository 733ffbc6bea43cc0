package id.patuh.web;

import com.microsoft.playwright.Page;

/** What every journey through the pages begins with. */
final class Journeys {

    private Journeys() {}

    /** On the page to sign in. */
    static void signIn(Page page, String name, String password) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("main button").click();
    }
}
