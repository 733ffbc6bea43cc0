package id.patuh.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours can be told from their ground, and texts be read on them: contrasts as WCAG 2.1 works them out. */
class ColoursTest {

    private static final String WHITE = "#ffffff";
    private static final String DARK = "#121212";
    private static final double OF_TEXTS = 4.5;
    private static final double OF_SIGNS = 3;

    @Test
    void coloursWithoutAStyleServeLightAndDark() {
        for (Tone tone : Tone.values()) {
            assertThat(contrast(tone.colour(), WHITE)).as(tone.name()).isGreaterThanOrEqualTo(OF_SIGNS);
            assertThat(contrast(tone.colour(), DARK)).as(tone.name()).isGreaterThanOrEqualTo(OF_SIGNS);
            assertThat(contrast(tone.colour(), Tone.ON)).as(tone.name()).isGreaterThanOrEqualTo(OF_TEXTS);
        }
    }

    @Test
    void coloursOfTheStyleServeTheirScheme() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/id/patuh/chart/assets/chart.css"));
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        assertServes(colours(css.substring(0, dark)), WHITE);
        assertServes(colours(css.substring(dark)), DARK);
        for (Tone tone : Tone.values()) {
            assertThat(css).contains("." + tone.fill() + " {", "." + tone.line() + " {");
        }
    }

    private static void assertServes(Map<String, String> colours, String ground) {
        for (Tone tone : Tone.values()) {
            String colour = colours.get(tone.name().toLowerCase(Locale.ROOT));
            assertThat(contrast(colour, ground)).as(tone.name()).isGreaterThanOrEqualTo(OF_SIGNS);
            assertThat(contrast(colour, colours.get("on-tone"))).as(tone.name()).isGreaterThanOrEqualTo(OF_TEXTS);
        }
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        Pattern.compile("--chart-([a-z-]+): (#[0-9a-f]{6});")
                .matcher(css)
                .results()
                .forEach((MatchResult match) -> colours.put(match.group(1), match.group(2)));
        return colours;
    }

    @Test
    void numbersCanBeReadOnEveryShade() {
        for (HeatMapDrawing.Shade shade : HeatMapDrawing.Shade.values()) {
            assertThat(contrast(shade.ground(), shade.text())).as(shade.name()).isGreaterThanOrEqualTo(OF_TEXTS);
        }
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
