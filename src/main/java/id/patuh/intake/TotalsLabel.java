package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells from its words what a row under the official matrix holds. Offices word these rows in too many ways to list. */
final class TotalsLabel {

    private static final Set<String> SUM = Set.of("jumlah", "total", "jml", "jmlh", "sum");
    private static final Set<String> CARRIED =
            Set.of("dipindahkan", "pindahan", "halaman", "sementara", "subtotal", "sub");
    private static final Set<String> MEAN =
            Set.of("nrr", "rata", "rata2", "ratarata", "rataan", "rerata", "mean", "average", "avg");
    private static final Set<String> WEIGHTED = Set.of("tertimbang", "tertbg", "terbobot", "timbang", "weighted");
    private static final Set<String> WEIGHT = Set.of("bobot", "weight");
    private static final Set<String> INDEX = Set.of("ikm", "skm", "indeks", "index");
    private static final Set<String> CONVERTED = Set.of("konversi", "dikonversi", "dikonversikan");
    private static final Set<String> GRADE = Set.of("mutu", "kinerja", "predikat", "kategori", "grade");
    private static final Set<String> OTHER = Set.of(
            "persentase", "prosentase", "persen", "responden", "kuesioner", "maksimum", "minimum", "median", "modus");
    private static final Set<String> FILLERS = Set.of(
            "nilai",
            "skor",
            "score",
            "per",
            "unsur",
            "pelayanan",
            "layanan",
            "unit",
            "x",
            "n",
            "dan",
            "dari",
            "persepsi",
            "hasil",
            "setelah",
            "kepuasan",
            "masyarakat",
            "survei",
            "survey",
            "seluruh",
            "semua",
            "keseluruhan",
            "akhir");
    private static final Set<String> USUAL = Stream.of(
                    SUM, CARRIED, MEAN, WEIGHTED, WEIGHT, INDEX, CONVERTED, GRADE, OTHER, FILLERS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String CONVERSION = "25";

    private TotalsLabel() {}

    /** What a row under the matrix holds. */
    enum Total {
        SUM,
        /** A sum that is carried over to the next page. */
        SUBTOTAL,
        MEAN,
        WEIGHTED,
        WEIGHTED_SUM,
        WEIGHT,
        CONVERTED,
        INDEX,
        GRADE,
        /** A figure of another kind. */
        OTHER
    }

    /**
     * What the label says.
     *
     * @param wholly whether every word must be one of such labels: where respondents have names one may be "PT Mutu Abadi"
     * @return null when it says nothing of the kind
     */
    static Total of(String label, boolean wholly) {
        if (wholly && beginsOtherwise(label)) {
            return null;
        }
        List<String> words = words(label);
        if (wholly && !words.stream().allMatch(TotalsLabel::isUsual)) {
            return null;
        }
        boolean mean = any(words, MEAN);
        boolean sum = any(words, SUM);
        boolean times = words.contains("x");
        if (any(words, GRADE)) {
            return Total.GRADE;
        }
        if (mean && (any(words, WEIGHTED) || any(words, WEIGHT) || times && !words.contains(CONVERSION))) {
            return sum ? Total.WEIGHTED_SUM : Total.WEIGHTED;
        }
        if (any(words, WEIGHT)) {
            return Total.WEIGHT;
        }
        if (words.size() == 2 && words.contains("nilai") && words.contains("indeks")) {
            return Total.WEIGHTED_SUM;
        }
        if (any(words, INDEX)) {
            return Total.INDEX;
        }
        if (any(words, CONVERTED) || times && words.contains(CONVERSION)) {
            return Total.CONVERTED;
        }
        if (any(words, OTHER)) {
            return Total.OTHER;
        }
        if (any(words, CARRIED)) {
            return Total.SUBTOTAL;
        }
        if (mean) {
            return sum ? Total.OTHER : Total.MEAN;
        }
        boolean valueOfUnsur = words.contains("nilai") && words.contains("unsur") && wholly(words);
        return sum || valueOfUnsur ? Total.SUM : null;
    }

    /** Whether the first word is none of such labels: told at once, since every row of a named respondent is asked. */
    private static boolean beginsOtherwise(String label) {
        int end = 0;
        while (end < label.length() && Character.isLetterOrDigit(label.charAt(end))) {
            end++;
        }
        return end > 0 && !isUsual(label.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** The words before a formula, without remarks in brackets unless these are all there is. */
    private static List<String> words(String label) {
        String text = label.replaceAll("[\u03a3\u2211]", " jumlah ").replaceAll("[\u00d7*]", " x ");
        String plain = BRACKETS.matcher(text.replaceFirst("[:=].*$", "")).replaceAll(" ");
        String normal = Wording.normalise(plain);
        return Arrays.asList((normal.isEmpty() ? Wording.normalise(text) : normal).split(" "));
    }

    private static boolean wholly(List<String> words) {
        return words.stream().allMatch(TotalsLabel::isUsual);
    }

    private static boolean isUsual(String word) {
        return USUAL.contains(word)
                || !word.isEmpty()
                        && Character.isDigit(word.charAt(0))
                        && NUMBER.matcher(word).matches();
    }

    private static boolean any(List<String> words, Set<String> kind) {
        return words.stream().anyMatch(kind::contains);
    }
}
