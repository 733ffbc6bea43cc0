package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import java.math.BigDecimal;
import java.util.List;

/** A figure that a unit publishes, the index of a survey or the mean of an unsur, beside what it ought to be. */
public interface PublishedFigure extends Reportable {

    /** What the figure is called: IKM, or the unsur's name. */
    String getFigureName();

    /** The figure as printed, or null. */
    BigDecimal getPublishedValue();

    /** What it was computed to be from the table or the responses behind it, or null. */
    BigDecimal getComputedValue();

    /** Whether the printed figure cannot follow from what lies behind it, even with rounding granted. */
    boolean isContradicted();

    /** The rounded weight with which alone it follows, or null, as where no weight is in it. */
    default BigDecimal getRoundedWeight() {
        return null;
    }

    /** Whether rounding the weight made the grade another one. */
    default boolean isGradeChangedByWeight() {
        return false;
    }

    /** The index with two decimals that is graded, or null. */
    BigDecimal getIndex();

    /** The index, or the figure as printed where none can be computed. */
    default BigDecimal getGradedValue() {
        return getIndex() != null ? getIndex() : getPublishedValue();
    }

    /** The grade as printed, A to D, or null; also null where the figure must not be graded. */
    String getPublishedGrade();

    /** The grades that the figure may have, best first; empty when it must not or cannot be graded. */
    List<String> getPossibleGrades();

    /** The grades of the figure that is graded, where the printed one is wrong. */
    default List<String> getExpectedGrades() {
        return getPossibleGrades();
    }

    /** How many grades the figure may have. */
    default int getPossibleGradeCount() {
        return getPossibleGrades().size();
    }

    /** Where the figure is printed. */
    List<Evidence> getFigureEvidence();

    /** Where the grade is printed; without one, where the figure is. */
    List<Evidence> getGradeEvidence();
}
