package id.patuh.ledger.followup;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Tells which items were done without effect. */
public final class ItemEffects {

    private final FollowUps followUps;
    private final SurveyTrends trends;

    public ItemEffects(Store store) {
        this.followUps = new FollowUps(store);
        this.trends = new SurveyTrends(store);
    }

    /**
     * The items that are done, and whose unsur did not rise in the next survey, as runs after one made known.
     *
     * @param run a completed run: what later ones learnt is left aside
     * @param since the number of the run after which
     */
    public List<ItemEffect> ineffective(LifeRun run, long since) {
        if (!followUps.isLearntSince(run, since) && !trends.isToldSince(run, since)) {
            return List.of();
        }
        Effects effects = new Effects(trends.grades(run));
        List<ItemEffect> ineffective = new ArrayList<>();
        for (List<ToldItem> told : followUps.histories(run)) {
            ToldItem last = told.get(told.size() - 1);
            long done = FollowUps.doneSince(told);
            if (done > 0) {
                Effect effect = effects.of(last.known());
                long known = Math.max(done, effect.run());
                if (effect.outcome().isNone() && known > since) {
                    ineffective.add(new ItemEffect(last.item(), last.known(), effect, known));
                }
            }
        }
        return ineffective;
    }
}
