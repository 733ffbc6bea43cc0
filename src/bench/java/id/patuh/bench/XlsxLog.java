package id.patuh.bench;

import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook with an activity log of any length, as spreadsheet programs do: texts once in a list of their own,
 * times as numbers of days in a style of dates.
 */
final class XlsxLog {

    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-01-05T08:00:00");
    private static final LocalDateTime DAY_ZERO = LocalDateTime.parse("1899-12-30T00:00:00");
    private static final int STEP_MINUTES = 30;
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final List<String> HEADERS = List.of(
            "no_berkas",
            "nomor_sop",
            "langkah",
            "pelaksana",
            "petugas",
            "mulai",
            "selesai",
            "kelengkapan",
            "output",
            "keputusan",
            "unit_kerja");

    private final List<Sop> sops;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private int row;

    XlsxLog(List<Sop> sops) {
        this.sops = sops;
    }

    /** Writes at least so many rows, the last case complete. */
    void write(Path file, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            frame(zip, out);
            begin(zip, "xl/worksheets/sheet1.xml");
            out.write("<worksheet xmlns=\"" + NAMESPACE + "\"><sheetData>");
            row(out, new ArrayList<>(HEADERS));
            for (int i = 0; row <= rows; i++) {
                cases(out, sops.get(i % sops.size()), i);
            }
            out.write("</sheetData></worksheet>");
            out.flush();
            begin(zip, "xl/sharedStrings.xml");
            out.write("<sst xmlns=\"" + NAMESPACE + "\">");
            for (String text : texts.keySet()) {
                out.write("<si><t>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</t></si>");
            }
            out.write("</sst>");
            out.flush();
        }
    }

    private void cases(Writer out, Sop sop, int number) throws IOException {
        LocalDateTime at = FIRST.plusMinutes(number % 200_000);
        for (Step step : sop.steps()) {
            List<Object> cells = new ArrayList<>();
            cells.add("K-" + number);
            cells.add(sop.id());
            cells.add((double) step.no());
            cells.add(step.executor().isEmpty() ? null : step.executor().get(0));
            cells.add("P-" + (number + step.no()) % 500);
            cells.add(at);
            cells.add(at.plusMinutes(STEP_MINUTES));
            cells.add(String.join("; ", step.inputs()));
            cells.add(String.join("; ", step.outputs()));
            cells.add(step.decision() == null ? null : "setuju");
            cells.add("Unit " + number % 40);
            row(out, cells);
            at = at.plusMinutes(2 * STEP_MINUTES);
        }
    }

    private void row(Writer out, List<?> cells) throws IOException {
        row++;
        out.write("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.size(); i++) {
            String place = "<c r=\"" + (char) ('A' + i) + row + "\"";
            if (cells.get(i) instanceof String text && !text.isEmpty()) {
                out.write(place + " t=\"s\"><v>" + texts.computeIfAbsent(text, t -> texts.size()) + "</v></c>");
            } else if (cells.get(i) instanceof Double number) {
                out.write(place + "><v>" + number.intValue() + "</v></c>");
            } else if (cells.get(i) instanceof LocalDateTime time) {
                double days = java.time.Duration.between(DAY_ZERO, time).toSeconds() / 86_400.0;
                out.write(place + " s=\"1\"><v>" + days + "</v></c>");
            }
        }
        out.write("</row>");
    }

    private static void frame(ZipOutputStream zip, Writer out) throws IOException {
        String sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        begin(zip, "[Content_Types].xml");
        out.write(
                "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        for (String part : List.of("workbook sheet.main", "sharedStrings sharedStrings", "styles styles")) {
            String[] names = part.split(" ");
            out.write(
                    "<Override PartName=\"/xl/" + names[0] + ".xml\" ContentType=\"" + sheets + names[1] + "+xml\"/>");
        }
        out.write("<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + sheets
                + "worksheet+xml\"/></Types>");
        out.flush();
        begin(zip, "_rels/.rels");
        out.write(relationships("officeDocument xl/workbook.xml"));
        out.flush();
        begin(zip, "xl/workbook.xml");
        out.write("<workbook xmlns=\"" + NAMESPACE + "\" xmlns:r=\"" + OFFICE
                + "\"><sheets><sheet name=\"Log\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>");
        out.flush();
        begin(zip, "xl/_rels/workbook.xml.rels");
        out.write(relationships(
                "worksheet worksheets/sheet1.xml", "sharedStrings sharedStrings.xml", "styles styles.xml"));
        out.flush();
        begin(zip, "xl/styles.xml");
        // Format 22 is a date with a time of day.
        out.write(
                "<styleSheet xmlns=\"" + NAMESPACE + "\"><fonts><font/></fonts><fills><fill/></fills><borders><border/>"
                        + "</borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/>"
                        + "</cellXfs></styleSheet>");
        out.flush();
    }

    private static String relationships(String... targets) {
        StringBuilder all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        for (int i = 0; i < targets.length; i++) {
            String[] names = targets[i].split(" ");
            all.append("<Relationship Id=\"r" + i + "\" Type=\"" + OFFICE + "/" + names[0] + "\" Target=\"" + names[1]
                    + "\"/>");
        }
        return all + "</Relationships>";
    }

    private static void begin(ZipOutputStream zip, String part) throws IOException {
        zip.putNextEntry(new ZipEntry(part));
    }
}
