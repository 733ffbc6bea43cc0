package id.patuh.web;

import id.patuh.account.AccountException;
import id.patuh.engine.RuleCache;
import id.patuh.nightly.RuleSource;
import id.patuh.spool.TemporaryFile;
import id.patuh.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The running server. Serves from {@link #start} until it is closed, which lets requests under way end first. */
public final class WebServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the server; returns once it serves.
     *
     * @param store stays open as long as the server; whoever opened it closes it afterwards
     * @param rules by which files are checked that are handed in
     * @param cache keeps what those rule sets are compiled to, and drafts
     * @throws AccountException if what the configuration file says of sign-ins cannot be used
     * @throws SettingException if something else of it cannot be used
     * @throws PortTakenException if another program listens at the port
     */
    public static WebServer start(Store store, RuleSource rules, RuleCache cache, ServeSettings settings) {
        ApplicationContextInitializer<ConfigurableApplicationContext> given = context -> {
            ServerKeys.check(context.getEnvironment());
            context.getBeanFactory().registerSingleton("store", store);
            context.getBeanFactory().registerSingleton("rules", rules);
            context.getBeanFactory().registerSingleton("ruleCache", cache);
            context.getBeanFactory().registerSingleton("settings", settings);
        };
        SpringApplication application = new SpringApplicationBuilder(WebApplication.class)
                .initializers(given)
                .properties(defaults())
                .registerShutdownHook(false)
                .build();
        try {
            return new WebServer(application.run(arguments(settings)));
        } catch (RuntimeException e) {
            throw StartFailure.told(e);
        }
    }

    /** The port that is listened at. */
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** What Spring made; for tests. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where a browser on this machine finds it. */
    public String address() {
        boolean encrypted = context.getEnvironment().getProperty("server.ssl.enabled", Boolean.class, false)
                || context.getEnvironment().containsProperty("server.ssl.bundle");
        return (encrypted ? "https" : "http") + "://localhost:" + port();
    }

    /** What holds unless the configuration file says otherwise. */
    private static Properties defaults() {
        Properties properties = new Properties();
        Map<String, String> values = new HashMap<>();
        values.put("server.address", "127.0.0.1");
        values.put("server.port", "8080");
        values.put("server.shutdown", "graceful");
        // Requests that are under way, then checks: with their own patience that stays below what systemd waits for.
        values.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        values.put("spring.main.banner-mode", "off");
        values.put("spring.main.log-startup-info", "false");
        values.put("spring.config.name", "patuh-without-file");
        // Its messages hold what users sent.
        values.put("spring.web.error.include-message", "never");
        values.put("spring.web.error.include-stacktrace", "never");
        values.put("spring.web.error.whitelabel.enabled", "false");
        values.put("server.servlet.session.timeout", "1h");
        values.put("server.servlet.session.cookie.name", "patuh-session");
        values.put("server.servlet.session.cookie.same-site", "lax");
        values.put("server.servlet.session.tracking-modes", "cookie");
        values.put("server.compression.enabled", "true");
        values.put("server.tomcat.connection-timeout", "20s");
        // Nothing of another's address is believed unless the configuration says that there is a proxy.
        values.put("server.forward-headers-strategy", "none");
        values.put("server.tomcat.max-http-form-post-size", "1MB");
        // What is left unread of a request is read by the limits, as steadily as all else.
        values.put("server.tomcat.max-swallow-size", "0");
        // So that nobody is led to the host that a request names.
        values.put("server.tomcat.use-relative-redirects", "true");
        values.put("server.tomcat.threads.max", "200");
        // What is sent with files stands below it meanwhile, and is to go with the process, however that ends.
        values.put(
                "server.tomcat.basedir",
                TemporaryFile.folder().resolve("tomcat").toString());
        values.put("spring.servlet.multipart.max-file-size", "256MB");
        values.put("spring.servlet.multipart.max-request-size", "512MB");
        values.put("spring.web.resources.add-mappings", "false");
        values.put("spring.messages.basename", "id.patuh.web.texts");
        values.put("spring.messages.fallback-to-system-locale", "false");
        values.put("spring.thymeleaf.prefix", "classpath:/id/patuh/web/pages/");
        // Of a form with files; how many files there may be is said where they are taken.
        values.put("server.tomcat.max-part-count", "250");
        values.put("management.server.address", "127.0.0.1");
        values.put("management.server.port", "8081");
        values.put("management.endpoints.access.default", "none");
        values.put("management.endpoint.health.access", "read-only");
        values.put("management.endpoint.health.probes.enabled", "true");
        values.put("management.endpoint.health.show-details", "always");
        values.put("management.endpoint.prometheus.access", "read-only");
        values.put("management.endpoints.web.exposure.include", "health,prometheus");
        properties.putAll(values);
        return properties;
    }

    /** What the command line says beats the file. */
    private static String[] arguments(ServeSettings settings) {
        Map<String, Object> values = new HashMap<>();
        if (settings.address() != null) {
            values.put("server.address", settings.address());
        }
        if (settings.port() != null) {
            values.put("server.port", settings.port());
            if (settings.port() == 0) {
                values.put("management.server.port", 0);
            }
        }
        if (settings.config() != null) {
            values.put("spring.config.location", settings.config().toUri());
        }
        return values.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        context.close();
    }
}
