package id.patuh.web.api;

import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.web.access.ApiPaths;
import id.patuh.web.limit.RetryAfter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Writes what went wrong as RFC 9457 has it, in the language of whoever asks; never what went wrong inside. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TEXTS = "id.patuh.web.texts";

    private Problems() {}

    /** What the container, or a filter, refused with a status. */
    static void write(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemType type = ProblemType.of(status);
        write(problem(type, text(type, ".text", ApiLanguage.of(request)), request), request, response);
    }

    /** @param incident number by which the log knows it */
    static void writeIncident(String incident, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemType type = ProblemType.INTERNAL_ERROR;
        Map<String, Object> problem = problem(type, text(type, ".text", ApiLanguage.of(request)), request);
        problem.put("incident", incident);
        write(problem, request, response);
    }

    /** What a package below refuses, or this one. */
    static void write(
            ProblemType type,
            String reason,
            Map<String, String> details,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(type, reason, details, List.of(), request, response);
    }

    /** The same with what could not be read of the request. */
    static void write(
            ProblemType type,
            String reason,
            Map<String, String> details,
            List<Fault> faults,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Language language = ApiLanguage.of(request);
        Map<String, Object> problem = problem(type, Reasons.text(reason, details, language), request);
        problem.put("reason", reason);
        if (!faults.isEmpty()) {
            problem.put(
                    "errors", faults.stream().map(fault -> fault.json(language)).toList());
        }
        write(problem, request, response);
    }

    private static Map<String, Object> problem(ProblemType type, String detail, HttpServletRequest request) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", ApiPaths.PAGE + "#" + type.word());
        problem.put("title", text(type, "", ApiLanguage.of(request)));
        problem.put("status", type.status());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        return problem;
    }

    private static String text(ProblemType type, String ending, Language language) {
        return language.texts(TEXTS).getString("api.problem." + type.word() + ending);
    }

    private static void write(Map<String, Object> problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.resetBuffer();
        response.setStatus((int) problem.get("status"));
        RetryAfter.tell(response.getStatus(), response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            boolean sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"patuh\"" + (sent ? ", error=\"invalid_token\"" : ""));
        }
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, ApiLanguage.of(request).code());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = JsonText.of(problem).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
