package id.patuh.skm;

import id.patuh.skm.Respondents.Repetition;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What the rows and the published result of one survey say of it, gathered while they are read. */
final class SurveyDraft {

    private final Map<Period, SourceRow> periods = new LinkedHashMap<>();
    private final Map<UnsurLabel, SourceTable> columns = new LinkedHashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final SurveyIdentity identity;
    private final SourceRow firstRow;
    private String id;
    private String unit;
    private String service;
    private String sop;
    private String regulation;
    private Integer population;
    private Integer respondents;
    private PublishedResult published;
    private boolean ambiguous;
    private boolean responded;
    private int lostRows;
    private boolean lostRest;
    private ResponseTally tally;
    private SourceTable lastTable;

    SurveyDraft(SurveyIdentity identity, SourceRow firstRow) {
        this.identity = identity;
        this.firstRow = firstRow;
    }

    /** Takes over what a row says; where rows differ the first one counts, except for periods, which are all kept. */
    void see(SurveyHeader header, SourceRow row) {
        id = first(id, header.id());
        unit = first(unit, header.unit());
        service = first(service, header.service());
        sop = first(sop, header.sop());
        regulation = first(regulation, header.regulation());
        population = first(population, header.population());
        respondents = first(respondents, header.respondents());
        if (header.period() != null) {
            periods.putIfAbsent(header.period(), row);
        }
    }

    void respond(SurveyHeader header, SourceRow row) {
        see(header, row);
        responded = true;
        if (row.table() != lastTable) {
            lastTable = row.table();
            paths.add(lastTable.path());
        }
        header.unsurKeys().forEach(label -> columns.putIfAbsent(label, row.table()));
    }

    /** @param rows how many were lost alike */
    void lose(LostResponse lost, int rows) {
        if (lost.survey() != null) {
            respond(lost.survey(), lost.row());
        }
        lostRows += rows;
        lostRest |= lost.rest();
    }

    void publish(PublishedResult result) {
        see(result.survey(), result.row());
        boolean says = result.says();
        if (says && published == null) {
            published = result;
        } else if (says && !sameFigures(published, result)) {
            ambiguous = true;
        }
    }

    /** Adds up what was counted of the survey, be it read or lost. */
    void complete(Regulation scale, List<ResponseCount> counts, List<Repetition> repetitions) {
        if (responded) {
            tally = new ResponseTally(scale, counts, repetitions, lostRows, lostRest);
        }
    }

    SurveyIdentity identity() {
        return identity;
    }

    SourceRow firstRow() {
        return firstRow;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    String service() {
        return service;
    }

    String sop() {
        return sop;
    }

    String regulation() {
        return regulation;
    }

    Integer population() {
        return population;
    }

    Integer statedRespondents() {
        return respondents;
    }

    /** Every period stated, with the first row that states it. */
    Map<Period, SourceRow> periods() {
        return periods;
    }

    /** The period that ends last, or null: the survey is not over before. */
    Period period() {
        return periods.keySet().stream()
                .max(Comparator.comparing(Period::end).thenComparing(Period::start, Comparator.reverseOrder()))
                .orElse(null);
    }

    /** The unsur that the responses have columns for. */
    Map<UnsurLabel, SourceTable> columns() {
        return columns;
    }

    /** What was published, or null. */
    PublishedResult published() {
        return published;
    }

    /** Whether a second published result says something else. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    /** Whether the input holds responses, be they readable or not. */
    boolean hasResponses() {
        return responded;
    }

    /** Whether rows of responses stand in the file. */
    boolean hasRowsIn(String path) {
        return paths.contains(path);
    }

    /** The responses; null when there are none. */
    ResponseTally tally() {
        return tally;
    }

    private static <T> T first(T known, T stated) {
        return known != null ? known : stated;
    }

    private static boolean sameFigures(PublishedResult a, PublishedResult b) {
        return Objects.equals(a.ikm(), b.ikm())
                && Objects.equals(a.grade(), b.grade())
                && a.priorities().equals(b.priorities())
                && a.elements().size() == b.elements().size()
                && IntStream.range(0, a.elements().size())
                        .allMatch(i -> Objects.equals(
                                        a.elements().get(i).mean(),
                                        b.elements().get(i).mean())
                                && Objects.equals(
                                        a.elements().get(i).grade(),
                                        b.elements().get(i).grade()));
    }
}
