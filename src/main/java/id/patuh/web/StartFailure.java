package id.patuh.web;

import id.patuh.store.ReasonedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.web.server.PortInUseException;

/** Why the server did not start, as whoever set it up can be told. */
final class StartFailure {

    private StartFailure() {}

    /** What is to be thrown in place of what Spring threw: itself, where nobody foresaw it. */
    static RuntimeException told(RuntimeException e) {
        Optional<ReasonedException> reasoned = find(e, ReasonedException.class);
        if (reasoned.isPresent()) {
            return reasoned.get();
        }
        Optional<PortInUseException> inUse = find(e, PortInUseException.class);
        if (inUse.isPresent()) {
            return new PortTakenException(inUse.get().getPort());
        }
        Optional<UnboundConfigurationPropertiesException> unknown =
                find(e, UnboundConfigurationPropertiesException.class);
        if (unknown.isPresent()) {
            return unknown(unknown.get().getUnboundProperties());
        }
        Optional<BindException> unusable = find(e, BindException.class);
        if (unusable.isPresent()) {
            return unusable(unusable.get());
        }
        return find(e, IOException.class)
                .map(Exception.class::cast)
                .or(() -> find(e, GeneralSecurityException.class))
                .<RuntimeException>map(
                        cause -> new SettingException("server-start-failed", Map.of("cause", text(cause))))
                .orElse(e);
    }

    /** The innermost cause of a kind. */
    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((outer, inner) -> inner);
    }

    private static SettingException unknown(Set<ConfigurationProperty> properties) {
        String names = properties.stream()
                .map(property -> property.getName() + place(property.getOrigin()))
                .sorted()
                .collect(Collectors.joining(", "));
        return new SettingException("server-setting-unknown", Map.of("settings", names));
    }

    /** What cannot be read is no secret: those are texts, which always can. */
    private static SettingException unusable(BindException e) {
        ConfigurationProperty property = e.getProperty();
        String value = property == null ? "" : String.valueOf(property.getValue());
        String place = property == null ? "" : place(property.getOrigin());
        return new SettingException("server-setting-unusable", Map.of("setting", e.getName() + place, "value", value));
    }

    private static String place(Origin told) {
        Origin origin = told instanceof PropertySourceOrigin source ? source.getOrigin() : told;
        if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
            int line = text.getLocation().getLine() + 1;
            int column = text.getLocation().getColumn() + 1;
            return " (" + text.getResource().getFilename() + ":" + line + ":" + column + ")";
        }
        return origin == null ? "" : " (" + origin + ")";
    }

    private static String text(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
