package id.patuh.report;

import id.patuh.violation.Subject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a violation is about, in words. */
public final class SubjectWords {

    private SubjectWords() {}

    /** A subject's parts that are set; empty where none is. */
    public static String of(Subject subject, Language language) {
        return Stream.of("unit", "sop", "case", "survey", "step", "constraint", "element")
                .filter(name -> part(subject, name) != null)
                .map(name -> name.equals("unit") || name.equals("element")
                        ? part(subject, name)
                        : language.label("part." + name) + " " + part(subject, name))
                .collect(Collectors.joining(", "));
    }

    /** What reports show violations by: the case or survey, with its unit and SOP. */
    static String group(Subject subject, Language language) {
        String group = of(
                new Subject(subject.unit(), subject.sop(), subject.caseId(), null, null, null, subject.survey(), null),
                language);
        return group.isEmpty() ? language.label("no.subject") : group;
    }

    /** The part of that name as texts of rules call it; null where it is not set, or there is no such part. */
    static String part(Subject subject, String name) {
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
