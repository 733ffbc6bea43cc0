package id.patuh.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where a program takes messages.
 *
 * @param url {@code http} or {@code https}
 * @param secret that it knows messages by: {@code whsec_} and 24 to 64 bytes in Base64
 */
public record Endpoint(String url, Secret secret) {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    /**
     * All that is wrong with it; nothing where it can be used.
     *
     * @param key of these settings, before their own
     */
    public List<SettingProblem> problems(String key) {
        List<SettingProblem> problems = new ArrayList<>();
        if (!isUsable(url)) {
            // Part of the address may be a secret.
            problems.add(new SettingProblem(key + ".url", "setting-url", null));
        }
        if (key(secret) == null) {
            problems.add(new SettingProblem(key + ".secret", "setting-webhook-secret", null));
        }
        return problems;
    }

    private static boolean isUsable(String url) {
        try {
            URI uri = new URI(url == null ? "" : url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The bytes that messages are signed by. */
    byte[] key() {
        return key(secret);
    }

    private static byte[] key(Secret secret) {
        if (secret == null || !secret.reveal().startsWith(PREFIX)) {
            return null;
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
            return key.length >= SHORTEST && key.length <= LONGEST ? key : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Without the address, part of which may be a secret. */
    @Override
    public String toString() {
        return "Endpoint[***]";
    }
}
