package id.patuh.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's own script and style, by whose hash its policy admits them. */
enum Asset {
    SCRIPT("report.js"),
    STYLE("/id/patuh/chart/assets/chart.css", "report.css");

    private final String content;
    private final String hash;

    /** @param files which make it up, one after the other */
    Asset(String... files) {
        try {
            content = Stream.of(files).map(Asset::read).collect(Collectors.joining());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = digest.digest(content.getBytes(StandardCharsets.UTF_8));
            hash = "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Asset.class.getResourceAsStream(file), file)) {
            // Browsers hash what they read, and take any line end for this one.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String content() {
        return content;
    }

    /** As policies name it. */
    String hash() {
        return hash;
    }
}
