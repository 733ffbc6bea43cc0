package id.patuh.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How long an event log takes to read, beside the parsers alone on the same file. Argument: the number of events. */
public final class XesBenchmark {

    private static final int ROUNDS = 5;
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
        time("parser of the JDK alone", () -> parse(jdk, file));
        time("Woodstox alone", () -> parse(new WstxInputFactory(), file));
        time("patuh", () -> read(rules, file).activities().size());

        resetPeak();
        Dataset dataset = read(rules, file);
        long peak = peak();
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "%,d activities, %,d rejected; heap: peak %,d MiB, held %,d MiB of at most %,d MiB%n",
                dataset.activities().size(),
                dataset.rejected().size(),
                peak >> 20,
                memory.totalMemory() - memory.freeMemory() >> 20,
                memory.maxMemory() >> 20);
    }

    private static void time(String what, Callable<Integer> work) throws Exception {
        long[] millis = new long[ROUNDS];
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            long before = System.nanoTime();
            found = work.call();
            millis[i] = (System.nanoTime() - before) / 1_000_000;
        }
        long first = millis[0];
        Arrays.sort(millis);
        System.out.printf("%-24s %,7d ms median, %,7d ms first, %,d found%n", what, millis[ROUNDS / 2], first, found);
    }

    private static Dataset read(RuleSet rules, Path file) {
        return new Intake(new Intake.Options(ZoneId.of("Asia/Jakarta"), null, null), rules.regulations(), rules.sops())
                .read(List.of(file.toString()), InputStream.nullInputStream(), (path, rows) -> {});
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

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
