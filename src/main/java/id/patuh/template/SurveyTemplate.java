package id.patuh.template;

import id.patuh.skm.Regulation;
import id.patuh.skm.Unsur;
import id.patuh.sop.Sop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;

/** The template of survey responses: a letterhead, and the matrix of respondents and unsur of the regulation in force. */
final class SurveyTemplate {

    private static final String SHEET = "Jawaban Survei";
    private static final int VALUE_COLUMN = 2;

    private final Book book;
    private final TemplateRequest request;
    private final Regulation regulation;

    private SurveyTemplate(TemplateRequest request, Book book) {
        this.book = book;
        this.request = request;
        this.regulation = request.ruleSet()
                .regulations()
                .inForceOn(request.day())
                .orElseThrow(() -> new TemplateException("survey.no.regulation", "" + request.day()));
    }

    static void write(TemplateRequest request, Book book) {
        new SurveyTemplate(request, book).write();
    }

    private void write() {
        Sheet sheet = book.sheet(SHEET);
        String title = book.word("survey");
        book.put(sheet, 0, 0, title.toUpperCase(Locale.ROOT), Look.TITLE);
        List<Column> head = head();
        List<Column> matrix = matrix();
        int below = new FormHead(book, sheet, VALUE_COLUMN, VALUE_COLUMN + 3).write(2, head);
        new FormTable(book, sheet, matrix).write(below + 1);
        new Guide(book)
                .rules(title, List.of("guide.example", "guide.other.sheets", "guide.survey", "guide.questions"))
                .columns(book.word("guide.head"), head)
                .columns(book.word("guide.matrix"), matrix);
    }

    private List<Column> head() {
        Sop sop = request.sop();
        List<Column> head = new ArrayList<>();
        head.add(field("survey", "Survei (survey)", Look.VALUE));
        head.add(field("unit", "Unit Kerja (unit)", Look.VALUE).needed());
        head.add(field("service", "Layanan (service)", Look.VALUE));
        head.add(field("regulation", "Regulasi (regulation)", Look.VALUE).showing(regulation.title()));
        head.add(field("sop", "Nomor SOP (sop)", Look.VALUE).showing(sop == null ? null : sop.id()));
        head.add(field("period_start", "Periode Mulai (period start)", Look.VALUE_DATE)
                .needed());
        head.add(field("period_end", "Periode Selesai (period end)", Look.VALUE_DATE)
                .needed());
        head.add(field("population", "Populasi (population)", Look.VALUE));
        return head;
    }

    private List<Column> matrix() {
        List<Column> matrix = new ArrayList<>();
        matrix.add(field("respondent", "Responden (respondent)", Look.CELL).needed());
        List<String> groups = request.sop() == null || request.sop().survey() == null
                ? List.of()
                : request.sop().survey().groups();
        matrix.add(Column.of("Kelompok (group)", 20, Look.CELL, book.word("survey.group"))
                .choosing(groups.isEmpty() ? null : Choices.suggested("Kelompok (group)", groups))
                .showing(groups.isEmpty() ? null : groups.get(0)));
        Choices scores = Choices.only(book.word("survey.scores"), scores());
        for (Unsur unsur : regulation.unsur()) {
            String note = unsur.code() + " " + unsur.name() + " (" + regulation.title() + "): "
                    + book.word("survey.score")
                            .replace("{min}", plain(regulation.min()))
                            .replace("{max}", plain(regulation.max()));
            matrix.add(Column.of(unsur.code() + "\n" + unsur.name(), 16, Look.CENTRED, note)
                    .under(book.word("survey.scores"))
                    .choosing(scores)
                    .showing(regulation.max()));
        }
        return matrix;
    }

    private List<Integer> scores() {
        return IntStream.rangeClosed(
                        regulation.min().intValueExact(), regulation.max().intValueExact())
                .boxed()
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Column field(String field, String header, Look look) {
        return Column.of(header, 18, look, book.word("survey." + field));
    }
}
