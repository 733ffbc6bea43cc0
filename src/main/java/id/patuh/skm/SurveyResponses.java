package id.patuh.skm;

import id.patuh.skm.Respondents.Repetition;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;

/**
 * Responses to surveys, counted while they are read; none is kept. The memory needed grows with the surveys, tables and
 * groups, with what is said of surveys, and with the cells that prove a violation; not with the respondents, but for a bit
 * for each running number. A temporary file may be needed, so that every operation may throw a
 * {@link id.patuh.spool.SpoolException}. Not safe for several threads at once.
 */
public final class SurveyResponses implements Closeable {

    private final Regulations regulations;
    private final ResponseLessons lessons;
    private final Respondents respondents;
    private final Map<Part, ResponseCount> counts = new LinkedHashMap<>();
    private final Map<SourceTable, Map<SurveyHeader, ResponseCount>> said = new IdentityHashMap<>();
    private final List<Said> sayings = new ArrayList<>();
    private final LostResponses lost = new LostResponses();
    private SurveyHeader lastHeader;
    private SourceTable lastTable;
    private ResponseCount last;

    /** The responses to a survey in a table whose columns mean these unsur. */
    private record Part(SurveyIdentity survey, SourceTable table, List<UnsurLabel> unsur) {}

    private record Said(SurveyHeader survey, SourceRow row) {}

    /**
     * @param regulations of which any may be a survey's
     * @param lessons of earlier readings of the same responses
     * @param mostInMemory how many respondents may be kept in memory by name
     */
    public SurveyResponses(Regulations regulations, ResponseLessons lessons, int mostInMemory) {
        this.regulations = regulations;
        this.lessons = lessons;
        this.respondents = new Respondents(mostInMemory, lessons.repeated());
    }

    /** Counts a response. */
    public void add(ResponseRecord response) {
        ResponseCount count = countOf(response.survey(), response.row());
        if (!count.isBlank(response) && !respondents.isRepeated(response, count.roster())) {
            count.add(response);
        }
    }

    /** Counts a response of the usual kind. */
    public void add(PlainResponse response) {
        boolean known = response.survey() == lastHeader && response.table() == lastTable;
        if (known && last.takes(response.met()) && respondents.isNew(response, last.roster())) {
            last.addFigures(response.figures(), response.met(), response.group());
        } else {
            add(response.record());
        }
    }

    /** Counts a row that could not be read. */
    public void lose(LostResponse row) {
        lost.add(row);
    }

    /**
     * All responses have been added.
     *
     * @param published the results of the same input
     * @return whether they must be read once more, with the lessons that were learnt
     */
    public boolean mustBeReadAgain(List<PublishedResult> published) {
        boolean cameAgain = respondents.anyCameAgain();
        OwnResults own = ownResults(published);
        boolean splits = !own.equals(lessons.own())
                && own.surveys().stream()
                        .anyMatch(s -> !respondents.repetitions(s).isEmpty());
        if (cameAgain || splits) {
            lessons.learn(cameAgain ? respondents.repeated() : lessons.repeated(), own);
        }
        return cameAgain || splits;
    }

    /** Which tables have their own results. */
    OwnResults ownResults(List<PublishedResult> published) {
        return new OwnResults(counts(), published);
    }

    /** Everything that rows say of their surveys, each with the first row that says it, in the order of the input. */
    void forEachSaid(BiConsumer<SurveyHeader, SourceRow> consumer) {
        sayings.forEach(s -> consumer.accept(s.survey, s.row));
    }

    /** Rows that could not be read, see {@link LostResponses#forEach}. */
    void forEachLost(ObjIntConsumer<LostResponse> consumer) {
        lost.forEach(consumer);
    }

    /** The responses by table and survey, in the order of the input. */
    List<ResponseCount> counts() {
        return List.copyOf(counts.values());
    }

    /** Respondents of a survey who answered it more than once. */
    List<Repetition> repetitions(SurveyIdentity survey) {
        return respondents.repetitions(survey);
    }

    private ResponseCount countOf(SurveyHeader header, SourceRow row) {
        if (header != lastHeader || row.table() != lastTable) {
            lastHeader = header;
            lastTable = row.table();
            last = said.computeIfAbsent(lastTable, t -> new HashMap<>()).computeIfAbsent(header, h -> hear(h, row));
        }
        return last;
    }

    private ResponseCount hear(SurveyHeader header, SourceRow row) {
        sayings.add(new Said(header, row));
        SurveyIdentity identity = SurveyIdentity.of(header);
        return counts.computeIfAbsent(new Part(identity, row.table(), header.unsurKeys()), p -> {
            SurveyIdentity own = SurveyIdentity.of(lessons.own().tell(header, row.table()));
            return new ResponseCount(header, row, new Roster(identity, own, row.table()), regulations);
        });
    }

    /** Deletes the temporary file, if there is one. */
    @Override
    public void close() {
        respondents.close();
    }
}
