package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.Realisation;
import java.util.List;
import java.util.Set;

/** The lists of one follow-up report that stand together: in the tables of a file, or in one JSON object. */
interface FollowUpLists {

    /** The lists that there are, also those without an item. */
    Set<TableKind> kinds();

    /** The report, as far as these lists hold it. */
    FollowUpRecord read();

    /** How much is said of the report as a whole. */
    int headed();

    /** The numbers of the plan's items. */
    ItemNumbers planNumbers();

    /** The realisations; those that name no item by their places in a plan, which may stand elsewhere. */
    List<Realisation> realisedIn(ItemNumbers planned);
}
