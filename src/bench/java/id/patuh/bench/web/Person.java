package id.patuh.bench.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser, who asks for one page after the other. */
final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VIOLATION = Pattern.compile("href=\"(/checks/[^/\"]+/violations/\\d+)\"");
    private static final List<String> PAGES = List.of("/", "/checks", "/rules", "/rules/versions", "/account");
    /** As often as the page of a check under way asks. */
    private static final int ASKING_MILLIS = 2_000;

    private static final int READING_MILLIS = 500;
    /** The page is to ask no further. */
    private static final int NO_RESULT = 286;

    private final String root;
    private final String name;
    private final String password;
    private final Answers answers;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    Person(int port, String name, String password, Answers answers) {
        this.root = "http://localhost:" + port;
        this.name = name;
        this.password = password;
        this.answers = answers;
    }

    Void signIn() throws IOException, InterruptedException {
        String form = "name=" + coded(name) + "&password=" + coded(password) + "&_csrf="
                + coded(token(get("login", "/login")));
        HttpRequest request = request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = send("sign-in", request, 302);
        if (answer.headers().firstValue("Location").orElse("").contains("login")) {
            throw new IllegalStateException(
                    name + " is not let in: " + answer.headers().firstValue("Location"));
        }
        return null;
    }

    /** Hands a log in, waits until it is checked, looks at the result and a violation; and so on. */
    Void handIn(String log, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            String page = get("checks", "/checks");
            HttpResponse<String> taken = send("upload", upload(log, token(page)), 302);
            String check = URI.create(taken.headers().firstValue("Location").orElseThrow())
                    .getPath();
            get("progress", check);
            while (!isOver(check)) {
                Thread.sleep(ASKING_MILLIS);
            }
            Matcher violation = VIOLATION.matcher(get("result", check + "/result"));
            if (violation.find()) {
                get("violation", violation.group(1));
                get("timeline", violation.group(1) + "/timeline");
            } else {
                answers.addWrong("no violation");
            }
        }
        return null;
    }

    private boolean isOver(String check) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send("progress", request(check + "/progress").GET().build(), 200);
        if (answer.statusCode() == NO_RESULT) {
            answers.addWrong("check failed");
            return true;
        }
        return answer.headers().firstValue("HX-Redirect").isPresent();
    }

    /** Looks at one page after the other until all is over. */
    Void browse(AtomicBoolean over) throws IOException, InterruptedException {
        for (int i = 0; !over.get(); i++) {
            get("browse", PAGES.get(i % PAGES.size()));
            Thread.sleep(READING_MILLIS);
        }
        return null;
    }

    private HttpRequest upload(String log, String token) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("_csrf", "", token) + part.formatted("files", "; filename=\"log.csv\"", log)
                + "--x--\r\n";
        return request("/checks")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** A page may have become the next one meanwhile. */
    private String get(String what, String path) throws IOException, InterruptedException {
        return send(what, request(path).GET().build(), 200).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    private HttpResponse<String> send(String what, HttpRequest request, int wanted)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        answers.add(what, System.nanoTime() - begun);
        boolean led = answer.headers().firstValue("Location").orElse("").contains("/login");
        if (led && !what.equals("sign-in")) {
            throw new IllegalStateException(name + " was led from " + request.uri() + " to sign in");
        }
        if (answer.statusCode() != wanted && !(what.equals("progress") && answer.statusCode() < 400)) {
            answers.addWrong(what + " " + answer.statusCode());
        }
        return answer;
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        return token.find() ? token.group(1) : "";
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
