package id.patuh.intake;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Realisation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JSON object of a follow-up report.
 *
 * @param kinds the lists that it has a key for
 * @param read what was read of it
 */
record JsonFollowUp(Set<TableKind> kinds, FollowUpRecord read) implements FollowUpLists {

    @Override
    public int headed() {
        return (int) Stream.of(read.survey(), read.unit(), read.period(), read.signedUntil(), read.claimedPercent())
                .filter(Objects::nonNull)
                .count();
    }

    @Override
    public ItemNumbers planNumbers() {
        ItemNumbers numbers = new ItemNumbers();
        for (PlanItem item : read.plan()) {
            numbers.begin(item.id());
            numbers.add();
        }
        if (read.lost().plan() > 0) {
            numbers.lose(null);
        }
        return numbers;
    }

    /** As they are: an object has no number by which its place could be told. */
    @Override
    public List<Realisation> realisedIn(ItemNumbers planned) {
        return read.realisations();
    }
}
