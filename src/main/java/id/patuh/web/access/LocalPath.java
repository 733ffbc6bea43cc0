package id.patuh.web.access;

import java.net.URI;
import java.net.URISyntaxException;

/** Paths that users send along to be led back to: only such as lead to this server. */
public final class LocalPath {

    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** The path, with its query, where it is one of this server as every browser reads it; else the first page. */
    public static String of(String path) {
        return isLocal(path) ? path : "/";
    }

    private static boolean isLocal(String path) {
        // Browsers take a backslash for a slash, and leave out what cannot be seen: two slashes begin another host.
        if (path == null
                || path.length() > LONGEST
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f)) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
