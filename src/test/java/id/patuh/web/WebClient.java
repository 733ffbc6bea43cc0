package id.patuh.web;

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
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client that keeps cookies and follows nothing by itself. */
final class WebClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final UnaryOperator<String> addresses;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    WebClient(RunningServer server) {
        this(server::address);
    }

    /** @param addresses where paths are to be found */
    WebClient(UnaryOperator<String> addresses) {
        this.addresses = addresses;
    }

    /** One that is signed in. */
    static WebClient signedIn(RunningServer server, String name, String password) {
        return new WebClient(server).signIn(name, password);
    }

    WebClient signIn(String name, String password) {
        postForm("/login", Map.of("name", name, "password", password));
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** What a program is told that comes with a token. */
    HttpResponse<String> getAs(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    /** A page of another server. */
    HttpResponse<String> getElsewhere(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** A form with the token that pages carry. */
    HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return postForm(path, fields, token());
    }

    /** @param token null for none */
    HttpResponse<String> postForm(String path, Map<String, String> fields, String token) {
        String form = fields.entrySet().stream()
                .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                .collect(Collectors.joining("&"));
        String all = token == null ? form : form + "&_csrf=" + coded(token);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(all)));
    }

    /**
     * A file as forms send it.
     *
     * @param token null for none
     */
    HttpResponse<String> postFile(String path, String name, String content, String token) {
        return postFile(path, token == null ? Map.of() : Map.of("_csrf", token), name, content);
    }

    /** The same with other fields. */
    HttpResponse<String> postFile(String path, Map<String, String> fields, String name, String content) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = fields.entrySet().stream()
                        .map(field -> part.formatted(field.getKey(), "", field.getValue()))
                        .collect(Collectors.joining())
                + part.formatted("files", "; filename=\"" + name.replace("\"", "%22") + "\"", content)
                + "--x--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The same of bytes. */
    HttpResponse<String> postBytes(String path, String name, byte[] content, String token) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--x--\r\n"))));
    }

    HttpResponse<String> send(String method, String path, String token) {
        HttpRequest.Builder request = request(path);
        if (token != null) {
            request.header("X-CSRF-TOKEN", token);
        }
        return send(request.method(method, BodyPublishers.noBody()));
    }

    /** The token against forged requests of this session. */
    String token() {
        Matcher found = TOKEN.matcher(get("/login").body());
        if (!found.find()) {
            throw new IllegalStateException("no token");
        }
        return found.group(1);
    }

    /** The name of the session; null where there is none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("patuh-session"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse(null);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(addresses.apply(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
