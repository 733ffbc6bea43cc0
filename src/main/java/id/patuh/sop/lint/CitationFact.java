package id.patuh.sop.lint;

import id.patuh.law.Source;
import id.patuh.sop.Sop;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A regulation that an SOP cites. */
public final class CitationFact extends LintFact {

    private static final Pattern NUMBERED = Pattern.compile("(?i)\\bno(?:mor)?\\.?\\s*\\d+");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

    private final String text;
    private final String name;
    private final Source source;
    private final Source successor;

    CitationFact(Sop sop, String text, String name, Source source, Source successor, LocalDate asOf) {
        super(sop, asOf);
        this.text = text;
        this.name = name;
        this.source = source;
        this.successor = successor;
    }

    /** Whether another source has replaced it by now. */
    public boolean isSuperseded() {
        return source != null && source.repealedOn(lawDate());
    }

    /** What replaced it, or null. */
    public String getSuccessor() {
        return successor == null ? null : successor.shortTitle();
    }

    /** Whether it gives a number but no year. */
    public boolean isIncomplete() {
        return NUMBERED.matcher(text).find() && !YEAR.matcher(text).find();
    }

    /** The citation as printed. */
    public String getText() {
        return text;
    }

    /** The short title of what is cited, or the citation itself. */
    public String getName() {
        return name;
    }

    @Override
    public Subject subject() {
        return super.subject().about(getName());
    }
}
