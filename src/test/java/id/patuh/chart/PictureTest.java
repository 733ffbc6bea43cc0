package id.patuh.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.report.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What holds of every picture, whatever it shows. */
class PictureTest {

    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "desc", "defs", "pattern", "g", "path", "rect", "circle", "text", "tspan");
    private static final Set<String> NUMBERS = Set.of("x", "y", "width", "height", "cx", "cy", "r", "font-size");
    private static final double SMALLEST_TEXT = 12;

    static Stream<Chart> charts() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWellFormedAndHarmless(Chart chart) {
        for (Drawn drawn : inAllFrames(chart)) {
            for (Element element :
                    Stream.concat(Stream.of(drawn.root), drawn.all().stream()).toList()) {
                assertThat(ELEMENTS).contains(element.getTagName());
                NamedNodeMap attributes = element.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    String name = attributes.item(i).getNodeName();
                    String value = attributes.item(i).getNodeValue();
                    assertThat(name)
                            .doesNotStartWith("on")
                            .doesNotContain("href")
                            .isNotEqualTo("style");
                    if (value.contains("url(")) {
                        assertThat(value).isEqualTo("url(#t1-hatch)");
                    }
                    if (NUMBERS.contains(name)) {
                        assertThat(value).matches("-?\\d+(\\.\\d{1,2})?");
                    }
                    if (name.equals("d")) {
                        assertThat(value).matches("[-MLHVAhvzZ0-9. ]+");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void tellsWhatItIsToScreenReaders(Chart chart) {
        for (Drawn drawn : inAllFrames(chart)) {
            assertThat(drawn.root.getAttribute("role")).isEqualTo("img");
            Set<String> ids = new HashSet<>();
            for (Element element : drawn.all()) {
                if (element.hasAttribute("id")) {
                    assertThat(element.getAttribute("id")).startsWith("t1-");
                    assertThat(ids.add(element.getAttribute("id"))).isTrue();
                }
            }
            assertThat(ids).contains(drawn.root.getAttribute("aria-labelledby").split(" "));
            assertThat(drawn.all("title").get(0).getTextContent()).isNotBlank();
            assertThat(drawn.all("desc").get(0).getTextContent()).isNotBlank().doesNotContain("null");
            assertThat(drawn.picture.table().headings()).isNotEmpty().doesNotContain("");
        }
    }

    /** Names that are cut fit by the widths that they are cut by; what is turned has no x of its own. */
    @ParameterizedTest
    @MethodSource("charts")
    void keepsItsTextsWithinItsWidthAndAtTheirSize(Chart chart) {
        for (Drawn drawn : inAllFrames(chart)) {
            for (Element text : drawn.all("text")) {
                if (((Element) text.getParentNode()).hasAttribute("transform") || !text.hasAttribute("x")) {
                    continue;
                }
                double size = text.hasAttribute("font-size") ? Drawn.number(text, "font-size") : Canvas.TEXT;
                assertThat(size).isGreaterThanOrEqualTo(SMALLEST_TEXT);
                double width = TextFit.width(text.getTextContent(), size);
                double x = Drawn.number(text, "x");
                double left = switch (text.getAttribute("text-anchor")) {
                    case "middle" -> x - width / 2;
                    case "end" -> x - width;
                    default -> x;
                };
                assertThat(left).as(text.getTextContent()).isGreaterThanOrEqualTo(-1);
                assertThat(left + width).as(text.getTextContent()).isLessThanOrEqualTo(drawn.width() + 1);
            }
            for (Element area : drawn.all("rect")) {
                double x = Drawn.number(area, "x");
                assertThat(x).isGreaterThanOrEqualTo(-1);
                assertThat(x + Drawn.number(area, "width")).isLessThanOrEqualTo(drawn.width() + 1);
                assertThat(Drawn.number(area, "width")).isNotNegative();
                assertThat(Drawn.number(area, "y") + Drawn.number(area, "height"))
                        .isLessThanOrEqualTo(Drawn.number(drawn.root, "height"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isTheSameOnEveryMachine(Chart chart) {
        Locale before = Locale.getDefault();
        Picture first = chart.draw(Drawn.frame(340, Language.ID));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(chart.draw(Drawn.frame(340, Language.ID))).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a\"", "a<"})
    void idsCannotBreakOut(String prefix) {
        ChartWords words = Drawn.frame(340, Language.ID).words();
        assertThatThrownBy(() -> new Frame(340, prefix, words)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Drawn> inAllFrames(Chart chart) {
        return Stream.of(Frame.NARROWEST, 340, 900, 1900)
                .flatMap(width -> Stream.of(Language.values()).map(language -> Drawn.of(chart, width, language)))
                .toList();
    }
}
