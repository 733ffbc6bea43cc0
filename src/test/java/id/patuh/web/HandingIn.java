package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedLog;
import id.patuh.web.ApiClient.Answer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Somebody who hands in one file after the other, each of its own content, for as long as the server is there. */
final class HandingIn {

    /** Less than an account may send to one server, with two others beside. */
    private static final int MOST = 20;

    private final Function<String, Function<String, String>> ways;
    private final boolean repeats;
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answered = Collections.synchronizedMap(new LinkedHashMap<>());
    private Thread thread;
    private AssertionError refused;

    /**
     * @param ways of handing in to the server at an address: by the name of a file gives the code of its check
     * @param repeats whether the same asked again gives the same check
     */
    private HandingIn(Function<String, Function<String, String>> ways, boolean repeats) {
        this.ways = ways;
        this.repeats = repeats;
    }

    /** Who is signed in. */
    static HandingIn onPages() {
        return new HandingIn(
                address -> {
                    WebClient client = new WebClient(path -> address + path);
                    client.signIn(RunningServer.NAME, RunningServer.PASSWORD);
                    String token = client.token();
                    return name -> {
                        HttpResponse<String> sent = client.postFile("/checks", name + ".csv", log(name), token);
                        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
                        return sent.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceFirst(".*/", "");
                    };
                },
                false);
    }

    /** A program, with keys. */
    static HandingIn byProgram(String token, Map<String, String> fields) {
        return new HandingIn(
                address -> {
                    ApiClient client = new ApiClient(path -> address + path, token);
                    return name -> {
                        Map<String, byte[]> file =
                                Map.of(name + ".csv", log(name).getBytes(StandardCharsets.UTF_8));
                        String key = name + fields.size();
                        Answer sent = client.postFiles("/api/v1/checks", file, fields, "Idempotency-Key", key);
                        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
                        return sent.json().get("check").stringValue();
                    };
                },
                true);
    }

    private static String log(String name) {
        return GeneratedLog.text(GeneratedLog.rows(new Random(name.hashCode()), 300));
    }

    /** Begins to hand in, under names that begin so. */
    void begin(String prefix, String address) {
        thread = new Thread(() -> {
            try {
                Function<String, String> way = ways.apply(address);
                for (int number = 0; number < MOST; number++) {
                    String name = prefix + "-" + number;
                    asked.add(name);
                    answered.put(name, way.apply(name));
                }
            } catch (IllegalStateException e) {
                // The server is gone.
            } catch (AssertionError e) {
                refused = e;
            }
        });
        thread.start();
    }

    /** Waits until something that was begun now was answered. */
    void awaitFirst(String prefix) throws InterruptedException {
        while (thread.isAlive() && !answered.containsKey(prefix + "-0")) {
            Thread.sleep(5);
        }
    }

    /** Waits until the server is gone, or has all. */
    void awaitEnd() throws InterruptedException {
        thread.join();
        if (refused != null) {
            throw refused;
        }
    }

    /** Asks for the same again, also for what nobody knows of whether it came. */
    void repeat(String address) {
        if (!repeats) {
            return;
        }
        Function<String, String> way = ways.apply(address);
        for (String name : asked.subList(Math.max(0, asked.size() - MOST), asked.size())) {
            String code = way.apply(name);
            assertThat(answered.getOrDefault(name, code)).as(name).isEqualTo(code);
            answered.put(name, code);
        }
    }

    /** The codes of all checks that the servers said they have. */
    Collection<String> answered() {
        return answered.values();
    }
}
