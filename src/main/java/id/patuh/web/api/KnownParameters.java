package id.patuh.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Refuses parameters that nothing is asked by: who mistypes a filter must not be shown everything. */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            refuse(sent(request), parameters(method));
        }
        return true;
    }

    private static void refuse(Map<String, Integer> sent, Map<String, Boolean> known) {
        List<Fault> faults = new ArrayList<>();
        sent.forEach((name, times) -> {
            if (!known.containsKey(name)) {
                String names = String.join(", ", new TreeSet<>(known.keySet()));
                faults.add(Fault.ofParameter(name, "api-parameter-unknown", Map.of("known", names)));
            } else if (times > 1 && !known.get(name)) {
                faults.add(Fault.ofParameter(name, "api-parameter-repeated", Map.of()));
            }
        });
        if (!faults.isEmpty()) {
            throw new ApiException(faults);
        }
    }

    /** What was sent, and how often; names of files count as much as those of fields. */
    private static Map<String, Integer> sent(HttpServletRequest request) {
        Map<String, Integer> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values.length));
        MultipartHttpServletRequest files = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (files != null) {
            files.getMultiFileMap().forEach((name, all) -> sent.merge(name, all.size(), Integer::sum));
        }
        return sent;
    }

    /** What a method is asked by, and whether several values may be given. */
    static Map<String, Boolean> parameters(HandlerMethod method) {
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                String name = named.name().isEmpty() ? parameter.getParameter().getName() : named.name();
                boolean several = Collection.class.isAssignableFrom(parameter.getParameterType());
                parameters.put(name, several);
            }
        }
        return parameters;
    }
}
