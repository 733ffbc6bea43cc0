package id.patuh.web;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.Passwords;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.TokenTerms;
import id.patuh.account.Tokens;
import id.patuh.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that comes with a token. Whatever it is answered is held to the description of the API. */
final class ApiClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final UnaryOperator<String> addresses;
    private final String token;

    /** @param token null for none */
    ApiClient(RunningServer server, String token) {
        this(server::address, token);
    }

    /** @param addresses where paths are to be found */
    ApiClient(UnaryOperator<String> addresses, String token) {
        this.addresses = addresses;
        this.token = token;
    }

    /** One with a token of an account that may do everything. */
    static ApiClient of(RunningServer server) {
        return of(server, RunningServer.NAME, EnumSet.allOf(Permission.class), Reach.EVERYWHERE);
    }

    /** One with a token of an account that is there. */
    static ApiClient of(RunningServer server, String owner, Set<Permission> permissions, Reach reach) {
        return new ApiClient(server, token(server.store(), owner, permissions, reach));
    }

    /** The text of a token of an account that is there. */
    static String token(Store store, String owner, Set<Permission> permissions, Reach reach) {
        Account account = new Accounts(store, Clock.systemUTC(), new Passwords()).get(owner);
        TokenTerms terms =
                new TokenTerms("test", permissions, reach, Instant.now().plus(Duration.ofDays(1)));
        return new Tokens(store, Clock.systemUTC())
                .make(terms, Actor.signedIn(account, "127.0.0.1"))
                .text()
                .reveal();
    }

    /** One with a token of a new account, which allows all that its roles do. */
    static ApiClient ofNew(RunningServer server, String name, Role role, Reach reach) {
        server.add(name, "kuda baterai benar", EnumSet.of(role), reach);
        Account account = server.bean(Accounts.class).get(name);
        return of(server, name, account.rights().permissions(), reach);
    }

    /** What came of a request. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** The name of the problem; null where there is none. */
        String problem() {
            return header("Content-Type").equals("application/problem+json")
                    ? json().get("type").stringValue().replace("/api#", "")
                    : null;
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer postJson(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    /** Files by their names, as bytes, with fields. */
    Answer postFiles(String path, Map<String, byte[]> files, Map<String, String> fields, String... headers) {
        return postFiles("files", path, files, fields, headers);
    }

    /** The same under another name than {@code files}. */
    Answer postFiles(
            String field, String path, Map<String, byte[]> files, Map<String, String> fields, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> part(body, "name=\"" + field + "\"; filename=\"" + name + "\"", bytes));
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                with(headers, "Content-Type", "multipart/form-data; boundary=x"));
    }

    private static void part(ByteArrayOutputStream body, String named, byte[] content) {
        body.writeBytes(
                ("--x\r\nContent-Disposition: form-data; " + named + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String[] with(String[] headers, String name, String value) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains(name)) {
            all.addAll(List.of(name, value));
        }
        return all.toArray(String[]::new);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.apply(path)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            Answer answer = new Answer(CLIENT.send(request.method(method, body).build(), BodyHandlers.ofByteArray()));
            Description.hold(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String token() {
        return token;
    }
}
