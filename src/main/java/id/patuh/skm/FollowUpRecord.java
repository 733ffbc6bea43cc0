package id.patuh.skm;

import id.patuh.violation.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A follow-up report (RTL), as it was read.
 *
 * @param survey id of the survey it follows, or null
 * @param unit the unit, or null
 * @param period what the report says it covers, or null
 * @param signedFrom first day on which it may have been signed (a report may give only month or year); null when unknown
 * @param signedUntil last such day; null when unknown
 * @param claimedPercent the percentage realised that it claims, as printed, or null
 * @param plan the plan's items
 * @param realisations what was reported done or not
 * @param reportsDone whether it has a list that says what was done, be it an empty one; without it nothing is known of that
 * @param open activities still listed as unfinished
 * @param lost how many items of each list could not be read
 * @param row where it stands; fields {@code period}, {@code signedOn}, {@code claimedPercent}
 */
public record FollowUpRecord(
        String survey,
        String unit,
        Period period,
        LocalDate signedFrom,
        LocalDate signedUntil,
        BigDecimal claimedPercent,
        List<PlanItem> plan,
        List<Realisation> realisations,
        boolean reportsDone,
        List<OpenItem> open,
        Lost lost,
        SourceRow row) {

    public FollowUpRecord {
        plan = List.copyOf(plan);
        realisations = List.copyOf(realisations);
        open = List.copyOf(open);
    }

    /** How many items of each list could not be read. What a report seems to lack may stand there. */
    public record Lost(int plan, int realisations, int open) {

        /** Nothing was lost. */
        public static final Lost NOTHING = new Lost(0, 0, 0);
    }

    /**
     * A planned activity.
     *
     * @param id its number; never empty
     * @param element the unsur it is for, as written, or null
     * @param activity what is to be done, or null
     * @param quarters when; empty when no quarter is ticked; null when what stands there cannot be read
     * @param owner who answers for it, or null
     * @param row where it stands; fields {@code id}, {@code element}, {@code activity}, {@code quarters}, {@code owner}
     */
    public record PlanItem(
            String id, String element, String activity, List<Quarter> quarters, String owner, SourceRow row) {

        public PlanItem {
            quarters = quarters == null ? null : List.copyOf(quarters);
        }
    }

    /**
     * A quarter of a plan.
     *
     * @param number 1 to 4
     * @param year the year if the plan names one, or null: then it is the year of the report's period
     */
    public record Quarter(int number, Integer year) {}

    /**
     * What was reported of an activity.
     *
     * @param plan id of the plan's item, or null
     * @param place id of the item that stands in the same place of the plan's table, or null; it counts only where the
     *     wording tells nothing
     * @param activity what was done, or null
     * @param done whether it is reported done; null when the report does not say
     * @param description free text, or null
     * @param evidence documents named as proof; empty when none
     * @param obstacle free text, or null
     * @param row where it stands; fields as the parameters' names
     */
    public record Realisation(
            String plan,
            String place,
            String activity,
            Boolean done,
            String description,
            List<String> evidence,
            String obstacle,
            SourceRow row) {

        public Realisation {
            evidence = List.copyOf(evidence);
        }

        /** One whose place in its table says nothing. */
        public Realisation(
                String plan,
                String activity,
                Boolean done,
                String description,
                List<String> evidence,
                String obstacle,
                SourceRow row) {
            this(plan, null, activity, done, description, evidence, obstacle, row);
        }

        /** Whether any document is named as proof. */
        public boolean namesEvidence() {
            return evidence.stream().anyMatch(FollowUp::says);
        }

        /** The same in the place of an item of the plan. */
        public Realisation at(String item) {
            return new Realisation(plan, item, activity, done, description, evidence, obstacle, row);
        }
    }

    /**
     * An activity listed as still to be finished.
     *
     * @param activity what, or null
     * @param strategy how, or null
     * @param target until when, as written, or null
     * @param owner who, or null
     * @param row where it stands; fields as the parameters' names
     */
    public record OpenItem(String activity, String strategy, String target, String owner, SourceRow row) {}
}
