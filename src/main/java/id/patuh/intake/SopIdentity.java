package id.patuh.intake;

import id.patuh.intake.SopHead.Entry;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the parts above the table of an SOP say of it. Names and numbers of officials are not kept, only whether they stand there. */
final class SopIdentity {

    private static final int LETTERHEAD_LINES = 20;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:jl|jalan|telp|telepon|website|email|kode pos)\\b.*");
    private static final Pattern ISSUER = Pattern.compile("(?i)(?:kementerian|pemerintah|badan|lembaga)\\b.*");
    private static final Pattern REGION = Pattern.compile("(?i)(?:kota|kabupaten|provinsi)\\b.*");
    private static final String DEGREES =
            ", ?(?:S\\.?(?:E|H|T|P|S|IP|AP|Ag|KM|Ak|Si|Sos|Pd|Kom|Hut|Pt|Psi|STP|Farm|Kep)"
                    + "|M\\.?(?:M|H|T|P|A|Si|AP|PA|Pd|Ec|Sc|Ak|Kom|Kes|Hum|Eng|BA)|A\\.?Md|Ph\\.?D)\\b.*";
    private static final Pattern DEGREE = Pattern.compile(DEGREES);
    private static final Pattern TITLED = Pattern.compile("\\b(?i:prof|drs?|dra|ir|hj?)\\.\\s.*");
    private static final Pattern STAFF_NUMBER = Pattern.compile("\\b(?i:NIP)\\b.*");
    /** What only names of persons have. */
    private static final Pattern PERSON = Pattern.compile(" ?(?:" + TITLED + "|" + DEGREES + "|" + STAFF_NUMBER + ")");

    /** The id of the source that a citation means, in brackets after it. */
    private static final Pattern CITATION = Pattern.compile("(.+?)\\s*\\[([a-z0-9-]+)]");

    private final SopImport target;
    private final Map<String, List<Entry>> parts;
    private final String caption;
    private final String title;

    /** @param caption the last line above the table that stands alone, or null */
    SopIdentity(SopImport target, Map<String, List<Entry>> parts, String caption) {
        this.target = target;
        this.parts = parts;
        this.caption = caption;
        this.title = title();
    }

    /** Whether a text holds the number of an official. */
    static boolean namesOfficial(String text) {
        return STAFF_NUMBER.matcher(text).find();
    }

    void addTo(Map<String, Object> definition) {
        put(definition, "number", single("number"));
        put(definition, "title", title);
        issuer(definition);
        for (String key : List.of("created", "revised", "in_force")) {
            put(definition, key, date(key));
        }
        put(definition, "ratified", ratified());
        for (String key : List.of("purpose", "scope")) {
            put(definition, key, joined(key));
        }
        put(
                definition,
                "legal_basis",
                items("legal_basis").stream().map(SopIdentity::citation).toList());
        for (String key : List.of("related", "equipment", "warnings", "records")) {
            put(definition, key, items(key));
        }
        put(definition, "qualifications", SopLists.qualifications(lines("qualifications")));
    }

    private static void put(Map<String, Object> definition, String key, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            definition.put(key, value);
        }
    }

    private List<Entry> entries(String part) {
        return parts.getOrDefault(part, List.of());
    }

    private String single(String part) {
        return entries(part).isEmpty() ? null : inOneLine(entries(part).get(0).text());
    }

    private String joined(String part) {
        List<String> lines = lines(part);
        return lines.isEmpty() ? null : inOneLine(String.join(" ", lines));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The lines of a part, without the title that may stand between it and the table. */
    private List<String> lines(String part) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries(part)) {
            if (!(isCaption(title) && entry.text().equals(caption))) {
                entry.text().lines().forEach(lines::add);
            }
        }
        return lines;
    }

    private List<String> items(String part) {
        return SopLists.items(String.join("\n", lines(part)));
    }

    /** Where the line above the table repeats the title it may be spelt there as in a sentence, not in capitals. */
    private String title() {
        String written = single("title") == null ? single("heading") : single("title");
        return written != null && isCapitals(written) && isCaption(written)
                ? caption.replaceFirst("(?i)^SOP\\s+", "")
                : written;
    }

    private boolean isCaption(String title) {
        String text = Wording.normalise(caption);
        return title != null
                && (text.equals(Wording.normalise(title)) || text.equals("sop " + Wording.normalise(title)));
    }

    private LocalDate date(String part) {
        String text = single(part);
        if (Words.notRecorded(text)) {
            return null;
        }
        try {
            Dates dates = Dates.parse(text);
            if (dates.first().equals(dates.last())) {
                return dates.first();
            }
            throw new Unreadable("date-unreadable");
        } catch (Unreadable e) {
            Entry entry = entries(part).get(0);
            target.reject(entry.sheet(), entry.row(), entry.label(), text, e);
            return null;
        }
    }

    private Map<String, Object> ratified() {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries("ratified")) {
            lines.addAll(List.of(entry.text().split("\\s{2,}|\\n")));
        }
        if (lines.isEmpty()) {
            return null;
        }
        boolean numbered = lines.stream().anyMatch(SopIdentity::namesOfficial);
        List<String> named = lines.stream()
                .map(line -> STAFF_NUMBER.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        String first = named.isEmpty() ? "" : named.get(0);
        String position = PERSON.matcher(first).replaceFirst("").strip();
        boolean signed = named.size() > 1 || !position.equals(first);
        boolean runsOn = DEGREE.matcher(first).find() && !TITLED.matcher(first).find();
        if (signed && (runsOn || position.isEmpty())) {
            // Where the office ends and the name begins cannot be told; names are not kept.
            target.remark(null, "ratified", "sop-position-unclear");
            position = "";
        }
        Map<String, Object> ratified = new LinkedHashMap<>();
        put(ratified, "position", position.isEmpty() ? null : inWords(position));
        ratified.put("signatory_named", signed);
        ratified.put("nip_given", numbered);
        return ratified;
    }

    private void issuer(Map<String, Object> definition) {
        List<Entry> letterhead = new ArrayList<>(parts.containsKey("title") ? entries("heading") : List.of());
        letterhead.addAll(entries(SopHead.LETTERHEAD));
        Set<String> issuers = letterhead.stream()
                .flatMap(entry -> entry.text().lines())
                .limit(LETTERHEAD_LINES)
                .map(SopIdentity::inOneLine)
                .filter(line -> !ADDRESS.matcher(line).matches()
                        && !PERSON.matcher(line).find())
                .map(SopIdentity::inWords)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        StringBuilder unit = new StringBuilder();
        for (String line : issuers) {
            if (definition.get("agency") == null
                    && unit.isEmpty()
                    && ISSUER.matcher(line).matches()) {
                definition.put("agency", line);
            } else {
                unit.append(unit.isEmpty() ? "" : REGION.matcher(line).matches() ? " " : ", ")
                        .append(line);
            }
        }
        put(definition, "unit", unit.isEmpty() ? null : unit.toString());
    }

    private static Object citation(String item) {
        String text = item.replaceFirst("\\.$", "");
        Matcher parts = CITATION.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        Map<String, Object> citation = new LinkedHashMap<>();
        citation.put("text", parts.group(1));
        citation.put("source", parts.group(2));
        return citation;
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** Names in capitals as they are written within a sentence. */
    private static String inWords(String name) {
        if (!isCapitals(name)) {
            return name;
        }
        StringBuilder words = new StringBuilder();
        for (String word : name.split("\\s+")) {
            boolean joining = Set.of("DAN", "DI", "KE", "DARI", "UNTUK").contains(word);
            String lower = word.toLowerCase(Locale.ROOT);
            words.append(words.isEmpty() ? "" : " ").append(joining ? lower : word.charAt(0) + lower.substring(1));
        }
        return words.toString();
    }
}
