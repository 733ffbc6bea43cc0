package id.patuh.intake;

import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.SourceTable;
import java.util.List;

/** Hands on the responses that are wanted. */
final class SelectedResponses implements ResponseSink {

    private final ResponseSink sink;
    private final Selection selection;
    private SurveyHeader lastSurvey;
    private SourceTable lastTable;
    private boolean wanted;

    SelectedResponses(ResponseSink sink, Selection selection) {
        this.sink = sink;
        this.selection = selection;
    }

    @Override
    public void add(ResponseRecord response) {
        if (isWanted(response.survey(), response.row().table())) {
            sink.add(response);
        }
    }

    @Override
    public void add(PlainResponse response) {
        if (isWanted(response.survey(), response.table())) {
            sink.add(response);
        }
    }

    /** A row that does not tell its survey may be of one that is wanted. */
    @Override
    public void lose(LostResponse lost) {
        if (lost.survey() == null || isWanted(lost.survey(), lost.row().table())) {
            sink.lose(lost);
        }
    }

    @Override
    public void end(List<PublishedResult> published) {
        sink.end(published);
    }

    /** Rows mostly share the survey of the row before. */
    private boolean isWanted(SurveyHeader survey, SourceTable table) {
        if (survey != lastSurvey || table != lastTable) {
            lastSurvey = survey;
            lastTable = table;
            wanted = selection.wants(survey, table);
        }
        return wanted;
    }
}
