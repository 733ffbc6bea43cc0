package id.patuh.skm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** The unsur of a survey from the lowest mean up, equal means in the official order. */
final class Ranking {

    private final List<Ranked> ranked;

    /** An unsur with its unrounded mean. */
    record Ranked(Unsur unsur, Measure measure) {

        BigFraction mean() {
            return measure.value();
        }
    }

    Ranking(List<Ranked> scored) {
        this.ranked = scored.stream().sorted(Comparator.comparing(Ranked::mean)).toList();
    }

    /** The so many lowest; where more unsur share the mean at the cut than there is room for, all of these are in. */
    List<RankedUnsur> lowest(int count) {
        if (ranked.isEmpty() || count <= 0) {
            return List.of();
        }
        BigFraction cut = ranked.get(Math.min(count, ranked.size()) - 1).mean();
        boolean crossed = count < ranked.size() && ranked.get(count).mean().compareTo(cut) == 0;
        List<RankedUnsur> lowest = new ArrayList<>();
        for (int i = 0; i < ranked.size() && ranked.get(i).mean().compareTo(cut) <= 0; i++) {
            Ranked r = ranked.get(i);
            boolean equal = i > 0 && r.mean().compareTo(ranked.get(i - 1).mean()) == 0;
            lowest.add(new RankedUnsur(
                    equal ? lowest.get(i - 1).rank() : i + 1,
                    r.unsur().code(),
                    r.unsur().name(),
                    Exact.mean(r.mean()),
                    crossed && r.mean().compareTo(cut) == 0));
        }
        return lowest;
    }

    /** Whether the so many lowest are the lowest wherever within its range each mean truly lies. */
    boolean isFirm(int count) {
        int chosen = lowest(count).size();
        Optional<BigFraction> highest =
                ranked.stream().limit(chosen).map(r -> r.measure().high()).max(Comparator.naturalOrder());
        return highest.isPresent()
                && ranked.stream().skip(chosen).allMatch(r -> r.measure().low().compareTo(highest.get()) > 0);
    }

    /** Whether no unsur outside the set is lower than one in it; who is in at a tie is free. */
    boolean areLowest(Set<Unsur> chosen) {
        BigFraction highest = ranked.stream()
                .filter(r -> chosen.contains(r.unsur()))
                .map(Ranked::mean)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return highest == null
                || ranked.stream()
                        .noneMatch(r -> !chosen.contains(r.unsur()) && r.mean().compareTo(highest) < 0);
    }

    /** The names of the so many lowest, those tied at the cut included. */
    List<String> lowestNames(int count) {
        return lowest(count).stream().map(RankedUnsur::name).toList();
    }
}
