package id.patuh.report;

import id.patuh.ruleset.LintFinding;
import id.patuh.violation.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a rule set, as text or JSON. */
public final class LintReport {

    private final List<LintFinding> findings;
    private final Language language;

    public LintReport(List<LintFinding> findings, Language language) {
        this.findings = findings;
        this.language = language;
    }

    /** For a person. */
    public String text() {
        Lines lines = new Lines();
        for (LintFinding finding : findings) {
            String severity = language.label("severity." + finding.severity().word());
            lines.wrapped("", severity + "  " + Reasons.of(finding.problem(), language));
        }
        if (findings.isEmpty()) {
            return lines.add(language.label("lint.none")).toString();
        }
        Map<String, Long> counts = counts();
        lines.add("").add(Template.fill(language.label("lint.total"), name -> String.valueOf(counts.get(name))));
        if (counts.get(Severity.CRITICAL.word()) > 0) {
            lines.wrapped("", "", language.label("lint.unusable"));
        }
        return lines.toString();
    }

    /** For programs. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("summary", counts());
        document.put(
                "findings",
                findings.stream()
                        .map(finding -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("severity", finding.severity().word());
                            one.putAll(JsonText.problem(finding.problem(), language));
                            return one;
                        })
                        .toList());
        return JsonText.of(document);
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity.word(),
                    findings.stream().filter(f -> f.severity() == severity).count());
        }
        return counts;
    }
}
