package id.patuh.skm;

import id.patuh.law.Parameters;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes facts of follow-up reports: links realisations to the plan and the plan to the survey. */
public final class FollowUpBinder {

    private static final String NEAR_SIMILARITY = "rtl/near-similarity";

    private final LocalDate asOf;
    private final Parameters parameters;

    /**
     * @param asOf the day of the check
     * @param parameters of the rule set
     */
    public FollowUpBinder(LocalDate asOf, Parameters parameters) {
        this.asOf = asOf;
        this.parameters = parameters;
    }

    /**
     * The facts of reports.
     *
     * @param reports the reports, in the order of the input
     * @param surveys gives the survey that a report follows, or null where the input holds none
     */
    public FollowUpFacts bind(List<FollowUpRecord> reports, Function<FollowUpRecord, SurveyView> surveys) {
        List<Followed> all =
                reports.stream().map(r -> Followed.of(r, surveys.apply(r))).toList();
        Run run = new Run(all);
        all.forEach(run::bind);
        return new FollowUpFacts(run.facts, run.missing, run.reports, run.nextChange());
    }

    private RealisationLinks links(FollowUpRecord report, List<Realisation> realisations) {
        BigDecimal near = parameters.on(law(report)).decimal(NEAR_SIMILARITY);
        double threshold = near == null ? Double.POSITIVE_INFINITY : near.doubleValue();
        return new RealisationLinks(report.plan(), realisations, new NameMatcher(threshold, List.of(), List.of()));
    }

    private LocalDate law(FollowUpRecord report) {
        LocalDate day = FollowUp.lawDate(report);
        return day == null ? asOf : day;
    }

    /** A report with the survey it follows; the survey is null where the input holds none. */
    private record Followed(FollowUpRecord report, SurveyView survey, Subject subject) {

        static Followed of(FollowUpRecord report, SurveyView survey) {
            String unit = report.unit() != null || survey == null ? report.unit() : survey.unit();
            String id = survey == null ? report.survey() : survey.id();
            return new Followed(report, survey, Subject.ofSurvey(unit, id));
        }
    }

    /** One pass over all reports. */
    private final class Run {

        private final Map<Subject, List<Followed>> bySurvey;
        private final List<Reportable> facts = new ArrayList<>();
        private final List<MissingFact> missing = new ArrayList<>();
        private final List<FollowedReport> reports = new ArrayList<>();
        private final Map<List<Object>, Integer> uses = new HashMap<>();

        Run(List<Followed> all) {
            bySurvey = all.stream()
                    .filter(f -> f.subject().survey() != null)
                    .collect(Collectors.groupingBy(Followed::subject));
        }

        void bind(Followed followed) {
            FollowUpRecord report = followed.report();
            RealisationLinks links = links(report, report.realisations());
            RealisationLinks elsewhere = links(report, reportedElsewhere(followed));
            boolean lost = isLost(followed, links);
            boolean unlisted =
                    !lost && !report.reportsDone() && others(followed).noneMatch(FollowUpRecord::reportsDone);
            List<PlannedActivity> planned = new ArrayList<>();
            for (int i = 0; i < report.plan().size(); i++) {
                boolean settled = isDone(links.reportsOn(i)) || isDone(elsewhere.reportsOn(i));
                planned.add(planned(
                        followed, report.plan().get(i), links.reportsOn(i), settled, lost || unlisted, unlisted));
            }
            List<ReportedActivity> reported = new ArrayList<>();
            for (int i = 0; i < report.realisations().size(); i++) {
                int item = links.itemOf(i);
                reported.add(reported(followed, report.realisations().get(i), item < 0 ? null : planned.get(item)));
            }
            FollowUp whole = whole(followed, planned);
            reports.add(
                    new FollowedReport(whole, followed.survey(), items(followed, planned, reported, links, elsewhere)));
            facts.add(whole);
            facts.addAll(planned);
            facts.addAll(reported);
            facts.addAll(lowest(followed));
            missing.addAll(FollowUpGaps.of(whole, followed.survey(), planned, reported));
            addMissingParameter(whole);
        }

        /** Whether what was lost may say that an item is done. */
        private boolean isLost(Followed followed, RealisationLinks links) {
            FollowUpRecord report = followed.report();
            // One that means no item that could be read may mean one beside it as well as one that was lost.
            boolean unlinked = IntStream.range(0, report.realisations().size())
                    .anyMatch(i -> links.itemOf(i) < 0
                            && !FollowUp.says(report.realisations().get(i).plan()));
            return report.lost().realisations() > 0
                    || report.lost().plan() > 0 && unlinked
                    || others(followed).anyMatch(other -> other.lost().realisations() > 0);
        }

        private static List<FollowedItem> items(
                Followed followed,
                List<PlannedActivity> planned,
                List<ReportedActivity> reported,
                RealisationLinks links,
                RealisationLinks elsewhere) {
            List<FollowedItem> items = new ArrayList<>();
            for (int i = 0; i < planned.size(); i++) {
                int item = i;
                Stream<Subject> reports = IntStream.range(0, reported.size())
                        .filter(r -> links.itemOf(r) == item)
                        .mapToObj(r -> reported.get(r).subject());
                items.add(new FollowedItem(
                        planned.get(i),
                        meant(followed.survey(), planned.get(i).item()),
                        Stream.concat(links.reportsOn(i).stream(), elsewhere.reportsOn(i).stream())
                                .toList(),
                        Stream.concat(Stream.of(planned.get(i).subject()), reports)
                                .toList()));
            }
            return items;
        }

        private void addMissingParameter(FollowUp whole) {
            LocalDate day = law(whole.report());
            if (parameters.on(day).value(NEAR_SIMILARITY) == null) {
                String path = whole.report().row().table().path();
                missing.add(new MissingFact("parameter:" + NEAR_SIMILARITY, whole.subject(), path, Map.of("day", day)));
            }
        }

        private LocalDate nextChange() {
            return facts.stream()
                    .map(this::nextChange)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private LocalDate nextChange(Reportable fact) {
            // What has no date is judged by the law of the day.
            if (fact.lawDate() == null) {
                return asOf.plusDays(1);
            }
            return fact instanceof PlannedActivity planned && !planned.isQuarterOver() && planned.quarters() != null
                    ? planned.getLastQuarterEnd().plusDays(1)
                    : null;
        }

        private FollowUp whole(Followed followed, List<PlannedActivity> planned) {
            int done = (int) planned.stream()
                    .filter(p -> Boolean.TRUE.equals(p.getDone()))
                    .count();
            Period surveyPeriod =
                    followed.survey() == null ? null : followed.survey().period();
            String later = unique(FollowUp.class, followed.subject(), "").strip();
            Subject subject =
                    later.isEmpty() ? followed.subject() : followed.subject().about(later);
            return new FollowUp(subject, followed.report(), surveyPeriod, planned.size(), done);
        }

        private PlannedActivity planned(
                Followed followed,
                PlanItem item,
                List<Realisation> reports,
                boolean settled,
                boolean uncertain,
                boolean unlisted) {
            return new PlannedActivity(
                    followed.subject().about(unique(PlannedActivity.class, followed.subject(), item.id())),
                    followed.report(),
                    item,
                    PlannedQuarters.of(item, followed.report()),
                    reports,
                    settled,
                    uncertain,
                    unlisted,
                    asOf);
        }

        private ReportedActivity reported(Followed followed, Realisation realisation, PlannedActivity item) {
            String name = item != null
                    ? item.subject().element()
                    : Stream.of(realisation.plan(), realisation.activity(), realisation.description())
                            .filter(FollowUp::says)
                            .findFirst()
                            .orElse("-");
            return new ReportedActivity(
                    followed.subject().about(unique(ReportedActivity.class, followed.subject(), name)),
                    followed.report(),
                    realisation,
                    item == null
                            && !followed.report().plan().isEmpty()
                            && followed.report().lost().plan() == 0
                            && (followed.report().lost().realisations() == 0 || FollowUp.says(realisation.plan())));
        }

        private List<LowestUnsur> lowest(Followed followed) {
            SurveyView survey = followed.survey();
            if (survey == null) {
                return List.of();
            }
            Set<String> planned = followed.report().plan().stream()
                    .flatMap(Run::unsurOf)
                    .map(name -> official(survey, name))
                    .collect(Collectors.toSet());
            if (planned.isEmpty()) {
                return List.of();
            }
            int tiedCovered = (int) survey.lowest().stream()
                    .filter(l -> l.tied() && planned.contains(official(survey, l.name())))
                    .count();
            int tiedNeeded = survey.needed()
                    - (int) survey.lowest().stream().filter(l -> !l.tied()).count();
            List<LowestUnsur> lowest = new ArrayList<>();
            for (LowUnsur low : survey.lowest()) {
                boolean covered = planned.contains(official(survey, low.name()));
                lowest.add(new LowestUnsur(
                        followed.subject().about(unique(LowestUnsur.class, followed.subject(), low.name())),
                        followed.report(),
                        low.name(),
                        covered,
                        low.tied() ? tiedCovered : covered ? 1 : 0,
                        low.tied() ? tiedNeeded : 1));
            }
            return lowest;
        }

        /** What other reports on the same survey say; numbers may differ there, so wording counts first. */
        private List<Realisation> reportedElsewhere(Followed followed) {
            return others(followed)
                    .flatMap(other -> other.realisations().stream())
                    .map(Run::withoutNumber)
                    .toList();
        }

        private Stream<FollowUpRecord> others(Followed followed) {
            return bySurvey.getOrDefault(followed.subject(), List.of()).stream()
                    .map(Followed::report)
                    .filter(other -> other != followed.report());
        }

        private static Realisation withoutNumber(Realisation r) {
            return FollowUp.says(r.activity())
                    ? new Realisation(
                            null, r.activity(), r.done(), r.description(), r.evidence(), r.obstacle(), r.row())
                    : r;
        }

        private static boolean isDone(List<Realisation> reports) {
            return reports.stream().anyMatch(r -> Boolean.TRUE.equals(r.done()));
        }

        /** The unsur that an item is for, as written. */
        private static Stream<String> unsurOf(PlanItem item) {
            return FollowUp.says(item.element())
                    ? Stream.of(item.element().split(";")).map(String::strip).filter(FollowUp::says)
                    : Stream.empty();
        }

        private static List<FollowedItem.MeantUnsur> meant(SurveyView survey, PlanItem item) {
            return unsurOf(item)
                    .map(written -> new FollowedItem.MeantUnsur(
                            written,
                            survey == null ? null : survey.officialName().apply(written)))
                    .toList();
        }

        private static String official(SurveyView survey, String name) {
            String official = survey.officialName().apply(name.strip());
            return Wording.normalise(official == null ? name : official);
        }

        /** The name, counted where the same kind of fact has had it before: a violation is known by its subject. */
        private String unique(Class<?> kind, Subject within, String name) {
            int use = uses.merge(List.of(kind, within, name), 1, Integer::sum);
            return use == 1 ? name : name + " (" + use + ")";
        }
    }
}
