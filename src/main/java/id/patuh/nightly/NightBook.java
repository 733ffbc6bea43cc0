package id.patuh.nightly;

import id.patuh.store.Store;
import java.util.List;
import java.util.Optional;

/** Tells of nights that were, without settings by which others could be run. */
public final class NightBook {

    private final Store store;

    public NightBook(Store store) {
        this.store = store;
    }

    /** The last night of a scope, over or under way; empty where there never was one. */
    public Optional<Night> last(String scope) {
        return store.read(transaction -> new NightTables(transaction).last(scope));
    }

    /** The last nights of a scope, the latest one first. */
    public List<Night> nights(String scope, int most) {
        return store.read(transaction -> new NightTables(transaction).nights(scope, most));
    }

    /** The files that a night took from its inbox, in their order. */
    public List<NightFile> files(Night night) {
        return store.read(transaction -> new NightTables(transaction).files(night));
    }

    /** How much a night took from its inbox. */
    public NightIntake intake(Night night) {
        return store.read(transaction -> new NightTables(transaction).intake(night));
    }
}
