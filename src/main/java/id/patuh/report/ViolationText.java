package id.patuh.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a violation says, in all languages, with its evidence: enough to show it when its input and its rule set are gone.
 *
 * @param subject what it is about
 * @param said its words by the code of the language
 * @param evidence the cells that prove it
 */
public record ViolationText(Subject subject, SortedMap<String, Said> said, List<Evidence> evidence) {

    private static final JsonMapper JSON = JsonMapper.builder()
            // Halves of surrogate pairs, as files may hold them, have no bytes of their own.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * The words of one language.
     *
     * @param message what happened
     * @param expected what the rule demands; may be null
     * @param actual what was found; may be null
     * @param basis the provisions that it offends
     */
    public record Said(String message, String expected, String actual, String basis) {}

    public ViolationText {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
        evidence = List.copyOf(evidence);
    }

    /** Its words in a language. */
    public Said in(Language language) {
        return said.get(language.code());
    }

    /** As JSON, packed. */
    public byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes)) {
            packing.write(JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #packed} gave. */
    public static ViolationText unpacked(byte[] packed) {
        try (InflaterInputStream json = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(json, ViolationText.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
