package id.patuh.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What every journey through the pages is made of. */
final class Journeys {

    private Journeys() {}

    /** The first page, as somebody sees it who has just signed in. */
    static Page signedIn(RunningServer server, BrowserContext context, String name, String password) {
        Page page = context.newPage();
        page.navigate(server.address("/"));
        signIn(page, name, password);
        return page;
    }

    /** On the page to sign in. */
    static void signIn(Page page, String name, String password) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("main button").click();
    }

    /** The first link of that name in the content of a page. */
    static Locator link(Page page, String name) {
        return named(page, AriaRole.LINK, name).first();
    }

    /** The button of that name in the content of a page. */
    static Locator button(Page page, String name) {
        return named(page, AriaRole.BUTTON, name);
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
