package id.patuh.report;

import id.patuh.check.NotEvaluated;
import id.patuh.check.Priority;
import id.patuh.engine.RuleMetadata;
import id.patuh.intake.InputNote;
import id.patuh.intake.RejectedRow;
import id.patuh.law.Overrun;
import id.patuh.law.Parameters;
import id.patuh.law.Source;
import id.patuh.ruleset.GradeBand;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Lack;
import id.patuh.violation.MissingFact;
import id.patuh.violation.NamedStep;
import id.patuh.violation.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Turns typed findings into words of one language. */
public final class Words {

    private static final int TITLE_SHOWN = 120;
    private static final int BASES_REMEMBERED = 10_000;

    private final RuleSet ruleSet;
    private final ZoneId zone;
    private final Language language;
    private final Map<String, RuleMetadata> rules = new HashMap<>();
    private final Map<String, Texts> texts = new HashMap<>();
    private final Map<String, Template> needs = new HashMap<>();
    private final Map<Grounds, String> bases = new HashMap<>();

    /** The texts of a rule; expected and actual are null where the values speak for themselves. */
    private record Texts(Template message, Template expected, Template actual) {}

    /** What a violation's provisions follow from. */
    private record Grounds(String rule, String ground, String basis, LocalDate lawDate) {}

    /**
     * Words for what a rule set finds.
     *
     * @param zone in which times are shown
     */
    public Words(RuleSet ruleSet, ZoneId zone, Language language) {
        this.ruleSet = ruleSet;
        this.zone = zone;
        this.language = language;
        ruleSet.rules().catalog().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
    }

    /** All that a violation says. */
    public ViolationText.Said said(Violation violation) {
        return new ViolationText.Said(message(violation), expected(violation), actual(violation), basis(violation));
    }

    /** What happened, in a sentence. */
    public String message(Violation violation) {
        return fill(texts(violation.rule()).message(), violation);
    }

    /** What the rule demands, as its texts word it or as the value stands; null where it does not say. */
    public String expected(Violation violation) {
        return worded(violation, texts(violation.rule()).expected(), violation.expected());
    }

    /** What was found, likewise. */
    public String actual(Violation violation) {
        return worded(violation, texts(violation.rule()).actual(), violation.actual());
    }

    private String worded(Violation violation, Template template, Object value) {
        return template == null ? value(value) : fill(template, violation);
    }

    private Texts texts(String rule) {
        return texts.computeIfAbsent(
                rule,
                r -> new Texts(
                        text(r).orElseThrow(() -> new IllegalStateException("no message " + r)),
                        text(r + ".expected").orElse(null),
                        text(r + ".actual").orElse(null)));
    }

    private Optional<Template> text(String key) {
        return ruleSet.messages().text(key, language.code()).map(Template::new);
    }

    private String fill(Template template, Violation violation) {
        String text = template.fill(name -> {
            Object value = switch (name) {
                case "expected" -> violation.expected();
                case "actual" -> violation.actual();
                default -> violation.details().get(name);
            };
            String said = value == null ? SubjectWords.part(violation.subject(), name) : value(value);
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
        // Days do not matter to most rules.
        boolean dated = !rules.get(violation.rule()).parameters().isEmpty();
        if (bases.size() >= BASES_REMEMBERED) {
            bases.clear();
        }
        return bases.computeIfAbsent(
                new Grounds(
                        violation.rule(), violation.ground(), violation.basis(), dated ? violation.lawDate() : null),
                this::basis);
    }

    private String basis(Grounds grounds) {
        List<String> parts = new ArrayList<>();
        if (grounds.ground() != null) {
            parts.add(grounds.ground());
        }
        RuleMetadata rule = rules.get(grounds.rule());
        parts.add(clause(grounds.basis() == null ? rule.basis() : grounds.basis()));
        if (grounds.lawDate() != null) {
            Parameters.InForce law = ruleSet.parameters().on(grounds.lawDate());
            rule.parameters().stream()
                    .map(law::value)
                    .filter(Objects::nonNull)
                    .forEach(value -> parts.add(clause(value.basis())));
        }
        return parts.stream().distinct().collect(Collectors.joining("; "));
    }

    private String clause(String basis) {
        return clause(basis, ruleSet);
    }

    /** A clause as it is cited. */
    static String clause(String basis, RuleSet ruleSet) {
        int slash = basis.indexOf('/');
        Source source = ruleSet.sources().find(basis.substring(0, slash)).orElseThrow();
        return source.shortTitle() + " (" + basis.substring(slash + 1) + ")";
    }

    /** Why a rule was not evaluated, and for what. */
    public LackText.Said said(NotEvaluated notEvaluated) {
        return new LackText.Said(subject(notEvaluated), reason(notEvaluated));
    }

    /** Why a rule was not evaluated. */
    public String reason(NotEvaluated notEvaluated) {
        MissingFact missing = notEvaluated.missing();
        Template template = needs.computeIfAbsent(
                "needs." + missing.need().replace(':', '.'),
                key -> text(key).orElseGet(() -> new Template(language.label(key))));
        return template.fill(name -> {
            Object value = missing.details().get(name);
            if (value == null && name.equals("count")) {
                value = missing.count();
            }
            return value == null ? SubjectWords.part(missing.subject(), name) : value(value);
        });
    }

    /** For what a rule was not evaluated. */
    public String subject(NotEvaluated notEvaluated) {
        MissingFact missing = notEvaluated.missing();
        String subject = SubjectWords.of(missing.subject(), language);
        if (missing.path() == null) {
            return subject;
        }
        return subject.isEmpty() ? missing.path() : missing.path() + ": " + subject;
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

    /** The grades of a survey regulation, from the lowest. */
    List<GradeBand> gradeBands(String regulation) {
        return ruleSet.gradeBands(regulation);
    }

    /** A value as it stands in sentences and in expected and actual. */
    public String value(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Instant at) {
            return time(LocalDateTime.ofInstant(at, zone));
        }
        if (value instanceof Overrun overrun) {
            String time = duration(overrun.time());
            return overrun.atLeast() ? language.label("at.least") + " " + time : time;
        }
        if (value instanceof BigDecimal number) {
            return Numbers.of(number, language);
        }
        if (value instanceof NamedStep step) {
            return new NamedStep(step.no(), shortened(step.title())).toString();
        }
        if (value instanceof Lack lack) {
            return language.label("lack." + lack.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Collection<?> all) {
            StringJoiner joined = new StringJoiner("; ");
            for (Object each : all) {
                joined.add(value(each));
            }
            return joined.toString();
        }
        return value.toString();
    }

    /** To the minute, or to the second where it is not a full one. */
    private static String time(LocalDateTime at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
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
}
