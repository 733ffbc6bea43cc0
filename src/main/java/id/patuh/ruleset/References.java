package id.patuh.ruleset;

import static id.patuh.ruleset.SopYaml.orEmpty;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import id.patuh.law.Parameter;
import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.skm.Region;
import id.patuh.skm.Regulation;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether what the files of a rule set name is there. What is broken itself counts as there: one cause, one problem. */
final class References {

    private final Folder<Source> sources;
    private final Folder<WorkingCalendar> calendars;
    private final List<RuleProblem> problems;
    private final Sources known;

    /** @param problems where to put what is missing */
    References(Folder<Source> sources, Folder<WorkingCalendar> calendars, List<RuleProblem> problems) {
        this.sources = sources;
        this.calendars = calendars;
        this.problems = problems;
        this.known = new Sources(sources.values());
    }

    void checkSources() {
        Map<String, String> first = new HashMap<>();
        for (Folder.Entry<Source> entry : sources.entries()) {
            String before = first.putIfAbsent(entry.value().id(), entry.file().name());
            if (before != null) {
                problems.add(entry.file().problem("id", "id-repeated", Map.of("first", before)));
            }
            String repealedBy = entry.value().repealedBy();
            if (repealedBy != null && !hasSource(repealedBy)) {
                problems.add(entry.file().problem("repealed_by", "source-unknown", Map.of()));
            }
        }
    }

    void checkParameters(Folder<Parameter> parameters) {
        for (Folder.Entry<Parameter> entry : parameters.entries()) {
            for (int i = 1; entry.file().has("values[" + i + "]"); i++) {
                String key = "values[" + i + "].basis";
                if (entry.file().value(key).filter(b -> !resolves(b)).isPresent()) {
                    problems.add(entry.file().problem(key, "basis-unknown", Map.of()));
                }
            }
        }
    }

    void checkSops(Folder<Sop> sops) {
        for (Folder.Entry<Sop> entry : sops.entries()) {
            YamlProblems at = new YamlProblems(entry.file());
            checkSop(entry.value(), at);
            problems.addAll(at.found());
        }
        checkRevisions(sops);
    }

    /** What one SOP refers to. */
    void checkSop(Sop sop, YamlProblems at) {
        if (!has(calendars, WorkingCalendar::id, sop.calendar())) {
            at.add(
                    "calendar",
                    "calendar-unknown",
                    Map.of(
                            "known",
                            calendars.values().stream().map(WorkingCalendar::id).collect(Collectors.joining(", "))));
        }
        for (int i = 0; i < sop.legalBasis().size(); i++) {
            String source = sop.legalBasis().get(i).source();
            if (source != null && !hasSource(source)) {
                at.add("legal_basis[" + (i + 1) + "].source", "source-unknown");
            }
        }
        for (int i = 0; i < sop.constraints().size(); i++) {
            String basis = sop.constraints().get(i).basis();
            if (basis != null && !resolves(basis)) {
                at.add("constraints[" + (i + 1) + "].basis", "basis-unknown");
            }
        }
    }

    /** Two revisions of an SOP must not be in force on the same day. */
    private void checkRevisions(Folder<Sop> sops) {
        Map<String, Sop> previous = new HashMap<>();
        for (Sop sop : new Sops(sops.values()).all()) {
            Sop before = previous.put(Wording.key(sop.id()), sop);
            if (before != null && before.inForceOn(sop.inForce())) {
                sops.entries().stream()
                        .filter(e -> e.value() == sop)
                        .forEach(e -> problems.add(
                                e.file().problem("in_force", "revision-overlap", Map.of("other", before.file()))));
            }
        }
    }

    void checkRegions(Folder<Region> regions, Folder<Sop> sops) {
        Sops all = new Sops(sops.values());
        for (Folder.Entry<Region> entry : regions.entries()) {
            String sop = entry.value().sop();
            boolean there = sop == null
                    || sops.isBroken(sop)
                    || all.all().stream().anyMatch(s -> Wording.key(s.id()).equals(Wording.key(sop)));
            if (!there) {
                problems.add(entry.file().problem("sop", "sop-unknown", Map.of()));
            }
        }
    }

    /** The calendars that units keep of their own, by the unit's normalised name. */
    Map<String, String> calendarOfUnit(Folder.Entry<LawYaml.UnitsYaml> units) {
        Map<String, String> byUnit = new HashMap<>();
        Map<String, String> yaml =
                units.value().calendars() == null ? Map.of() : units.value().calendars();
        yaml.forEach((unit, id) -> {
            byUnit.put(Wording.normalise(unit), id);
            if (!has(calendars, WorkingCalendar::id, id)) {
                String ids =
                        calendars.values().stream().map(WorkingCalendar::id).collect(Collectors.joining(", "));
                problems.add(units.file().problem("calendars." + unit, "calendar-unknown", Map.of("known", ids)));
            }
        });
        return byUnit;
    }

    /** Which violations bear on which unsur, by the unsur's official name. */
    List<UnsurReason> reasons(Folder.Entry<LawYaml.ReasonsYaml> file, Folder<Regulation> regulations) {
        LawYaml.ReasonsYaml yaml = file.value();
        List<UnsurReason> reasons = new ArrayList<>();
        Optional<Regulation> regulation = regulations.values().stream()
                .filter(r -> r.id().equals(yaml.regulation()))
                .findFirst();
        if (regulation.isEmpty()) {
            if (!regulations.isBroken(yaml.regulation())) {
                problems.add(file.file().problem("regulation", "regulation-unknown", Map.of()));
            }
            return reasons;
        }
        for (int i = 0; i < orEmpty(yaml.reasons()).size(); i++) {
            LawYaml.ReasonYaml reason = yaml.reasons().get(i);
            String key = "reasons[" + (i + 1) + "].unsur";
            regulation
                    .flatMap(r -> r.numbered(reason.unsur()))
                    .ifPresentOrElse(
                            unsur -> reasons.add(new UnsurReason(
                                    unsur.name(),
                                    orEmpty(reason.rules()),
                                    orEmpty(reason.subjects()),
                                    reason.why() == null ? Map.of() : reason.why())),
                            () -> problems.add(file.file().problem(key, "unsur-undefined", Map.of())));
        }
        return reasons;
    }

    /** What a rule cites and compares with. */
    void checkRule(RuleMetadata rule, Folder<Parameter> parameters) {
        if (!resolves(rule.basis())) {
            problems.add(wrong(rule, "@basis", rule.basis(), "basis-unknown"));
        }
        for (String key : rule.parameters()) {
            if (!has(parameters, Parameter::key, key)) {
                problems.add(wrong(rule, "@parameters", key, "parameter-unknown"));
            }
        }
    }

    /** A problem with an annotation of a rule. */
    static RuleProblem wrong(RuleMetadata rule, String annotation, String value, String reason) {
        return new RuleProblem(rule.file(), rule.line(), 0, annotation, value, reason, Map.of("rule", rule.name()));
    }

    private boolean hasSource(String id) {
        return has(sources, Source::id, id);
    }

    /** Whether {@code source/clause} names a clause, or the source of it is broken. */
    boolean resolves(String basis) {
        int slash = basis.indexOf('/');
        return known.resolves(basis) || slash > 0 && sources.isBroken(basis.substring(0, slash));
    }

    private static <T> boolean has(Folder<T> folder, java.util.function.Function<T, String> id, String wanted) {
        return folder.isBroken(wanted)
                || folder.values().stream().anyMatch(v -> id.apply(v).equals(wanted));
    }
}
