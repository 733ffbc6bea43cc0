package id.patuh.web.access;

import id.patuh.account.Actor;
import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Holds every request to what its method says of who may ask ({@link Requires}, {@link Open}); what says nothing is for nobody.
 * Refusals of whoever is signed in stand in the audit trail.
 */
final class Gate implements HandlerInterceptor {

    private final AuditTrail trail;

    Gate(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        Optional<Visitor> visitor = Visitors.of(request);
        HandlerMethod method = handler instanceof HandlerMethod known ? known : null;
        Open open = method == null ? null : method.getMethodAnnotation(Open.class);
        if (open != null && (open.value() == Open.To.EVERYBODY || visitor.isPresent())) {
            return true;
        }
        if (visitor.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        if (visitor.get().account().mustChangePassword()) {
            response.sendRedirect(request.getContextPath() + Sessions.CHANGE_PASSWORD);
            return false;
        }
        Requires requires = method == null ? null : method.getMethodAnnotation(Requires.class);
        int status =
                requires == null ? HttpServletResponse.SC_FORBIDDEN : status(requires.value(), visitor.get(), request);
        if (status == HttpServletResponse.SC_OK) {
            return true;
        }
        refused(visitor.get().actor(), request);
        response.sendError(status);
        return false;
    }

    private static int status(Permission permission, Visitor visitor, HttpServletRequest request) {
        if (!visitor.rights().may(permission)) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String scope = variables instanceof Map<?, ?> named ? (String) named.get(Requires.SCOPE) : null;
        return scope == null || visitor.may(permission, scope)
                ? HttpServletResponse.SC_OK
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private void refused(Actor actor, HttpServletRequest request) {
        String object = request.getMethod() + " " + request.getRequestURI();
        trail.add(AuditEvent.refused(actor, AuditAction.ACCESS, object, "not-permitted"));
    }
}
