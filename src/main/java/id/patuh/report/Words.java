package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Grade;
import id.patuh.check.NotEvaluated;
import id.patuh.check.Priority;
import id.patuh.engine.RuleMetadata;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputNote;
import id.patuh.intake.RejectedRow;
import id.patuh.law.Overrun;
import id.patuh.law.Parameter;
import id.patuh.law.Source;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Lack;
import id.patuh.violation.MissingFact;
import id.patuh.violation.NamedStep;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns typed findings into words of one language. */
public final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final int TITLE_SHOWN = 120;

    private final CheckResult result;
    private final RuleSet ruleSet;
    private final ZoneId zone;
    private final Language language;
    private final Map<String, RuleMetadata> rules = new HashMap<>();

    /** Words for one result. */
    public Words(CheckResult result, Language language) {
        this.result = result;
        this.ruleSet = result.ruleSet();
        this.zone = result.zone();
        this.language = language;
        ruleSet.rules().catalog().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
    }

    /** What happened, in a sentence. */
    public String message(Violation violation) {
        String template = ruleSet.messages()
                .text(violation.rule(), language.code())
                .orElseThrow(() -> new IllegalStateException("no message " + violation.rule()));
        return fill(template, violation);
    }

    /** What the rule demands, as its texts word it or as the value stands; null where it does not say. */
    public String expected(Violation violation) {
        return worded(violation, ".expected", violation.expected());
    }

    /** What was found, likewise. */
    public String actual(Violation violation) {
        return worded(violation, ".actual", violation.actual());
    }

    private String worded(Violation violation, String suffix, Object value) {
        return ruleSet.messages()
                .text(violation.rule() + suffix, language.code())
                .map(text -> fill(text, violation))
                .orElseGet(() -> value(value));
    }

    private String fill(String template, Violation violation) {
        String text = Template.fill(template, name -> {
            Object value = "expected".equals(name)
                    ? violation.expected()
                    : "actual".equals(name)
                            ? violation.actual()
                            : violation.details().get(name);
            String said = value == null ? part(violation.subject(), name) : value(value);
            return name.equals("title") ? shortened(said) : said;
        });
        // An activity that has no number is called by its name alone.
        String element = violation.subject().element();
        return element == null ? text : text.replace(element + " (" + element + ")", element);
    }

    /** Titles of steps run to half a page; the step's number says which is meant. */
    private static String shortened(String title) {
        return title == null || title.length() <= TITLE_SHOWN ? title : title.substring(0, TITLE_SHOWN - 3) + "...";
    }

    /** The provisions that the violation offends: the SOP's, the rule's, and those that set its parameters. */
    public String basis(Violation violation) {
        List<String> parts = new ArrayList<>();
        if (violation.ground() != null) {
            parts.add(violation.ground());
        }
        RuleMetadata rule = rules.get(violation.rule());
        parts.add(clause(violation.basis() == null ? rule.basis() : violation.basis()));
        rule.parameters().stream()
                .map(key -> parameter(key, violation))
                .filter(Objects::nonNull)
                .forEach(parts::add);
        return parts.stream().distinct().collect(Collectors.joining("; "));
    }

    private String parameter(String key, Violation violation) {
        if (violation.lawDate() == null) {
            return null;
        }
        Parameter.Value value = ruleSet.parameters().on(violation.lawDate()).value(key);
        return value == null ? null : clause(value.basis());
    }

    private String clause(String basis) {
        int slash = basis.indexOf('/');
        Source source = ruleSet.sources().find(basis.substring(0, slash)).orElseThrow();
        return source.shortTitle() + " (" + basis.substring(slash + 1) + ")";
    }

    /** Why a rule was not evaluated. */
    public String reason(NotEvaluated notEvaluated) {
        MissingFact missing = notEvaluated.missing();
        String key = "needs." + missing.need().replace(':', '.');
        return ruleSet.messages()
                .text(key, language.code())
                .map(text -> Template.fill(text, name -> {
                    Object value = missing.details().get(name);
                    return value == null ? part(missing.subject(), name) : value(value);
                }))
                .orElseThrow(() -> new IllegalStateException("no message " + key));
    }

    /** For what a rule was not evaluated. */
    public String subject(NotEvaluated notEvaluated) {
        MissingFact missing = notEvaluated.missing();
        String subject = subject(missing.subject());
        if (missing.path() == null) {
            return subject;
        }
        return subject.isEmpty() ? missing.path() : missing.path() + ": " + subject;
    }

    /** What was checked, by which version of the program and as of when. */
    public String matter() {
        return "patuh " + Version.current() + " - "
                + language.label("as.of." + result.matter().name().toLowerCase(Locale.ROOT)) + " "
                + MOMENT.format(result.asOf().atZone(result.zone()));
    }

    /** The rule set with its version and the beginning of its hash. */
    public String ruleSet() {
        return language.label("rule.set") + " " + result.ruleSet().name() + " "
                + result.ruleSet().version() + " (sha256 "
                + result.ruleSet().sha256().substring(0, 12) + ")";
    }

    /** How much was checked. */
    public String checked() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("cases", result.cases());
        counts.put("activities", result.activities());
        counts.put("surveys", (long) result.surveys());
        counts.put(
                "followUps",
                result.inputs().stream()
                        .filter(input -> input.kind() == InputFile.Kind.FOLLOW_UP)
                        .mapToLong(input -> input.rows() - input.rejected())
                        .sum());
        counts.put("definitions", (long) result.definitions());
        counts.values().removeIf(count -> count == 0);
        return counts.isEmpty()
                ? language.label("nothing")
                : counts.entrySet().stream()
                        .map(e -> counted(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** A number and what it counts. */
    String counted(String label, long count) {
        return count + " " + Template.fill(language.label("counted." + label), name -> "" + count);
    }

    /** How many violations there are of each severity. */
    public String bySeverity() {
        return result.bySeverity().entrySet().stream()
                .map(e -> e.getValue() + " "
                        + language.label("severity." + e.getKey().word()))
                .collect(Collectors.joining(", "));
    }

    /** The survey, unit and service that a grade is of. */
    public String graded(Grade grade) {
        return Stream.of(grade.survey(), grade.unit(), grade.service())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" - "));
    }

    /** Index and grade, with respondents and regulation. */
    public String grade(Grade grade) {
        return "IKM " + (grade.ikm() == null ? "-" : value(grade.ikm())) + "  "
                + language.label("grade") + " "
                + (grade.grade() == null ? "- (" + gradeReason(grade.reason()) + ")" : grade.grade())
                + "  " + language.label("respondents") + " "
                + (grade.respondents() == null ? language.label("unknown") : grade.respondents())
                + "  " + grade.regulation()
                + (grade.aggregation() == null ? "" : "  " + language.label("aggregation." + grade.aggregation()));
    }

    /** A subject's parts that are set, in words. */
    public String subject(Subject subject) {
        return Stream.of("unit", "sop", "case", "survey", "step", "constraint", "element")
                .filter(name -> part(subject, name) != null)
                .map(name -> name.equals("unit") || name.equals("element")
                        ? part(subject, name)
                        : language.label("part." + name) + " " + part(subject, name))
                .collect(Collectors.joining(", "));
    }

    /** Why something was rejected. */
    public String reason(RejectedRow rejected) {
        return reason(rejected, language);
    }

    /** What the user of a file ought to know of it. */
    public String note(InputNote note) {
        return note(note, language);
    }

    /** Why something was rejected, in a language. */
    public static String reason(RejectedRow rejected, Language language) {
        return Reasons.text(rejected.reason(), rejected.details(), language);
    }

    /** A note in a language. */
    public static String note(InputNote note, Language language) {
        return Reasons.text(note.key(), note.details(), language);
    }

    /** Why an unsur may be low. */
    public String reason(Priority.Reason reason) {
        String why = reason.why().getOrDefault(language.code(), reason.why().getOrDefault("id", ""));
        String count = Template.fill(
                language.label(reason.example() == null ? "priority.reason" : "priority.reason.example"),
                name -> switch (name) {
                    case "count" -> Integer.toString(reason.count());
                    case "rule" -> reason.rule();
                    case "example" -> reason.example();
                    default -> null;
                });
        return why.isEmpty() ? count : count + ": " + why;
    }

    /** Why a survey has no grade. */
    public String gradeReason(String key) {
        return key == null
                ? null
                : ruleSet.messages()
                        .text("reason." + key, language.code())
                        .orElseThrow(() -> new IllegalStateException("no message reason." + key));
    }

    /** A value as it stands in sentences and in expected and actual. */
    public String value(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Instant at) {
            var local = at.atZone(zone);
            return (local.getSecond() == 0 ? MINUTES : SECONDS).format(local);
        }
        if (value instanceof Overrun overrun) {
            String time = duration(overrun.time());
            return overrun.atLeast() ? language.label("at.least") + " " + time : time;
        }
        if (value instanceof BigDecimal number) {
            String plain = number.toPlainString();
            return language == Language.ID ? plain.replace('.', ',') : plain;
        }
        if (value instanceof NamedStep step) {
            return new NamedStep(step.no(), shortened(step.title())).toString();
        }
        if (value instanceof Lack lack) {
            return language.label("lack." + lack.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(this::value).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    private String duration(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toHours(), "hours");
        add(parts, duration.toMinutesPart(), "minutes");
        if (duration.toHours() == 0) {
            add(parts, duration.toSecondsPart(), "seconds");
        }
        if (parts.isEmpty()) {
            parts.add(language.label("less.than.a.second"));
        }
        return String.join(" ", parts);
    }

    private void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + language.label(unit));
        }
    }

    private static String part(Subject subject, String name) {
        return switch (name) {
            case "unit" -> subject.unit();
            case "sop" -> subject.sop();
            case "case" -> subject.caseId();
            case "step" -> subject.step();
            case "round" -> subject.round() == null ? null : subject.round().toString();
            case "constraint" -> subject.constraint();
            case "survey" -> subject.survey();
            case "element" -> subject.element();
            default -> null;
        };
    }
}
