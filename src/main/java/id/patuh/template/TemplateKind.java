package id.patuh.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The workbooks that patuh gives to be filled in. */
public enum TemplateKind {
    ACTIVITY_LOG("activity-log", ActivityLogTemplate::write),
    SURVEY("survey", SurveyTemplate::write),
    FOLLOW_UP("follow-up", FollowUpTemplate::write),
    SOP("sop", SopTemplate::write);

    private final String word;
    private final Writer writer;

    @FunctionalInterface
    private interface Writer {
        void write(TemplateRequest request, Book book);
    }

    TemplateKind(String word, Writer writer) {
        this.word = word;
        this.writer = writer;
    }

    /** The kind with this word, {@code activity-log}. */
    public static Optional<TemplateKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }

    /** Writes the workbook. */
    public void write(TemplateRequest request, OutputStream to) throws IOException {
        try (Book book = new Book(request.language())) {
            writer.write(request, book);
            book.write(to);
        }
    }
}
