package id.patuh.report.html;

import id.patuh.report.ReportContent;
import id.patuh.report.WordedViolation;
import id.patuh.violation.Severity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Whatever there may be many of, each with fields to choose by. */
final class ListSections {

    /** Shown without the script. */
    private static final int FIRST = 50;

    private final ReportContent content;
    private final HtmlWords words;
    private final Items items;
    private final Html html;

    /** What a list's items are chosen by. */
    private record Field<T>(String key, Function<T, String> of) {}

    ListSections(ReportContent content, HtmlWords words, Items items, Html html) {
        this.content = content;
        this.words = words;
        this.items = items;
        this.html = html;
    }

    void write() {
        list(
                "violations",
                content.violations(),
                List.of(
                        new Field<>(
                                "severity", violation -> violation.severity().word()),
                        new Field<>("unit", violation -> violation.subject().unit()),
                        new Field<>("rule", WordedViolation::rule),
                        new Field<>("sop", violation -> violation.subject().sop())),
                items::violation);
        list(
                "not-evaluated",
                content.notEvaluated(),
                List.of(new Field<>("rule", ReportContent.Lack::rule)),
                items::lack);
        list(
                "rejected",
                content.rejected(),
                List.of(new Field<>("file", ReportContent.Rejection::path)),
                items::rejection);
    }

    private <T> void list(String id, Iterable<T> all, List<Field<T>> fields, BiConsumer<T, Html> item) {
        List<T> first = new ArrayList<>();
        Iterator<T> each = all.iterator();
        while (each.hasNext() && first.size() < FIRST) {
            first.add(each.next());
        }
        boolean more = each.hasNext();
        boolean chosenFrom = first.size() > 1;
        html.open("section", "aria-labelledby", id, "data-list", chosenFrom ? id : null);
        html.element("h2", words.of(id), "id", id, "tabindex", "-1");
        if (first.isEmpty()) {
            html.element("p", words.of(id + ".none")).close();
            return;
        }
        if (more) {
            html.element("p", words.counted("list.script", FIRST), "class", "script-needed");
        }
        if (chosenFrom) {
            fields(id, fields);
        }
        html.open("ol", "class", "items");
        first.forEach(one -> item.accept(one, html));
        html.close();
        if (chosenFrom) {
            pages();
            new Blocks<>(id, fields.stream().map(Field::of).toList(), item, html).write(all);
        }
        html.close();
    }

    /** The script shows them, and fills in what there is to choose. */
    private <T> void fields(String id, List<Field<T>> fields) {
        html.open("form", "class", "fields", "hidden", "", "role", "search", "aria-labelledby", id);
        for (Field<T> field : fields) {
            html.open("label").text(words.of(field.key()));
            html.open("select", "name", field.key(), "data-none", words.of("none"));
            html.element("option", words.of("all"), "value", "");
            if (field.key().equals("severity")) {
                for (Severity severity : Severity.values()) {
                    html.element("option", items.label(severity), "value", "=" + severity.word());
                }
            }
            html.close().close();
        }
        html.open("label")
                .text(words.of("search"))
                .open("input", "type", "search")
                .close();
        html.close();
        html.element(
                "p",
                "",
                "class",
                "status",
                "role",
                "status",
                "data-found",
                words.of("list.found"),
                "data-nothing",
                words.of("list.nothing"),
                "data-searching",
                words.of("list.searching"),
                "data-old",
                words.of("list.old"));
    }

    private void pages() {
        html.open("p", "class", "pages", "hidden", "");
        html.element("button", words.of("previous"), "type", "button", "data-step", "-1");
        html.element("button", words.of("next"), "type", "button", "data-step", "1");
        html.close();
    }
}
