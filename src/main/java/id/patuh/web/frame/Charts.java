package id.patuh.web.frame;

import id.patuh.chart.Chart;
import id.patuh.chart.ChartWords;
import id.patuh.chart.Picture;
import id.patuh.report.Language;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws pictures for pages: one for telephones, one for wider windows, of which a page shows the one that fits. */
@Component
public final class Charts {

    /** What a window of 360 pixels leaves of a panel. */
    private static final int NARROW = id.patuh.chart.Frame.NARROWEST;

    private static final int WIDE = 860;

    private final Map<Language, ChartWords> words = new EnumMap<>(Language.class);

    Charts() {
        for (Language language : Language.values()) {
            words.put(language, new ChartWords(language.texts(ChartWords.BUNDLE), language.locale()));
        }
    }

    /** A picture in both widths; its table is the same. */
    public record Drawn(Picture narrow, Picture wide) {}

    /**
     * Draws one.
     *
     * @param name begins the ids in it: no other picture of the page has it
     */
    public Drawn draw(Chart chart, String name, Language language) {
        return new Drawn(
                chart.draw(new id.patuh.chart.Frame(NARROW, name + "-n", words.get(language))),
                chart.draw(new id.patuh.chart.Frame(WIDE, name + "-w", words.get(language))));
    }

    /** One that is as small as a word, so that it is drawn once. */
    public Picture small(Chart chart, String name, Language language) {
        return chart.draw(new id.patuh.chart.Frame(NARROW, name, words.get(language)));
    }
}
