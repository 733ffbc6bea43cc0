package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.skm.UnsurLabel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The matrix of respondents and unsur. Another matrix, or a published table, may follow below its result. */
final class ResponseTable extends HeadedTable {

    private static final List<TableKind> FOLLOWING = List.of(TableKind.PUBLISHED, TableKind.RESPONSES);

    private final Set<String> scored = new HashSet<>();
    private final ResponseRows responses;
    private final ScoreTotals totals;

    ResponseTable(TablePlace place, Header header, List<Line> titles, Map<String, Letterhead.Entry> above) {
        super(place, header, above);
        ScoreColumns scores = mapColumns();
        if (scores.isEmpty()) {
            columns.rejectMissing("unsur");
            this.responses = null;
            this.totals = null;
            return;
        }
        letterhead.addSurvey(titles);
        this.responses = new ResponseRows(place.reading(), scores);
        Map<Integer, UnsurLabel> single = singleColumns(scores);
        this.totals = new ScoreTotals(place.reading(), columns.table(), columns.headers(), single);
        readBy(responses);
        if (single.size() == scores.unsur().size() && !columns.areShared()) {
            takeBy(new PlainResponses(this, columns, single, responses, totals));
        }
    }

    private ScoreColumns mapColumns() {
        Reading reading = place.reading();
        List<Integer> others = columns.map(Fields.RESPONSE);
        List<String> candidates = others.stream().map(columns::header).toList();
        ScoreColumns scores = new ScoreColumns(candidates, place.labels(), (second, first) -> {
            if (reading.first("column " + place.sheet() + " " + second)) {
                columns.reject(second, new Unreadable("column-duplicate", "first", first));
            }
        });
        for (int column : others) {
            String header = columns.header(column);
            String field = scores.field(header);
            if (field != null && !columns.table().has(field)) {
                columns.assign(column, field);
                scored.add(field);
            } else if (place.labels().scored(header).isEmpty() && Labels.looksScored(header)) {
                columns.reject(header, new Unreadable("unsur-unknown"));
            }
        }
        return scores;
    }

    /** The columns of unsur that have only one. */
    private Map<Integer, UnsurLabel> singleColumns(ScoreColumns scores) {
        Map<Integer, UnsurLabel> single = new LinkedHashMap<>();
        for (UnsurLabel label : scores.unsur()) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.target(i) >= 0 && label.key().equals(scores.field(columns.header(i)))) {
                    single.put(i, label);
                }
            }
        }
        return single;
    }

    @Override
    List<TableKind> following() {
        return FOLLOWING;
    }

    @Override
    boolean mayHead(TableRow row) {
        return totals != null && totals.mayHead(row);
    }

    /** Headings under a matrix begin another one where its result stands above them, or a letterhead of their own. */
    @Override
    boolean goesOnUnder(TableRow headings) {
        if (totals.isFinished()
                || !Letterhead.read(totals.texts(), Fields.SURVEY_HEAD).isEmpty()) {
            return false;
        }
        totals.reopen();
        return true;
    }

    @Override
    List<Line> aboveNext(List<Line> aboveAll) {
        return List.of();
    }

    @Override
    List<Line> textsBelow() {
        return totals.texts();
    }

    @Override
    TableRow recordIn(TableRow row, int number) {
        return totals != null && isTotals(row, number) ? null : row;
    }

    private boolean isTotals(TableRow row, int number) {
        if (!row.isFaulty()) {
            return totals.take(row, number);
        }
        if (!totals.take(Line.withoutFaults(row, number), number)) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (row.fault(i) != null) {
                totals.lose();
                place.reject(number, i < columns.size() ? columns.header(i) : null, row.cell(i), row.fault(i));
            }
        }
        return true;
    }

    /** An unreadable score does not take its respondent along. */
    @Override
    boolean takesRowAlong(String field) {
        return !scored.contains(field);
    }

    @Override
    void end(boolean belowLog) {
        super.end(belowLog);
        if (totals != null) {
            totals.end(responses.survey());
        }
    }
}
