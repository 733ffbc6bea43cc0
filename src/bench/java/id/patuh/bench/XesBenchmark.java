package id.patuh.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How long an event log takes to read, beside the parsers alone on the same file. Argument: the number of events. */
public final class XesBenchmark {

    private static final Path FOLDER = Path.of("target", "bench");

    private XesBenchmark() {}

    public static void main(String[] args) throws Exception {
        long events = args.length == 0 ? 1_000_000 : Long.parseLong(args[0]);
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        Path file = Files.createDirectories(FOLDER).resolve("events-" + events + ".xes");
        new XesLog(rules.sops().all()).write(file, events);
        System.out.printf("%s: %,d events, %,d MiB%n", file, events, Files.size(file) >> 20);

        XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
        jdk.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Measured.time("parser of the JDK alone", () -> parse(jdk, file));
        Measured.time("Woodstox alone", () -> parse(new WstxInputFactory(), file));
        Measured.time("patuh", () -> Measured.read(rules, file).activities().size());
        Measured.heap(rules, file);
    }

    /** Takes every attribute, as any reader must. */
    private static int parse(XMLInputFactory factory, Path file) throws IOException, XMLStreamException {
        int length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
                        length += xml.getAttributeValue(i).length();
                    }
                }
            }
        }
        return length;
    }
}
