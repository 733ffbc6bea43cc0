package id.patuh.report.html;

import id.patuh.report.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items of a long list within the page, packed block by block: some of the page's script unpacks what is asked for. What items
 * are chosen by is packed apart from them, so that choosing unpacks none.
 *
 * @param <T> the items
 */
final class Blocks<T> {

    private static final int ITEMS = 1_000;

    private final String list;
    private final List<Function<T, String>> keys;
    private final BiConsumer<T, Html> item;
    private final Html page;
    private final List<List<String>> packedKeys = new ArrayList<>();
    private final List<String> packedItems = new ArrayList<>();

    /**
     * Blocks of a list.
     *
     * @param list id of its element
     * @param keys what its items are chosen by, in the order of its fields
     * @param item writes an item
     */
    Blocks(String list, List<Function<T, String>> keys, BiConsumer<T, Html> item, Html page) {
        this.list = list;
        this.keys = keys;
        this.item = item;
        this.page = page;
    }

    /** Writes all of them. */
    void write(Iterable<T> all) {
        for (T each : all) {
            packedKeys.add(keys.stream().map(key -> text(key.apply(each))).toList());
            StringWriter html = new StringWriter();
            item.accept(each, new Html(html));
            packedItems.add(html.toString());
            if (packedItems.size() == ITEMS) {
                end();
            }
        }
        if (!packedItems.isEmpty()) {
            end();
        }
    }

    /** As it stands in the page, where links name it. */
    private static String text(String key) {
        return key == null ? Tally.NONE : Printable.lines(key);
    }

    private void end() {
        block("keys", packedKeys);
        block("items", packedItems);
        packedKeys.clear();
        packedItems.clear();
    }

    private void block(String kind, List<?> content) {
        page.open("script", "type", "text/plain", "data-" + kind, list);
        page.own(packed(content)).close();
    }

    private static String packed(List<?> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes, deflater)) {
            packing.write(JsonMapper.shared().writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
