package id.patuh.skm;

import id.patuh.law.Parameters;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the services of a unit and the units of a region together, period by period, by the parameter in force. */
final class Aggregation {

    private final List<Survey> surveys;
    private final Parameters parameters;
    private final GradeBook grades;
    private final List<MissingFact> missing = new ArrayList<>();
    private final List<GradedFigure> figures = new ArrayList<>();
    private final List<RegionSurvey> regionSurveys = new ArrayList<>();
    private final Map<UnitKey, Figure> byUnit = new LinkedHashMap<>();
    private final Map<String, Set<Period>> periodsByUnit = new HashMap<>();
    private final Set<String> undated = new HashSet<>();

    private record UnitKey(String unit, Regulation regulation, Period period) {}

    Aggregation(List<Survey> surveys, List<Region> regions, Parameters parameters, GradeBook grades) {
        this.surveys = surveys;
        this.parameters = parameters;
        this.grades = grades;
        for (Survey survey : surveys) {
            if (survey.getUnit() != null && survey.getPeriod() == null) {
                undated.add(Wording.normalise(survey.getUnit()));
            } else if (survey.getUnit() != null) {
                periodsByUnit
                        .computeIfAbsent(Wording.normalise(survey.getUnit()), unit -> new LinkedHashSet<>())
                        .add(survey.getPeriod());
            }
        }
        aggregateUnits();
        regions.forEach(this::aggregateRegion);
    }

    /** The figures of units with several services, then those of regions. */
    List<GradedFigure> figures() {
        return figures;
    }

    List<RegionSurvey> regionSurveys() {
        return regionSurveys;
    }

    List<MissingFact> missing() {
        return missing;
    }

    private void aggregateUnits() {
        Map<UnitKey, List<Survey>> groups = new LinkedHashMap<>();
        for (Survey survey : surveys) {
            if (survey.getUnit() != null && survey.getRegulation() != null && survey.getPeriod() != null) {
                groups.computeIfAbsent(
                                new UnitKey(
                                        Wording.normalise(survey.getUnit()),
                                        survey.getRegulation(),
                                        survey.getPeriod()),
                                key -> new ArrayList<>())
                        .add(survey);
            }
        }
        groups.forEach((key, group) -> {
            List<Survey> services =
                    group.stream().filter(s -> s.getService() != null).toList();
            Figure ofServices = services.size() < 2 ? null : together(services);
            if (ofServices != null) {
                figures.add(new GradedFigure(ofServices, SurveyGrade.UNIT, grades));
            }
            List<Survey> whole =
                    group.stream().filter(s -> s.getService() == null).toList();
            Figure figure = whole.size() == 1
                    ? Figure.of(whole.get(0))
                    : ofServices != null && whole.isEmpty() ? ofServices : together(group);
            if (figure != null) {
                byUnit.put(key, figure);
            }
        });
    }

    private Figure together(List<Survey> parts) {
        String unit = parts.get(0).getUnit();
        return together(unit, parts.stream().map(Figure::of).toList());
    }

    /** The parts as one; null, and noted, where no parameter says how. */
    private Figure together(String unit, List<Figure> parts) {
        if (parts.size() == 1) {
            Figure only = parts.get(0);
            return new Figure(
                    only.survey(),
                    unit,
                    only.regulation(),
                    only.period(),
                    only.respondents(),
                    only.index(),
                    only.means(),
                    only.index() == null ? "part-without-index" : only.obstacle());
        }
        LocalDate day = parts.get(0).period().end();
        String way = parameters.on(day).text("skm/aggregation");
        if (way == null) {
            missing.add(new MissingFact(
                    "parameter:skm/aggregation",
                    Subject.ofSurvey(unit, parts.get(0).survey()),
                    null,
                    Map.of("day", day)));
            return null;
        }
        return Figure.together(unit, parts, way.equals("respondents"));
    }

    private void aggregateRegion(Region region) {
        Map<String, String> names = new LinkedHashMap<>();
        region.units().forEach(unit -> names.putIfAbsent(Wording.normalise(unit), unit));
        List<Period> periods = names.keySet().stream()
                .flatMap(unit -> periodsByUnit.getOrDefault(unit, Set.of()).stream())
                .distinct()
                .sorted(Comparator.comparing(Period::start).thenComparing(Period::end))
                .toList();
        for (Period period : periods) {
            List<RegionUnit> units = names.entrySet().stream()
                    .filter(n -> !undated.contains(n.getKey()) || isSurveyed(n.getKey(), period))
                    .map(n -> new RegionUnit(
                            region.name(), region.sop(), n.getValue(), period, isSurveyed(n.getKey(), period)))
                    .toList();
            regionSurveys.add(new RegionSurvey(region, period, units));
            List<Figure> parts = byUnit.entrySet().stream()
                    .filter(e -> e.getKey().period().equals(period)
                            && names.containsKey(e.getKey().unit()))
                    .map(Map.Entry::getValue)
                    .toList();
            Figure figure = parts.isEmpty() ? null : regionFigure(region.name(), parts, names.size());
            if (figure != null) {
                figures.add(new GradedFigure(figure, SurveyGrade.REGION, grades));
            }
        }
    }

    private Figure regionFigure(String name, List<Figure> parts, int expected) {
        if (parts.stream().map(Figure::regulation).distinct().count() > 1) {
            return new Figure(null, name, null, parts.get(0).period(), null, null, List.of(), "regulations-differ");
        }
        Figure figure = together(name, parts);
        return figure == null || parts.size() == expected ? figure : figure.hindered("region-incomplete");
    }

    private boolean isSurveyed(String unit, Period period) {
        return periodsByUnit.getOrDefault(unit, Set.of()).stream()
                .anyMatch(p -> !p.end().isBefore(period.start()) && !p.start().isAfter(period.end()));
    }
}
