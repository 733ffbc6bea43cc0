package id.patuh.ruleset;

import id.patuh.law.Clock;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an SOP as a file of {@code sop/}, which {@link RuleSetReader#readSop} reads back. */
public final class SopYamlWriter {

    private static final String BEGINS_PLAIN = "[\\p{L}\\d(]";
    private static final Pattern PLAIN =
            Pattern.compile(BEGINS_PLAIN + "(?:[^:#\\p{Cntrl}]|(?<=\\S):(?=\\S)|(?<=\\S)#)*");
    /** Within brackets commas and brackets part the items. */
    private static final Pattern PLAIN_ITEM = Pattern.compile(BEGINS_PLAIN + "(?:[^:#\\p{Cntrl},\\[\\]{}]|(?<=\\S)#)*");

    private static final Pattern RESERVED = Pattern.compile(
            "(?i)null|true|false|yes|no|on|off|y|n|0[xo][\\da-f]+|[-+]?[\\d.][\\d._]*(?:e[-+]?\\d+)?|\\d{4}-\\d\\d?-\\d\\d?.*");
    private static final int LONGEST_IN_BRACKETS = 60;

    private final StringBuilder yaml = new StringBuilder();
    private final Map<Integer, List<String>> stepComments;

    private SopYamlWriter(Map<Integer, List<String>> stepComments) {
        this.stepComments = stepComments;
    }

    /**
     * The file.
     *
     * @param comments lines above the first key
     * @param stepComments lines above steps, by the step's number
     */
    public static String write(Sop sop, List<String> comments, Map<Integer, List<String>> stepComments) {
        SopYamlWriter writer = new SopYamlWriter(stepComments);
        writer.comment("", comments);
        writer.head(sop);
        sop.steps().forEach(step -> writer.step(sop, step));
        return writer.yaml.toString();
    }

    private void head(Sop sop) {
        key("id", text(sop.id()));
        key("number", text(sop.number()));
        key("title", text(sop.title()));
        optional("agency", sop.agency());
        optional("unit", sop.unit());
        key("created", String.valueOf(sop.created()));
        key("revised", String.valueOf(sop.revised()));
        key("in_force", String.valueOf(sop.inForce()));
        if (sop.until() != null) {
            key("until", sop.until().toString());
        }
        Sop.Ratification by = sop.ratification();
        key(
                "ratified",
                "{position: " + item(by.position()) + ", signatory_named: " + by.signatoryNamed() + ", nip_given: "
                        + by.nipGiven() + "}");
        list("subjects", sop.subjects());
        optional("purpose", sop.purpose());
        optional("scope", sop.scope());
        legalBasis(sop);
        list("related", sop.related());
        list("equipment", sop.equipment());
        list("warnings", sop.warnings());
        if (sop.records().isEmpty()) {
            key("records", "[]");
        }
        list("records", sop.records());
        if (!sop.qualifications().isEmpty()) {
            yaml.append("qualifications:\n");
            sop.qualifications()
                    .forEach(q -> yaml.append("  - role: ")
                            .append(text(q.role()))
                            .append("\n    requires: ")
                            .append(flow(q.requires()))
                            .append('\n'));
        }
        list("external_inputs", sop.externalInputs());
        clock(sop);
        key("calendar", text(sop.calendar()));
        list("roles", sop.roles());
        if (!sop.roleAliases().isEmpty()) {
            key(
                    "role_aliases",
                    sop.roleAliases().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(e -> item(e.getKey()) + ": " + flow(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        survey(sop.survey());
        if (sop.free()) {
            key("flow", "free");
        }
        yaml.append("steps:\n");
    }

    private void legalBasis(Sop sop) {
        if (sop.legalBasis().isEmpty()) {
            return;
        }
        yaml.append("legal_basis:\n");
        for (Sop.LegalReference cited : sop.legalBasis()) {
            yaml.append("  - ")
                    .append(
                            cited.source() == null
                                    ? text(cited.text())
                                    : "{text: " + item(cited.text()) + ", source: " + item(cited.source()) + "}")
                    .append('\n');
        }
    }

    /** The clock of the first step is that of the SOP; steps on another one say so. */
    private void clock(Sop sop) {
        key("clock", word(clockOf(sop)));
        if (sop.clockInferred()) {
            key("clock_inferred", "true");
        }
    }

    private static Clock clockOf(Sop sop) {
        return sop.steps().isEmpty() ? Clock.WORKING : sop.steps().get(0).clock();
    }

    private static String word(Clock clock) {
        return clock.name().toLowerCase(Locale.ROOT);
    }

    private void survey(Sop.SurveyDuty duty) {
        if (duty != null) {
            key(
                    "survey",
                    "{min_respondents: " + duty.minRespondents() + ", groups: " + flow(duty.groups()) + ", steps: "
                            + duty.steps() + "}");
        }
    }

    private void step(Sop sop, Step step) {
        comment("  ", stepComments.getOrDefault(step.no(), List.of()));
        yaml.append("  - no: ").append(step.no()).append('\n');
        field("title", text(step.title()));
        field("executor", flow(step.executor()));
        if (step.executorInferred()) {
            field("executor_inferred", "true");
        }
        field("inputs", flow(step.inputs()));
        field("within", text(step.within()));
        if (step.deadlineFrom() != null) {
            field("deadline_from", text(step.deadlineFrom()));
        }
        field("outputs", flow(step.outputs()));
        if (!step.after().equals(usuallyAfter(sop, step))) {
            field("after", step.after().toString());
        }
        if (step.optional() != sop.free()) {
            field("optional", "" + step.optional());
        }
        if (step.decision() != null) {
            field(
                    "decision",
                    "{approve: " + step.decision().approve() + ", revise: "
                            + step.decision().revise() + (step.decision().inferred() ? ", inferred: true}" : "}"));
        }
        if (step.clock() != clockOf(sop)) {
            field("clock", word(step.clock()));
        }
        if (step.note() != null) {
            field("note", text(step.note()));
        }
    }

    private static List<Integer> usuallyAfter(Sop sop, Step step) {
        return sop.free() || step.position() == 0
                ? List.of()
                : List.of(sop.steps().get(step.position() - 1).no());
    }

    private void comment(String indent, List<String> lines) {
        for (String line : lines) {
            yaml.append(indent).append("# ").append(line.replaceAll("\\R", " ")).append('\n');
        }
    }

    private void key(String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private void field(String key, String value) {
        yaml.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private void optional(String key, String value) {
        if (value != null) {
            key(key, text(value));
        }
    }

    private void list(String key, List<String> values) {
        if (values.stream().anyMatch(v -> v.length() > LONGEST_IN_BRACKETS)) {
            yaml.append(key).append(":\n");
            values.forEach(v -> yaml.append("  - ").append(text(v)).append('\n'));
        } else if (!values.isEmpty()) {
            key(key, flow(values));
        }
    }

    private static String flow(List<String> values) {
        return values.stream().map(SopYamlWriter::item).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text plainly where YAML takes it for nothing else, else in quotation marks. */
    private static String text(String text) {
        return text == null ? "null" : plainly(PLAIN, text) ? text : quoted(text);
    }

    /** A text within brackets. */
    private static String item(String text) {
        return text == null ? "null" : plainly(PLAIN_ITEM, text) ? text : quoted(text);
    }

    private static boolean plainly(Pattern form, String text) {
        return form.matcher(text).matches()
                && !RESERVED.matcher(text).matches()
                && text.strip().equals(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufeff') {
                        quoted.append(String.format("\\u%04X", c));
                    } else {
                        // Half a surrogate pair is no character.
                        quoted.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
