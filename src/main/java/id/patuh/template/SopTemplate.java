package id.patuh.template;

import id.patuh.sop.Sop;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The template of an SOP: the official layout, empty. */
final class SopTemplate {

    private static final int ROLES = 5;
    private static final Sop EMPTY = new Sop(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Sop.Ratification(null, false, false),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            null,
            List.of(),
            Map.of(),
            null,
            false,
            List.of(),
            null);

    private SopTemplate() {}

    static void write(TemplateRequest request, Book book) {
        new SopSheet(book, EMPTY, Collections.nCopies(ROLES, "")).write();
        new Guide(book)
                .rules(
                        book.word("sop"),
                        List.of(
                                "guide.example",
                                "guide.other.sheets",
                                "guide.sop",
                                "guide.sop.marks",
                                "guide.sop.lists"));
    }
}
