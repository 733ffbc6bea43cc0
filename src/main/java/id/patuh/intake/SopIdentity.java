package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The identity block above an SOP's table: labels with their values beside or below them. */
final class SopIdentity {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("nomorsop", "number"),
            Map.entry("nosop", "number"),
            Map.entry("tanggalpembuatan", "created"),
            Map.entry("tglpembuatan", "created"),
            Map.entry("tanggalrevisi", "revised"),
            Map.entry("tglrevisi", "revised"),
            Map.entry("tanggalefektif", "in_force"),
            Map.entry("tglefektif", "in_force"),
            Map.entry("tanggalberlaku", "in_force"),
            Map.entry("disahkanoleh", "ratified"),
            Map.entry("pengesahan", "ratified"),
            Map.entry("judulsop", "title"),
            Map.entry("namasop", "title"),
            Map.entry("dasarhukum", "legal_basis"),
            Map.entry("kualifikasipelaksana", "qualifications"),
            Map.entry("kualifikasipelaksanaan", "qualifications"),
            Map.entry("keterkaitan", "related"),
            Map.entry("peralatandanperlengkapan", "equipment"),
            Map.entry("peralatanperlengkapan", "equipment"),
            Map.entry("peralatan", "equipment"),
            Map.entry("peringatan", "warnings"),
            Map.entry("pencatatandanpendataan", "records"),
            Map.entry("pencatatanpendataan", "records"),
            Map.entry("pencatatan", "records"),
            Map.entry("tujuan", "purpose"),
            Map.entry("ruanglingkup", "scope"));
    private static final Pattern LABELLED = Pattern.compile("([^:\\n]{4,40}?)\\s*:\\s*(.*)", Pattern.DOTALL);
    // The id of the source that a citation means, in brackets after it.
    private static final Pattern CITATION = Pattern.compile("(.+?)\\s*\\[([a-z0-9-]+)]", Pattern.DOTALL);
    private static final Set<String> BESIDE_CORNER =
            Set.of("number", "created", "revised", "in_force", "ratified", "title");
    private static final String HEADING = "standaroperasionalprosedur";

    private final Reading reading;
    private final String sheet;
    private final List<Line> rows;

    /** @param rows those above the table */
    SopIdentity(Reading reading, String sheet, List<Line> rows) {
        this.reading = reading;
        this.sheet = sheet;
        this.rows = rows;
    }

    void addTo(Map<String, Object> definition) {
        for (int r = 0; r < rows.size(); r++) {
            Line row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
                String text = row.cell(c).strip();
                Matcher labelled = LABELLED.matcher(text);
                String own = LABELS.get(SopTableReader.key(text));
                if (own != null) {
                    add(definition, own, text, value(r, c), row.number());
                } else if (labelled.matches() && LABELS.containsKey(SopTableReader.key(labelled.group(1)))) {
                    String label = labelled.group(1);
                    String value = labelled.group(2).strip();
                    add(
                            definition,
                            LABELS.get(SopTableReader.key(label)),
                            label,
                            value.isEmpty() ? value(r, c) : value,
                            row.number());
                }
            }
        }
        issuer(definition);
    }

    private static boolean isLabel(String text) {
        Matcher labelled = LABELLED.matcher(text);
        return LABELS.containsKey(SopTableReader.key(text))
                || labelled.matches() && LABELS.containsKey(SopTableReader.key(labelled.group(1)));
    }

    /** What stands beside the label, or else below it down to the next one; null when nothing does. */
    private String value(int row, int column) {
        Line own = rows.get(row);
        for (int c = column + 1; c < own.size(); c++) {
            String text = own.cell(c).strip();
            if (isLabel(text)) {
                break;
            }
            if (!text.isEmpty() && !text.equals(":")) {
                return text.replaceFirst("^:\\s*", "");
            }
        }
        int end = column + 1;
        while (end < own.size() && !isLabel(own.cell(end).strip())) {
            end++;
        }
        end = end >= own.size() ? Integer.MAX_VALUE : end;
        List<String> below = new ArrayList<>();
        for (int r = row + 1; r < rows.size(); r++) {
            Line line = rows.get(r);
            for (int c = column; c < Math.min(end, line.size()); c++) {
                String text = line.cell(c).strip();
                if (isLabel(text)) {
                    return joined(below);
                }
                if (!text.isEmpty()) {
                    below.add(text);
                }
            }
        }
        return joined(below);
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty()
                ? null
                : String.join("\n", texts.stream().distinct().toList());
    }

    private void add(Map<String, Object> definition, String key, String label, String text, int row) {
        if (Words.notRecorded(text) || definition.containsKey(key)) {
            return;
        }
        switch (key) {
            case "created", "revised", "in_force" -> date(definition, key, label, text, row);
            case "ratified" -> {
                Map<String, Object> ratified = new LinkedHashMap<>();
                ratified.put("position", text);
                ratified.put("signatory_named", false);
                ratified.put("nip_given", false);
                definition.put(key, ratified);
            }
            case "legal_basis" ->
                definition.put(
                        key,
                        SopTableReader.items(text).stream()
                                .map(SopIdentity::citation)
                                .toList());
            case "qualifications" -> definition.put(key, qualifications(text));
            case "number", "title", "purpose", "scope" -> definition.put(key, text);
            default -> definition.put(key, SopTableReader.items(text));
        }
    }

    private void date(Map<String, Object> definition, String key, String label, String text, int row) {
        try {
            Dates date = Dates.parse(text);
            if (!date.first().equals(date.last())) {
                throw new Unreadable("date-unreadable");
            }
            definition.put(key, date.first());
        } catch (Unreadable e) {
            reading.reject(sheet, row, label, text, e);
        }
    }

    private static Object citation(String text) {
        Matcher parts = CITATION.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        Map<String, Object> citation = new LinkedHashMap<>();
        citation.put("text", parts.group(1));
        citation.put("source", parts.group(2));
        return citation;
    }

    /** Lines that end in a colon name a role; what follows is required of it. */
    private static List<Object> qualifications(String text) {
        List<Object> all = new ArrayList<>();
        String role = null;
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (line.strip().endsWith(":")) {
                qualification(all, role, lines);
                role = line.strip().replaceFirst("\\s*:$", "").replaceFirst("^\\d{1,2}[.)]\\s+", "");
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        qualification(all, role, lines);
        return all;
    }

    private static void qualification(List<Object> all, String role, List<String> lines) {
        List<String> requires = SopTableReader.items(String.join("\n", lines));
        if (role != null || !requires.isEmpty()) {
            Map<String, Object> qualification = new LinkedHashMap<>();
            qualification.put("role", role);
            qualification.put("requires", requires);
            all.add(qualification);
        }
    }

    /** What stands left of the number says who issued the SOP: the agency, and its unit below. */
    private void issuer(Map<String, Object> definition) {
        int corner = cornerWidth();
        Set<String> lines = new LinkedHashSet<>();
        for (Line row : rows) {
            for (int c = 0; c < Math.min(corner, row.size()); c++) {
                String text = row.cell(c).strip();
                if (isLabel(text)) {
                    issuer(definition, List.copyOf(lines));
                    return;
                }
                if (!SopTableReader.key(text).startsWith(HEADING)) {
                    text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add);
                }
            }
        }
        issuer(definition, List.copyOf(lines));
    }

    private static void issuer(Map<String, Object> definition, List<String> lines) {
        if (!lines.isEmpty()) {
            definition.put("agency", lines.get(0));
        }
        if (lines.size() > 1) {
            definition.put("unit", String.join(", ", lines.subList(1, lines.size())));
        }
    }

    /** How many columns stand left of the number, dates and title. */
    private int cornerWidth() {
        int least = 0;
        for (Line row : rows) {
            for (int c = row.size() - 1; c > 0; c--) {
                Matcher labelled = LABELLED.matcher(row.cell(c).strip());
                String label = labelled.matches() ? labelled.group(1) : row.cell(c);
                String field = LABELS.get(SopTableReader.key(label));
                if (field != null && BESIDE_CORNER.contains(field)) {
                    least = least == 0 ? c : Math.min(least, c);
                }
            }
        }
        return least;
    }
}
