package id.patuh.ledger.trend;

import id.patuh.ledger.life.LifeRun;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * The surveys of a scope over time.
 *
 * @param last the last completed run that was looked at
 * @param series by unit and service
 */
public record SurveyTrend(LifeRun last, List<SurveySeries> series) {

    public SurveyTrend {
        series = List.copyOf(series);
    }

    /**
     * Some of it.
     *
     * @param unit only this one, however it is spelled; null for all
     * @param revisions whether what was told before is wanted, and what is no longer there
     */
    public SurveyTrend of(String unit, boolean revisions) {
        List<SurveySeries> wanted = new ArrayList<>();
        for (SurveySeries each : series) {
            List<SurveyLine> lines = each.surveys().stream()
                    .filter(line -> revisions || line.withdrawn() == null)
                    .map(line -> revisions ? line : new SurveyLine(line.told(), List.of(), null))
                    .toList();
            boolean ofUnit = unit == null || Wording.normalise(unit).equals(Wording.normalise(each.unit()));
            if (ofUnit && !lines.isEmpty()) {
                wanted.add(new SurveySeries(each.unit(), each.service(), each.together(), lines));
            }
        }
        return new SurveyTrend(last, wanted);
    }
}
