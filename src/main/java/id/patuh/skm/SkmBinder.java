package id.patuh.skm;

import id.patuh.law.Parameters;
import id.patuh.violation.MissingFact;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds responses and published results to the surveys they belong to, and these to the law of their time. */
public final class SkmBinder {

    private final Regulations regulations;
    private final Parameters parameters;
    private final List<Region> regions;
    private final SopDuties duties;
    private final LocalDate asOf;

    /**
     * @param regulations the survey regulations of the rule set
     * @param parameters its parameters
     * @param regions units whose surveys are brought together
     * @param duties what SOPs demand of surveys
     * @param asOf the day of the check
     */
    public SkmBinder(
            Regulations regulations, Parameters parameters, List<Region> regions, SopDuties duties, LocalDate asOf) {
        this.regulations = regulations;
        this.parameters = parameters;
        this.regions = List.copyOf(regions);
        this.duties = duties;
        this.asOf = asOf;
    }

    /** Makes the facts. Only all that is said of a survey tells its regulation, and with it the scale of its scores. */
    public SkmFacts bind(SurveyResponses responses, List<PublishedResult> published) {
        Drafts drafts = new Drafts(responses.ownResults(published));
        responses.forEachSaid((said, row) -> drafts.of(said, row).respond(drafts.known(said, row), row));
        responses.forEachLost(drafts::lose);
        published.forEach(drafts::publish);
        Map<SurveyDraft, List<ResponseCount>> counts = new HashMap<>();
        for (ResponseCount count : responses.counts()) {
            counts.computeIfAbsent(drafts.of(count.survey(), count.first()), d -> new ArrayList<>())
                    .add(count);
        }
        for (SurveyDraft draft : drafts.all()) {
            draft.complete(
                    SurveyBinding.regulationOf(draft, regulations, asOf),
                    counts.getOrDefault(draft, List.of()),
                    responses.repetitions(draft.identity()));
        }
        return bind(drafts);
    }

    private SkmFacts bind(Drafts drafts) {
        GradeBook grades = new GradeBook();
        SurveyBinding.Context context = new SurveyBinding.Context(regulations, parameters, duties, asOf, grades);
        List<SurveyDraft> all = drafts.all();
        Map<SurveyIdentity, Integer> namesakes = new HashMap<>();
        Map<String, SurveyDraft> latest = new HashMap<>();
        Set<String> undated = new HashSet<>();
        for (SurveyDraft draft : all) {
            if (draft.period() == null) {
                undated.add(draft.identity().unit());
            }
            namesakes.merge(draft.identity().ofAnyService(), 1, Integer::sum);
            latest.merge(Wording.normalise(draft.unit()), draft, SkmBinder::later);
        }
        List<Survey> surveys = new ArrayList<>();
        List<MissingFact> missing = new ArrayList<>();
        for (SurveyDraft draft : all) {
            boolean ambiguous = namesakes.get(draft.identity().ofAnyService()) > 1;
            SurveyBinding binding = new SurveyBinding(draft, ambiguous, context);
            String unit = draft.identity().unit();
            surveys.add(binding.bind(!undated.contains(unit) && latest.get(unit) == draft));
            missing.addAll(binding.missing());
        }
        Aggregation aggregation = new Aggregation(surveys, regions, parameters, grades);
        missing.addAll(aggregation.missing());
        return new SkmFacts(
                surveys,
                aggregation.regionSurveys(),
                grades.queries(),
                missing,
                new SkmFacts.Aggregates(aggregation.figures()));
    }

    /** The survey that ended later; of two that end on one day, or tell none, the first. */
    private static SurveyDraft later(SurveyDraft first, SurveyDraft second) {
        if (first.period() == null || second.period() == null) {
            return first.period() == null ? second : first;
        }
        return second.period().end().isAfter(first.period().end()) ? second : first;
    }

    /** The surveys met so far. */
    private static final class Drafts {

        private final Map<SurveyIdentity, SurveyDraft> byIdentity = new LinkedHashMap<>();
        private final OwnResults own;
        private SurveyHeader lastHeader;
        private SourceTable lastTable;
        private SurveyHeader known;
        private SurveyDraft last;

        Drafts(OwnResults own) {
            this.own = own;
        }

        /** What a row says of its survey, and what its place says. */
        SurveyHeader known(SurveyHeader header, SourceRow row) {
            of(header, row);
            return known;
        }

        /** The survey of a row; rows mostly share the header of the row before. */
        SurveyDraft of(SurveyHeader header, SourceRow row) {
            if (header != lastHeader || row.table() != lastTable) {
                known = own.tell(header, row.table());
                last = byIdentity.computeIfAbsent(SurveyIdentity.of(known), i -> new SurveyDraft(i, row));
                lastHeader = header;
                lastTable = row.table();
            }
            return last;
        }

        /** Rows that do not tell their survey may be of any that has rows in the file. */
        void lose(LostResponse lost, int rows) {
            if (lost.survey() != null) {
                SurveyHeader header = known(lost.survey(), lost.row());
                last.lose(new LostResponse(header, lost.row(), lost.path(), lost.rest()), rows);
            } else {
                byIdentity.values().stream()
                        .filter(d -> d.hasRowsIn(lost.path()))
                        .forEach(d -> d.lose(lost, rows));
            }
        }

        /** A result that names less than the responses do, or more, is theirs where no other survey can be meant. */
        void publish(PublishedResult result) {
            SurveyHeader header = own.tell(result.survey(), result.row().table());
            SurveyIdentity identity = SurveyIdentity.of(header);
            List<SurveyDraft> near = byIdentity.containsKey(identity)
                    ? List.of()
                    : byIdentity.values().stream()
                            .filter(d -> d.hasResponses() && d.identity().agreesWith(identity))
                            .toList();
            (near.size() == 1 ? near.get(0) : of(result.survey(), result.row())).publish(result.of(header));
        }

        List<SurveyDraft> all() {
            return byIdentity.values().stream()
                    .sorted(Comparator.comparing((SurveyDraft d) -> d.identity().id())
                            .thenComparing(d -> d.identity().unit())
                            .thenComparing(d -> d.identity().service()))
                    .toList();
        }
    }
}
