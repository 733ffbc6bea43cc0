package id.patuh.skm;

import java.math.BigDecimal;

/** The question which grade an index has; a decision table of the rule set answers it. */
public final class GradeQuery {

    private final String regulation;
    private final BigDecimal index;
    private String grade;
    private String label;

    /**
     * @param regulation id of the regulation whose table answers
     * @param index on the scale 25 to 100, with two decimals
     */
    public GradeQuery(String regulation, BigDecimal index) {
        this.regulation = regulation;
        this.index = index;
    }

    /** The answer, given once by a decision table. */
    public void grade(String letter, String words) {
        if (grade != null && !grade.equals(letter)) {
            throw new IllegalStateException(
                    "the grade tables of " + regulation + " give " + index + " both " + grade + " and " + letter);
        }
        grade = letter;
        label = words;
    }

    /** Id of the regulation. */
    public String getRegulation() {
        return regulation;
    }

    /** The index asked about. */
    public BigDecimal getIndex() {
        return index;
    }

    /** The grade, A to D; null before it is answered and where the index lies outside every band. */
    public String getGrade() {
        return grade;
    }

    /** The grade in words, or null. */
    public String getLabel() {
        return label;
    }
}
