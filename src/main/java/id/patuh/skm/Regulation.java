package id.patuh.skm;

import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** A survey regulation: which unsur it has scored and on which scale. */
public final class Regulation {

    private final String id;
    private final String title;
    private final LocalDate inForce;
    private final LocalDate repealed;
    private final BigDecimal min;
    private final BigDecimal max;
    private final List<BigDecimal> roundedWeights;
    private final List<Unsur> unsur;
    private final Map<String, Unsur> byName = new HashMap<>();

    /**
     * @param id as in {@code permenpanrb-14-2017}
     * @param title how it is cited
     * @param inForce first day in force
     * @param repealed first day no longer in force, or null
     * @param min lowest score
     * @param max highest score
     * @param roundedWeights the roundings of 1/unsur met in printed tables
     * @param unsur in official order
     */
    public Regulation(
            String id,
            String title,
            LocalDate inForce,
            LocalDate repealed,
            BigDecimal min,
            BigDecimal max,
            List<BigDecimal> roundedWeights,
            List<Unsur> unsur) {
        this.id = id;
        this.title = title;
        this.inForce = inForce;
        this.repealed = repealed;
        this.min = min;
        this.max = max;
        this.roundedWeights = List.copyOf(roundedWeights);
        this.unsur = List.copyOf(unsur);
        for (Unsur u : unsur) {
            byName.putIfAbsent(Wording.normalise(u.name()), u);
            u.synonyms().forEach(s -> byName.putIfAbsent(Wording.normalise(s), u));
        }
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** How it is cited. */
    public String title() {
        return title;
    }

    /** First day in force. */
    public LocalDate inForce() {
        return inForce;
    }

    /** First day no longer in force, or null. */
    public LocalDate repealed() {
        return repealed;
    }

    /** Lowest score. */
    public BigDecimal min() {
        return min;
    }

    /** Highest score. */
    public BigDecimal max() {
        return max;
    }

    /** The roundings of 1/unsur met in printed tables. */
    public List<BigDecimal> roundedWeights() {
        return roundedWeights;
    }

    /** Its unsur in official order. */
    public List<Unsur> unsur() {
        return unsur;
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
        return Optional.ofNullable(byName.get(Wording.normalise(name)));
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
