package id.patuh.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A regulation, decree, standard or policy that rules and SOPs cite.
 *
 * @param id as in {@code permenpanrb-14-2017}
 * @param title full title
 * @param shortTitle how it is cited
 * @param enacted date of enactment, or null
 * @param inForce first day in force, or null when not known
 * @param repealed first day no longer in force, or null
 * @param repealedBy id of the source that replaced it, or null
 * @param clauses the clauses that rules cite, each with its content in a sentence
 * @param binds subjects of SOPs that must cite it; {@code sop} means every SOP
 * @param confirmed whether its facts were read in an official text
 */
public record Source(
        String id,
        String title,
        String shortTitle,
        LocalDate enacted,
        LocalDate inForce,
        LocalDate repealed,
        String repealedBy,
        Map<String, String> clauses,
        List<String> binds,
        boolean confirmed) {

    public Source {
        clauses = Map.copyOf(clauses);
        binds = List.copyOf(binds);
    }

    /** Whether another source has replaced it by the day; also where only the fact, not the date, is known. */
    public boolean repealedOn(LocalDate day) {
        return repealed != null ? !day.isBefore(repealed) : repealedBy != null;
    }

    /** Whether it is known to have been in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return inForce != null && !day.isBefore(inForce) && !repealedOn(day);
    }
}
