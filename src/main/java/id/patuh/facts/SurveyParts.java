package id.patuh.facts;

import id.patuh.intake.Dataset;
import id.patuh.intake.ResponseSink;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file holds of surveys and follow-up reports, found while it is read. */
final class SurveyParts implements ResponseSink {

    private final Map<SurveyHeader, Count> responses = new LinkedHashMap<>();
    private SurveyHeader last;
    private Count lastCount;

    private static final class Count {

        private long rows;
    }

    @Override
    public void add(ResponseRecord response) {
        count(response.survey());
    }

    @Override
    public void add(PlainResponse response) {
        count(response.survey());
    }

    /** A row that does not tell its survey says nothing of what the file holds. */
    @Override
    public void lose(LostResponse lost) {
        if (lost.survey() != null) {
            count(lost.survey());
        }
    }

    @Override
    public void end(List<PublishedResult> published) {
        // Nothing was taken for granted.
    }

    private void count(SurveyHeader survey) {
        if (survey != last) {
            last = survey;
            lastCount = responses.computeIfAbsent(survey, s -> new Count());
        }
        lastCount.rows++;
    }

    /** Forgets what was found, as the file is read once more. */
    SurveyParts begin() {
        responses.clear();
        last = null;
        return this;
    }

    /**
     * Everything that was found, once the file has been read.
     *
     * @param file its name
     */
    List<SurveyPart> of(Dataset read, String file) {
        List<SurveyPart> found = new ArrayList<>();
        responses.forEach((survey, count) -> found.add(SurveyPart.responses(survey, count.rows)));
        for (PublishedResult result : read.published()) {
            found.add(SurveyPart.of(result));
        }
        for (FollowUpRecord report : read.followUps()) {
            found.add(SurveyPart.of(report, file));
        }
        Map<List<Object>, SurveyPart> parts = new LinkedHashMap<>();
        found.forEach(part -> parts.merge(List.of(part.kind(), part.key()), part, SurveyPart::and));
        return List.copyOf(parts.values());
    }
}
