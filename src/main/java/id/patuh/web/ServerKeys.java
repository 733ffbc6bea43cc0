package id.patuh.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Looks at settings that Spring would pass over, or fail at only when it is too late to tell why. */
final class ServerKeys {

    private static final String ROOT = "patuh.";
    private static final Set<String> SECTIONS = Set.of("nightly", "limits", "api", "sso", "zone");
    private static final String CONTEXT_PATH = "server.servlet.context-path";
    private static final int HIGHEST_PORT = 65_535;
    /** Of health and metrics: nowhere. */
    private static final int NO_PORT = -1;

    private ServerKeys() {}

    /** @throws SettingException at the first that cannot be */
    static void check(ConfigurableEnvironment environment) {
        if (!environment.getProperty(CONTEXT_PATH, "").isBlank()) {
            throw new SettingException("server-below-path", Map.of("setting", CONTEXT_PATH));
        }
        port(environment, "server.port", 0);
        port(environment, "management.server.port", NO_PORT);
        Set<String> unknown = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(OriginTrackedMapPropertySource.class::isInstance)
                .map(OriginTrackedMapPropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name -> name.startsWith(ROOT) && !SECTIONS.contains(section(name)))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new SettingException("server-setting-unknown", Map.of("settings", String.join(", ", unknown)));
        }
    }

    private static String section(String name) {
        return name.substring(ROOT.length()).replaceFirst("[.\\[].*", "");
    }

    private static void port(ConfigurableEnvironment environment, String setting, int least) {
        String written = environment.getProperty(setting);
        try {
            SettingException.hold(setting, Integer.valueOf(written.strip()), least, HIGHEST_PORT);
        } catch (NumberFormatException e) {
            throw new SettingException("server-setting-unusable", Map.of("setting", setting, "value", written));
        }
    }
}
