package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Done;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.skm.FollowUp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What items come to. Those that are planned no longer are left out.
 *
 * @param planned how many are planned
 * @param done how many of them are reported done
 * @param told whether it is known of each of them whether it is done
 * @param states how many there are in each state, also of what is planned no longer
 * @param effects how many of those done had which effect
 * @param claims what reports claim, in the order of their first items
 */
public record Summary(
        int planned,
        int done,
        boolean told,
        Map<ItemState, Long> states,
        Map<Effect.Outcome, Long> effects,
        List<Claim> claims) {

    private static final int DECIMALS = 2;

    /**
     * The percentage that a report claims.
     *
     * @param report the report
     * @param planned how many items it plans
     * @param done how many of them are reported done
     * @param differs whether the percentage claimed is neither the rounded nor the cut one, nor lies between; null where part of
     *     the report is not known
     * @param rules those that find something wrong with the report as a whole
     */
    public record Claim(Report report, int planned, int done, Boolean differs, List<String> rules) {

        public Claim {
            rules = List.copyOf(rules);
        }

        /** The percentage realised; null where part of the report is not known. */
        public BigDecimal percent() {
            return differs == null ? null : FollowUp.percent(done, planned, DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /**
     * Of some items.
     *
     * @param shown the items
     * @param all those of the same scopes, among them all items of the reports that the shown ones are of
     */
    public static Summary of(List<ItemStanding> shown, List<ItemStanding> all) {
        Map<ItemState, Long> states = new EnumMap<>(ItemState.class);
        Map<Effect.Outcome, Long> effects = new EnumMap<>(Effect.Outcome.class);
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (ItemStanding item : shown) {
            states.merge(item.state(), 1L, Long::sum);
            if (item.effect() != null) {
                effects.merge(item.effect().outcome(), 1L, Long::sum);
            }
            Report report = item.known().report();
            if (report.claimedPercent() != null && item.state() != ItemState.DROPPED) {
                claims.computeIfAbsent(item.scope() + "\n" + report.key(), key -> claim(item, all));
            }
        }
        List<ItemStanding> planned = planned(shown);
        return new Summary(
                planned.size(), done(planned), isTold(planned), states, effects, List.copyOf(claims.values()));
    }

    /** The percentage realised; null where nothing is planned, or where it is not known of all whether it is done. */
    public BigDecimal percent() {
        return planned == 0 || !told ? null : FollowUp.percent(done, planned, DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<ItemStanding> planned(List<ItemStanding> items) {
        return items.stream().filter(each -> each.state() != ItemState.DROPPED).toList();
    }

    private static int done(List<ItemStanding> items) {
        return (int) items.stream().filter(each -> each.state().isDone()).count();
    }

    private static boolean isTold(List<ItemStanding> items) {
        return items.stream()
                .map(each -> each.known().outcome().done())
                .allMatch(each -> each == Done.DONE || each == Done.NOT_DONE);
    }

    private static Claim claim(ItemStanding of, List<ItemStanding> all) {
        Report report = of.known().report();
        List<ItemStanding> planned = planned(all.stream()
                .filter(each -> each.scope().equals(of.scope())
                        && each.known().report().key().equals(report.key()))
                .toList());
        int done = done(planned);
        boolean whole = report.whole() && isTold(planned);
        return new Claim(
                report,
                planned.size(),
                done,
                whole ? differs(report.claimedPercent(), done, planned.size()) : null,
                of.ofReport().stream().map(LifeViolation::rule).distinct().toList());
    }

    private static boolean differs(BigDecimal claimed, int done, int planned) {
        int decimals = Math.max(0, claimed.scale());
        return claimed.compareTo(FollowUp.percent(done, planned, decimals, RoundingMode.FLOOR)) < 0
                || claimed.compareTo(FollowUp.percent(done, planned, decimals, RoundingMode.HALF_UP)) > 0;
    }
}
