package id.patuh.skm;

import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A survey regulation: which unsur it has scored and on which scale.
 *
 * @param id as in {@code permenpanrb-14-2017}
 * @param title how it is cited
 * @param inForce first day in force
 * @param repealed first day no longer in force, or null
 * @param min lowest score
 * @param max highest score
 * @param roundedWeights the roundings of 1/unsur met in printed tables
 * @param unsur in official order
 */
public record Regulation(
        String id,
        String title,
        LocalDate inForce,
        LocalDate repealed,
        BigDecimal min,
        BigDecimal max,
        List<BigDecimal> roundedWeights,
        List<Unsur> unsur) {

    public Regulation {
        roundedWeights = List.copyOf(roundedWeights);
        unsur = List.copyOf(unsur);
    }

    /** Whether the regulation was in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForce) && (repealed == null || day.isBefore(repealed));
    }

    /** What a score is multiplied by to stand on the scale that ends at 100. */
    BigFraction toPercent() {
        return BigFraction.of(100).divide(Exact.of(max));
    }

    /** The exact weight of an unsur: all weigh the same. */
    BigFraction weight() {
        return BigFraction.of(1, unsur.size());
    }

    /** The unsur with this name or synonym, in any spelling of case and punctuation. */
    public Optional<Unsur> named(String name) {
        String wanted = Wording.normalise(name);
        return unsur.stream()
                .filter(u -> Wording.normalise(u.name()).equals(wanted)
                        || u.synonyms().stream()
                                .anyMatch(s -> Wording.normalise(s).equals(wanted)))
                .findFirst();
    }

    /** The unsur with this number in the official order. */
    public Optional<Unsur> numbered(String code) {
        return unsur.stream().filter(u -> u.code().equalsIgnoreCase(code)).findFirst();
    }

    /** The unsur that a label means: by its name, never by its number, unless a number is all there is. */
    public Optional<Unsur> meantBy(UnsurLabel label) {
        return label.name() == null ? numbered(label.code()) : named(label.name());
    }
}
