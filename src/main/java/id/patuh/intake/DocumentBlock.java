package id.patuh.intake;

import java.util.List;

/** A part of a document: prose or a table, in the order in which they are read. */
sealed interface DocumentBlock {

    /**
     * A line of prose.
     *
     * @param text without marks of formatting; never blank
     * @param place the line of a text, or the number of the paragraph in a Word document, from 1
     */
    record Prose(String text, int place) implements DocumentBlock {}

    /**
     * A table. Lines of one cell stand apart in it.
     *
     * @param name what tells its rows from those of other tables; null where they are numbered through the file
     * @param rows rows that are not blank
     */
    record Grid(String name, List<HeaderSearch.Line> rows) implements DocumentBlock {

        /** A row whose cells hold one line each, but for those that list items. */
        static HeaderSearch.Line flat(HeaderSearch.Line row) {
            return new HeaderSearch.Line(row.cells().stream().map(Markup::cell).toList(), row.number());
        }
    }
}
