package id.patuh.bench;

import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes an event log of any length: case after case of the SOPs, each step begun and completed. */
final class XesLog {

    private static final Instant FIRST = Instant.parse("2026-01-05T01:00:00Z");
    private static final int STEP_SECONDS = 1_800;

    private final List<Sop> sops;
    private long written;

    XesLog(List<Sop> sops) {
        this.sops = sops;
    }

    /** Writes at least so many events, the last case complete. */
    void write(Path file, long events) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849.2016\" ");
            out.write("xmlns=\"http://www.xes-standard.org/\">\n");
            for (int i = 0; written < events; i++) {
                trace(out, sops.get(i % sops.size()), i);
            }
            out.write("</log>\n");
        }
    }

    private void trace(Writer out, Sop sop, int number) throws IOException {
        out.write("  <trace>\n" + string("concept:name", "K-" + number) + string("sop", sop.id())
                + string("unit", "Unit " + number % 40));
        Instant at = FIRST.plusSeconds(number % 200_000 * 60L);
        for (Step step : sop.steps()) {
            event(out, step, "start", at, number);
            at = at.plusSeconds(STEP_SECONDS);
            event(out, step, "complete", at, number);
            at = at.plusSeconds(STEP_SECONDS);
        }
        out.write("  </trace>\n");
    }

    private void event(Writer out, Step step, String transition, Instant at, int number) throws IOException {
        out.write(
                "    <event>\n" + string("concept:name", "" + step.no()) + string("lifecycle:transition", transition));
        out.write("      <date key=\"time:timestamp\" value=\"" + at + "\"/>\n");
        if (!step.executor().isEmpty()) {
            out.write(string("org:role", step.executor().get(0)));
        }
        out.write(string("org:resource", "P-" + (number + step.no()) % 500));
        if (transition.equals("complete")) {
            out.write(string("inputs", String.join("; ", step.inputs()))
                    + string("outputs", String.join("; ", step.outputs())));
            if (step.decision() != null) {
                out.write(string("decision", "setuju"));
            }
        }
        out.write("    </event>\n");
        written++;
    }

    private static String string(String key, String value) {
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "      <string key=\"" + key + "\" value=\"" + text + "\"/>\n";
    }
}
