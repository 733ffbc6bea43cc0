package id.patuh.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page as a browser takes it: what is packed in it, and what it would run. */
record HtmlData(String page) {

    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern POLICY = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"");

    /** What items of a list are chosen by. */
    List<JsonNode> keys(String list) {
        return unpacked("keys", list);
    }

    /** The texts of the items of a list, without mark-up. */
    List<String> items(String list) {
        return unpacked("items", list).stream()
                .map(item -> text(item.asString()))
                .toList();
    }

    /** The texts that stand in the page itself. */
    String text() {
        return text(SCRIPT.matcher(page).replaceAll(""));
    }

    /** Scripts that run; all others hold data. */
    List<String> running() {
        List<String> running = new ArrayList<>();
        Matcher script = SCRIPT.matcher(page);
        while (script.find()) {
            if (script.group(1).isEmpty()) {
                running.add(script.group(2));
            } else {
                assertThat(script.group(1)).startsWith(" type=\"text/plain\" data-");
                assertThat(script.group(2)).matches("[A-Za-z0-9+/=]+");
            }
        }
        return running;
    }

    String policy() {
        Matcher policy = POLICY.matcher(page);
        assertThat(policy.find()).isTrue();
        return policy.group(1).replace("&#39;", "'");
    }

    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JsonNode> unpacked(String kind, String list) {
        List<JsonNode> all = new ArrayList<>();
        Matcher block = Pattern.compile("<script type=\"text/plain\" data-" + kind + "=\"" + list + "\">([^<]*)<")
                .matcher(page);
        while (block.find()) {
            byte[] packed = Base64.getDecoder().decode(block.group(1));
            try (InputStream json = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                JsonMapper.shared().readTree(json).forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
