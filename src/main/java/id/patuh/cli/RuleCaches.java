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
     * sign of it: rules compiled against them are kept only if {@code patuh.build} tells one build from another.
     */
    static RuleCache ofUser() {
        String folder = System.getProperty("patuh.cache", "");
        String build = folder.isEmpty() ? "" : build();
        return folder.isEmpty() || build.isEmpty()
                ? RuleCache.none()
                : new RuleCache(Path.of(folder), Version.current() + " " + build);
    }

    /** The version of the program, with what tells this build from others of the same version. */
    static String program() {
        return (Version.current() + " " + build()).strip();
    }

    private static String build() {
        String named = System.getProperty("patuh.build", "");
        return named.isEmpty() ? jar() : named;
    }

    /** Size and date of the jar; empty where the classes are in none. */
    private static String jar() {
        CodeSource source = RuleCaches.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "";
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Files.size(jar) + " " + Files.getLastModifiedTime(jar) : "";
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }
}
