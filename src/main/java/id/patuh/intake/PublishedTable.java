package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import java.util.List;
import java.util.Map;

/** The published result of a survey, one row an unsur. All that stands below belongs to it. */
final class PublishedTable extends HeadedTable {

    private final PublishedFooter footer;

    PublishedTable(TablePlace place, Header header, List<Line> titles, Map<String, Letterhead.Entry> above) {
        super(place, header, above);
        List<String> headers = columns.headers();
        Fields fields = TableKind.PUBLISHED.fields(headers);
        columns.rejectUnknown(columns.map(fields), Fields::countsAnswers);
        if (columns.require("element") & columns.require("mean")) {
            letterhead.addSurvey(titles);
            readBy(new PublishedRows(place.reading(), place.labels(), columns.table()));
            List<String> byColumn = headers.stream().map(fields::field).toList();
            this.footer = new PublishedFooter(place.labels(), headers, byColumn);
        } else {
            this.footer = null;
        }
    }

    @Override
    TableRow recordIn(TableRow row, int number) {
        return footer == null || row.isFaulty() ? row : footer.read(row, number);
    }

    @Override
    void closeNotes() {
        if (footer != null) {
            noteSkipped(footer.remarks(), footer.first());
        }
    }
}
