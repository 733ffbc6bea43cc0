package id.patuh.formats;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** Turns a workbook into "Strict Open XML", as office programs save it: other namespaces, and dates by ISO 8601. */
public final class StrictWorkbook {

    private static final Map<String, String> NAMESPACES = Map.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static final Pattern DATE = Pattern.compile("t=\"n\" s=\"1\"><v>([\\d.]+)</v>");

    private StrictWorkbook() {}

    /** @param workbook whose first cell style is one of dates */
    public static byte[] of(byte[] workbook) {
        Map<String, byte[]> parts = Packages.unzip(workbook);
        parts.replaceAll((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> namespace : NAMESPACES.entrySet()) {
                text = text.replace(namespace.getKey(), namespace.getValue());
            }
            if (name.equals("xl/workbook.xml")) {
                text = text.replace("<workbook ", "<workbook conformance=\"strict\" ");
            }
            text = DATE.matcher(text).replaceAll(date -> {
                double serial = Double.parseDouble(date.group(1));
                LocalDateTime time = DateUtil.getLocalDateTime(serial, false, true);
                return "t=\"d\" s=\"1\"><v>" + ActivityLog.TIME.format(time) + "</v>";
            });
            return text.getBytes(StandardCharsets.UTF_8);
        });
        return Packages.zip(parts);
    }
}
