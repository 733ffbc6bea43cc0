package id.patuh.cli;

import id.patuh.engine.RuleCache;
import id.patuh.report.Version;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where compiled rules are kept between starts. */
final class RuleCaches {

    private RuleCaches() {}

    /**
     * The cache in the folder that the launcher names, none without one. Classes that are not in a jar change without a
     * sign of it: rules compiled against them are not kept.
     */
    static RuleCache ofUser() {
        String folder = System.getProperty("patuh.cache", "");
        CodeSource source = RuleCaches.class.getProtectionDomain().getCodeSource();
        if (folder.isEmpty() || source == null) {
            return RuleCache.none();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? new RuleCache(
                            Path.of(folder),
                            Version.current() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar))
                    : RuleCache.none();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return RuleCache.none();
        }
    }
}
