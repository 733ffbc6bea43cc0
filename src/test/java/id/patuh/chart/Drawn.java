package id.patuh.chart;

import id.patuh.report.Language;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture taken apart again, by an XML parser that knows nothing of how it was made. */
final class Drawn {

    final Picture picture;
    final Element root;

    private Drawn(Picture picture) {
        this.picture = picture;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            byte[] bytes = picture.svg().getBytes(StandardCharsets.UTF_8);
            root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(picture.svg(), e);
        }
    }

    static Drawn of(Chart chart, int width, Language language) {
        return new Drawn(chart.draw(frame(width, language)));
    }

    /** In Indonesian, for a telephone. */
    static Drawn of(Chart chart) {
        return of(chart, 340, Language.ID);
    }

    static Frame frame(int width, Language language) {
        return new Frame(width, "t1", new ChartWords(language.texts(ChartWords.BUNDLE), language.locale()));
    }

    double width() {
        return number(root, "width");
    }

    List<Element> all() {
        return all("*");
    }

    List<Element> all(String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Elements that have a class among theirs. */
    List<Element> ofClass(String type) {
        return all().stream()
                .filter(each ->
                        Arrays.asList(each.getAttribute("class").split(" ")).contains(type))
                .toList();
    }

    /** Areas of a tone. */
    List<Element> areas(Tone tone) {
        return ofClass(tone.fill()).stream()
                .filter(each -> each.getTagName().equals("rect"))
                .toList();
    }

    List<String> texts() {
        return Stream.of("text", "tspan")
                .flatMap(name -> all(name).stream())
                .filter(each -> each.getElementsByTagName("tspan").getLength() == 0)
                .map(Element::getTextContent)
                .toList();
    }

    /** All texts as one. */
    String said() {
        return String.join(" ", texts());
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** The numbers in a path. */
    static double[] numbers(Element path) {
        return Arrays.stream(path.getAttribute("d").split("[^-0-9.]+"))
                .filter(part -> !part.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
