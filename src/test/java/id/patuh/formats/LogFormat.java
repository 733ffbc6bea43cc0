package id.patuh.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The formats in which an activity log is read, each with a writer. */
enum LogFormat {
    COMMAS("\n") {
        @Override
        byte[] write(ActivityLog log) {
            return utf8(delimited(log, ","));
        }
    },
    SEMICOLONS("\n") {
        @Override
        byte[] write(ActivityLog log) {
            return utf8(delimited(log, ";"));
        }
    },
    TABS_IN_UTF_16 {
        @Override
        byte[] write(ActivityLog log) {
            return delimited(log, "\t").getBytes(StandardCharsets.UTF_16);
        }
    },
    JSON("\n") {
        @Override
        byte[] write(ActivityLog log) {
            return utf8("{\"activities\":[\n" + String.join(",\n", objects(log)) + "\n]}\n");
        }
    },
    NDJSON("\n") {
        @Override
        byte[] write(ActivityLog log) {
            return utf8(String.join("\n", objects(log)) + "\n");
        }
    },
    XLSX {
        @Override
        byte[] write(ActivityLog log) {
            return workbook(new XSSFWorkbook(), log, false);
        }
    },
    /** With dates and numbers as spreadsheets keep them. */
    XLSX_OF_VALUES {
        @Override
        byte[] write(ActivityLog log) {
            return workbook(new XSSFWorkbook(), log, true);
        }
    },
    STRICT_XLSX {
        @Override
        byte[] write(ActivityLog log) {
            return StrictWorkbook.of(XLSX_OF_VALUES.write(log));
        }
    },
    XLS {
        @Override
        byte[] write(ActivityLog log) {
            return workbook(new HSSFWorkbook(), log, true);
        }
    },
    /** With an event for each start and each completion. */
    XES("</trace>") {
        @Override
        byte[] write(ActivityLog log) {
            return utf8(xes(log, true));
        }
    },
    /** With an event for each activity. */
    XES_GZ {
        @Override
        byte[] write(ActivityLog log) {
            return gzip(utf8(xes(log, false)));
        }
    },
    OCEL {
        @Override
        byte[] write(ActivityLog log) {
            return utf8(ocel(log));
        }
    };

    private static final Map<String, String> XES_KEYS = Map.of(
            "step", "concept:name",
            "role", "org:role",
            "person", "org:resource",
            "start", "start_timestamp",
            "end", "time:timestamp");

    /** What ends a row in a text whose rows are read one after the other; null where they are not. */
    final String end;

    LogFormat(String end) {
        this.end = end;
    }

    LogFormat() {
        this(null);
    }

    /** Whether each line holds a row of its own. */
    boolean isOfLines() {
        return this == COMMAS || this == SEMICOLONS || this == NDJSON;
    }

    /** How often a mark stands in the text before a place. */
    static int count(byte[] text, int until, String mark) {
        String before = new String(text, 0, until, StandardCharsets.ISO_8859_1);
        return (before.length() - before.replace(mark, "").length()) / mark.length();
    }

    /** The log as a file of this format. */
    abstract byte[] write(ActivityLog log);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String delimited(ActivityLog log, String separator) {
        List<String> fields = log.fields();
        List<String> lines = new ArrayList<>();
        lines.add(fields.stream().map(ActivityLog.HEADERS::get).collect(Collectors.joining(separator)));
        for (Map<String, String> row : log.rows()) {
            lines.add(fields.stream()
                    .map(field -> quoted(row.getOrDefault(field, ""), separator))
                    .collect(Collectors.joining(separator)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String text, String separator) {
        boolean plain = !text.contains(separator) && !text.matches("(?s).*[\"\r\n].*");
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static List<String> objects(ActivityLog log) {
        return log.rows().stream()
                .map(row -> {
                    ObjectNode object = JsonMapper.shared().createObjectNode();
                    row.forEach((field, text) -> {
                        if (field.equals("inputs") || field.equals("outputs")) {
                            ArrayNode items = object.putArray(field);
                            List.of(text.split("; ?")).forEach(items::add);
                        } else {
                            object.put(field, text);
                        }
                    });
                    return object.toString();
                })
                .toList();
    }

    private static byte[] workbook(Workbook empty, ActivityLog log, boolean values) {
        try (Workbook workbook = empty;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            CellStyle times = workbook.createCellStyle();
            times.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
            Sheet sheet = workbook.createSheet("Log");
            List<String> fields = log.fields();
            Row header = sheet.createRow(0);
            for (int i = 0; i < fields.size(); i++) {
                header.createCell(i).setCellValue(ActivityLog.HEADERS.get(fields.get(i)));
            }
            for (Map<String, String> texts : log.rows()) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                texts.forEach((field, text) -> {
                    Cell cell = row.createCell(fields.indexOf(field));
                    if (values && text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")) {
                        cell.setCellValue(LocalDateTime.parse(text, ActivityLog.TIME));
                        cell.setCellStyle(times);
                    } else if (values && text.matches("\\d{1,3}")) {
                        cell.setCellValue(Integer.parseInt(text));
                    } else {
                        cell.setCellValue(text);
                    }
                });
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String xes(ActivityLog log, boolean pairs) {
        StringBuilder xes = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<log xes.version=\"1849.2016\" xmlns=\"http://www.xes-standard.org/\">\n");
        log.cases().forEach((key, rows) -> {
            xes.append("<trace>\n").append(string("concept:name", key.get(0)));
            xes.append(string("sop", key.get(1)));
            for (Map<String, String> row : rows) {
                // A pair that ends before it starts would be no pair.
                boolean pair = pairs && row.get("start").compareTo(row.getOrDefault("end", "~")) <= 0;
                xes.append(pair ? pair(row) : event(row, ""));
            }
            xes.append("</trace>\n");
        });
        return xes.append("</log>\n").toString();
    }

    private static String pair(Map<String, String> row) {
        Map<String, String> first = new LinkedHashMap<>(row);
        first.remove("start");
        first.put("end", row.get("start"));
        if (!row.containsKey("end")) {
            return event(first, string("lifecycle:transition", "start"));
        }
        first.keySet().retainAll(List.of("step", "end", "inputs"));
        Map<String, String> last = new LinkedHashMap<>(row);
        last.keySet().removeAll(List.of("start", "inputs"));
        return event(first, string("lifecycle:transition", "START"))
                + event(last, string("lifecycle:transition", "complete"));
    }

    private static String event(Map<String, String> row, String more) {
        StringBuilder event = new StringBuilder("<event>\n").append(more);
        row.forEach((field, text) -> {
            if (!field.equals("case") && !field.equals("sop")) {
                event.append(string(XES_KEYS.getOrDefault(field, field), text));
            }
        });
        return event.append("</event>\n").toString();
    }

    private static String string(String key, String value) {
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<string key=\"" + key + "\" value=\"" + text + "\"/>\n";
    }

    private static String ocel(ActivityLog log) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.putArray("objectTypes").addObject().put("name", "berkas");
        ArrayNode objects = document.putArray("objects");
        ArrayNode events = document.putArray("events");
        objects.addObject().put("id", "P").put("type", "petugas");
        log.cases().forEach((key, rows) -> {
            ObjectNode object = objects.addObject().put("id", key.get(0)).put("type", "berkas");
            attribute(object.putArray("attributes"), "sop", key.get(1));
            for (Map<String, String> row : rows) {
                ObjectNode event = events.addObject().put("type", row.get("step"));
                if (row.containsKey("end")) {
                    event.put("time", row.get("end"));
                }
                ArrayNode relationships = event.putArray("relationships");
                relationships.addObject().put("objectId", key.get(0));
                relationships.addObject().put("objectId", "P");
                ArrayNode attributes = event.putArray("attributes");
                row.forEach((field, text) -> {
                    if (!List.of("case", "sop", "step", "end").contains(field)) {
                        attribute(attributes, field, text);
                    }
                });
            }
        });
        return document.toString();
    }

    private static void attribute(ArrayNode attributes, String name, String value) {
        attributes.addObject().put("name", name).put("value", value);
    }
}
