package id.patuh.report;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** Keys of all that is written for programs are spelled as in reports of checks: {@code asOf}. */
public final class JsonKeys {

    private JsonKeys() {}

    /** The document, in which no key is spelled otherwise. */
    public static JsonNode checked(JsonNode document) {
        document.properties().forEach(member -> assertThat(member.getKey()).doesNotContain("_"));
        document.forEach(JsonKeys::checked);
        return document;
    }
}
