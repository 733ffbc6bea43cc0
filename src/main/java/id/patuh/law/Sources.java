package id.patuh.law;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sources of law of a rule set. */
public final class Sources {

    private final Map<String, Source> byId = new HashMap<>();

    public Sources(Collection<Source> sources) {
        sources.forEach(s -> byId.put(s.id(), s));
    }

    /** Every source, by id. */
    public List<Source> all() {
        return byId.values().stream().sorted(Comparator.comparing(Source::id)).toList();
    }

    /** The source with this id; null gives none. */
    public Optional<Source> find(String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    /** Whether {@code source/clause} names a clause that the rule set knows. */
    public boolean resolves(String basis) {
        int slash = basis.indexOf('/');
        return slash > 0
                && find(basis.substring(0, slash))
                        .filter(s -> s.clauses().containsKey(basis.substring(slash + 1)))
                        .isPresent();
    }
}
