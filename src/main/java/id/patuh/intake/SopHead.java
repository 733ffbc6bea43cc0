package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.sop.Sop;
import id.patuh.sop.Sop.LegalReference;
import id.patuh.sop.Sop.Qualification;
import id.patuh.sop.Sop.Ratification;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an SOP says above its table. Its parts stand one under the other or in two columns; where a converter wrote the
 * headings of both columns first, the contents follow beginning with that of the last heading.
 */
final class SopHead {

    private static final Set<String> LISTS =
            Set.of("legalBasis", "qualifications", "related", "equipment", "warnings", "records");
    private static final Pattern LABELLED = Pattern.compile("([^:]{2,45}?)\\s*:\\s*(.*)");
    private static final Pattern FIRST = Pattern.compile("1[.)]?\\s+\\S.*");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.)]\\s+");
    private static final Pattern POINT =
            Pattern.compile("^(?:[-\u2022]\\s*)?(?:[a-z][.)]\\s+|(?<=[-\u2022]\\s)|(?<=[-\u2022]))(?=\\S)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:jl|jalan|telp|telepon|website|email|kode pos)\\b.*");
    private static final Pattern ISSUER = Pattern.compile("(?i)(?:kementerian|pemerintah|badan|lembaga)\\b.*");
    private static final Pattern REGION = Pattern.compile("(?i)(?:kota|kabupaten|provinsi)\\b.*");
    private static final Pattern SHORT_ID = Pattern.compile("[A-Z]{1,4}\\d{1,5}(?=/)");
    private static final String DEGREES =
            ",\\s*(?:S\\.?(?:E|H|T|P|S|IP|AP|Ag|KM|Ak|Si|Sos|Pd|Kom|Hut|Pt|Psi|STP|Farm|Kep)"
                    + "|M\\.?(?:M|H|T|P|A|Si|AP|PA|Pd|Ec|Sc|Ak|Kom|Kes|Hum|Eng|BA)|A\\.?Md|Ph\\.?D)\\b.*";
    private static final Pattern DEGREE = Pattern.compile(DEGREES);
    /** What only names of persons have. */
    private static final Pattern PERSON =
            Pattern.compile("\\s*(?:\\b(?i:prof|drs?|dra|ir|hj?)\\.\\s.*|" + DEGREES + "|\\b(?i:NIP)\\b.*)");

    private static final Pattern TITLED = Pattern.compile("(?i)\\b(?:prof|drs?|dra|ir|hj?)\\.\\s");
    private static final Pattern STAFF_NUMBER = Pattern.compile("(?i)\\bNIP\\b.*");

    private final SopImport remarks;
    private final List<String> letterhead = new ArrayList<>();
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private String open;
    private String caption;

    SopHead(SopImport remarks) {
        this.remarks = remarks;
    }

    /** Takes a line of prose. */
    void line(String text) {
        Matcher labelled = LABELLED.matcher(text);
        String field = labelled.matches() ? Fields.SOP_HEAD.field(labelled.group(1)) : Fields.SOP_HEAD.field(text);
        if (field == null) {
            content(text);
            return;
        }
        begin(field);
        if (labelled.matches() && !labelled.group(2).isBlank()) {
            content(labelled.group(2));
        }
    }

    /** Takes a table of labels and values, or of headings above what they head. */
    void grid(List<Line> rows) {
        List<String> heads = List.of();
        for (Line row : rows) {
            List<String> fields = row.cells().stream()
                    .map(cell -> Fields.SOP_HEAD.field(cell.replaceFirst("\\s*:$", "")))
                    .toList();
            if (fields.stream().noneMatch(f -> f == null)) {
                heads = fields;
                heads.forEach(this::begin);
            } else if (fields.get(0) != null) {
                begin(fields.get(0));
                row.cells().stream().skip(1).filter(c -> !c.isBlank()).forEach(this::content);
            } else {
                for (int i = 0; i < row.size(); i++) {
                    open = i < heads.size() ? heads.get(i) : open;
                    if (!row.cell(i).isBlank()) {
                        row.cell(i).lines().forEach(this::add);
                    }
                }
            }
        }
        waiting.clear();
    }

    private void begin(String field) {
        if (open != null && LISTS.contains(open) && parts.get(open).isEmpty()) {
            waiting.push(open);
        }
        open = field;
        parts.putIfAbsent(field, new ArrayList<>());
    }

    private void content(String text) {
        caption = text;
        boolean again = open != null
                && FIRST.matcher(text).matches()
                && !parts.get(open).isEmpty();
        if (again && !waiting.isEmpty()) {
            open = waiting.pop();
        }
        add(text);
    }

    private void add(String text) {
        (open == null ? letterhead : parts.get(open)).add(text);
    }

    /** The SOP with the steps of its table. */
    Sop sop(List<String> roles, List<Step> steps, String file) {
        String title = title();
        String number = single("number");
        LocalDate inForce = date("inForce");
        String agency = agency();
        return new Sop(
                number == null ? null : id(number),
                number,
                title,
                agency,
                unit(agency != null),
                date("created"),
                date("revised"),
                inForce,
                null,
                ratification(),
                List.of(),
                joined("purpose"),
                joined("scope"),
                items("legalBasis").stream()
                        .map(text -> new LegalReference(text.replaceFirst("\\.$", ""), null))
                        .toList(),
                items("related"),
                items("equipment"),
                items("warnings"),
                items("records"),
                qualifications(),
                List.of(),
                true,
                "asn",
                roles,
                Map.of(),
                null,
                false,
                steps,
                file);
    }

    /** The short id that a number begins with, else the number in one word. */
    private static String id(String number) {
        Matcher shortId = SHORT_ID.matcher(number);
        return shortId.lookingAt() ? shortId.group() : number.strip().replaceAll("[^\\p{L}\\d]+", "-");
    }

    /** Where the line above the table repeats the title it is spelt there as in a sentence, not in capitals. */
    private String title() {
        List<String> written = new ArrayList<>(parts.getOrDefault("title", List.of()));
        written.addAll(parts.getOrDefault("heading", List.of()));
        if (written.isEmpty()) {
            return null;
        }
        String title = written.get(0).replace('\n', ' ');
        String below = isCaption(title) ? caption.strip().replaceFirst("(?i)^SOP\\s+", "") : title;
        return isCapitals(title) ? below : title;
    }

    private boolean isCaption(String title) {
        String text = Wording.normalise(caption);
        return text.equals(Wording.normalise(title)) || text.equals("sop " + Wording.normalise(title));
    }

    private String single(String field) {
        List<String> lines = parts.getOrDefault(field, List.of());
        return lines.isEmpty() ? null : lines.get(0).replace('\n', ' ').strip();
    }

    private String joined(String field) {
        List<String> lines = parts.getOrDefault(field, List.of());
        return lines.isEmpty() ? null : String.join(" ", lines);
    }

    private LocalDate date(String field) {
        String text = single(field);
        if (Words.notRecorded(text)) {
            return null;
        }
        try {
            Dates dates = Dates.parse(text);
            return dates.first().equals(dates.last()) ? dates.first() : null;
        } catch (Unreadable e) {
            remarks.remark(null, "sop-date-unreadable", "value", text);
            return null;
        }
    }

    private Ratification ratification() {
        List<String> lines = new ArrayList<>();
        for (String line : parts.getOrDefault("ratified", List.of())) {
            lines.addAll(List.of(line.split("\\s{2,}|\\n")));
        }
        boolean numbered = lines.stream().anyMatch(l -> STAFF_NUMBER.matcher(l).find());
        List<String> named = lines.stream()
                .map(l -> STAFF_NUMBER.matcher(l).replaceFirst("").strip())
                .filter(l -> !l.isEmpty())
                .toList();
        if (named.isEmpty()) {
            return new Ratification(null, false, numbered);
        }
        String position = PERSON.matcher(named.get(0)).replaceFirst("").strip();
        boolean runsOn = position.isEmpty()
                || DEGREE.matcher(named.get(0)).find()
                        && !TITLED.matcher(named.get(0)).find();
        if (runsOn) {
            // Where the office ends and the name begins cannot be told; names are not kept.
            remarks.remark(null, "sop-position-unclear");
        }
        boolean signatory = named.size() > 1 || !position.equals(named.get(0));
        return new Ratification(runsOn ? null : inWords(position), signatory, numbered);
    }

    private List<String> issuers() {
        return letterhead.stream()
                .filter(line -> !ADDRESS.matcher(line).matches()
                        && !PERSON.matcher(line).find())
                .map(SopHead::inWords)
                .toList();
    }

    private String agency() {
        List<String> issuers = issuers();
        return !issuers.isEmpty() && ISSUER.matcher(issuers.get(0)).matches() ? issuers.get(0) : null;
    }

    private String unit(boolean belowAgency) {
        StringBuilder unit = new StringBuilder();
        for (String line : issuers().subList(belowAgency ? 1 : 0, issuers().size())) {
            unit.append(unit.isEmpty() ? "" : REGION.matcher(line).matches() ? " " : ", ")
                    .append(line);
        }
        return unit.isEmpty() ? null : unit.toString();
    }

    private List<Qualification> qualifications() {
        List<Qualification> qualifications = new ArrayList<>();
        List<String> ofAll = new ArrayList<>();
        String role = null;
        List<String> points = new ArrayList<>();
        for (String line : entries("qualifications")) {
            Matcher point = POINT.matcher(line);
            if (point.find()) {
                points.add(point.replaceFirst("").strip());
                continue;
            }
            addTo(qualifications, ofAll, role, points);
            role = NUMBER.matcher(line).replaceFirst("").strip();
            points = new ArrayList<>();
        }
        addTo(qualifications, ofAll, role, points);
        if (!ofAll.isEmpty()) {
            qualifications.add(new Qualification(null, ofAll));
        }
        return qualifications;
    }

    /** An entry without points below it names no role: it holds for all. */
    private static void addTo(
            List<Qualification> qualifications, List<String> ofAll, String entry, List<String> points) {
        if (entry != null && points.isEmpty()) {
            ofAll.add(entry);
        } else if (entry != null) {
            qualifications.add(new Qualification(entry.replaceFirst("\\s*:$", ""), points));
        }
    }

    private List<String> items(String field) {
        return entries(field).stream()
                .map(line -> NUMBER.matcher(line).replaceFirst("").strip())
                .toList();
    }

    /** The lines of a part, without the title that stands between it and the table. */
    private List<String> entries(String field) {
        List<String> entries = new ArrayList<>();
        String title = title();
        for (String line : parts.getOrDefault(field, List.of())) {
            if (!(line.equals(caption) && title != null && isCaption(title))) {
                entries.addAll(SopLists.numbered(line));
            }
        }
        return entries;
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
