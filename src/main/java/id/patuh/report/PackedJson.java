package id.patuh.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, packed: what is kept of words and evidence for when their input and rule set are gone. */
public final class PackedJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            // Halves of surrogate pairs, as files may hold them, have no bytes of their own.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private PackedJson() {}

    /** @param value a record of plain values, lists, maps and such records */
    public static byte[] of(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes)) {
            packing.write(JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #of} was given; null where that is damaged. */
    public static <T> T read(byte[] packed, Class<T> type) {
        try (InflaterInputStream json = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(json, type);
        } catch (IOException | JacksonException e) {
            return null;
        }
    }
}
