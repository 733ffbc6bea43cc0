package id.patuh.web.access;

import jakarta.servlet.http.HttpServletRequest;

/** Which addresses are for programs: all below {@value #PREFIX}; the page about them is for people. */
public final class ApiPaths {

    /** Where the page about the API stands. */
    public static final String PAGE = "/api";

    /** Below which whatever there is answers programs. */
    public static final String PREFIX = "/api/";

    /** The first version. */
    public static final String V1 = PREFIX + "v1";

    private ApiPaths() {}

    /** Whether a program asks; by the path as it is matched with handlers, however it was spelt. */
    public static boolean isOfPrograms(HttpServletRequest request) {
        return request.getServletPath().startsWith(PREFIX);
    }
}
