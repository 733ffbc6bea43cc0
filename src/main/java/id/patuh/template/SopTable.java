package id.patuh.template;

import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An SOP as its official table, in texts. Officials' names are no part of it. */
public final class SopTable {

    /** Marks the executor of a step. */
    static final String MARK = "\u25cf";

    /** Marks who decides. */
    static final String DECIDES = "\u25c6";

    private static final String LINE_BREAK = "\n";
    private static final Pattern NEEDS_BULLET =
            Pattern.compile("(?s)\\s*(?:[-\u2022\u2013*]|\\w{1,2}[.)])\\s.*|.*(?:[;\\n]|,\\s|\\sserta\\s).*");

    private final Sop sop;

    public SopTable(Sop sop) {
        this.sop = sop;
    }

    /**
     * A row of the table. Items of a cell stand one a line; what the SOP leaves blank is null.
     *
     * @param marks by role, in the order of the columns; null where the role has no part in the step
     */
    public record Row(
            int no, String title, List<String> marks, String inputs, String within, String outputs, String note) {}

    /** Heads of the columns of executors. */
    public List<String> roles() {
        return sop.roles();
    }

    /** The rows, in the order of the table. */
    public List<Row> rows() {
        return sop.steps().stream().map(step -> row(step, sop.roles())).toList();
    }

    /** A step, with a mark in the columns of some roles. */
    static Row row(Step step, List<String> roles) {
        String mark = step.decision() == null ? MARK : DECIDES;
        List<String> marks = new ArrayList<>();
        roles.forEach(role -> marks.add(step.executor().contains(role) && !role.isEmpty() ? mark : null));
        return new Row(
                step.no(), step.title(), marks, cell(step.inputs()), step.within(), cell(step.outputs()), step.note());
    }

    /** What it cites (dasar hukum); null where it cites nothing. */
    public String citations() {
        return numbered(sop.legalBasis().stream()
                .map(b -> b.source() == null ? b.text() : b.text() + " [" + b.source() + "]")
                .toList());
    }

    /** What executors must be able to do (kualifikasi pelaksana); null where it says nothing. */
    public String qualifications() {
        List<String> blocks = new ArrayList<>();
        for (Sop.Qualification qualification : sop.qualifications()) {
            String role = qualification.role() == null ? "" : qualification.role() + ":" + LINE_BREAK;
            blocks.add(role
                    + qualification.requires().stream().map(r -> "- " + r).collect(Collectors.joining(LINE_BREAK)));
        }
        return blocks.isEmpty() ? null : String.join(LINE_BREAK, blocks);
    }

    /** Related SOPs (keterkaitan); null where there are none. */
    public String related() {
        return numbered(sop.related());
    }

    /** Peralatan dan perlengkapan; null where it names none. */
    public String equipment() {
        return numbered(sop.equipment());
    }

    /** Peringatan; null where there are none. */
    public String warnings() {
        return numbered(sop.warnings());
    }

    /** Pencatatan dan pendataan; null where it names none. */
    public String records() {
        return numbered(sop.records());
    }

    private static String numbered(List<String> items) {
        if (items.isEmpty()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(i + 1 + ". " + items.get(i));
        }
        return String.join(LINE_BREAK, lines);
    }

    /** Items of a cell of the table; one alone needs no bullet unless it might be taken for several. */
    private static String cell(List<String> items) {
        if (items.isEmpty()) {
            return null;
        }
        if (items.size() == 1 && !NEEDS_BULLET.matcher(items.get(0)).matches()) {
            return items.get(0);
        }
        return items.stream().map(i -> "- " + i).collect(Collectors.joining(LINE_BREAK));
    }
}
