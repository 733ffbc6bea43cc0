package id.patuh.intake;

import com.github.pjfanning.xlsx.impl.StreamingCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * Writes a cell of a workbook as the text that a CSV file would hold for it; formulas by the value they were saved with, and
 * those without one as they are.
 */
final class CellText {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    /** What a binary fraction holds of a decimal one, and spreadsheets show. */
    private static final MathContext DIGITS = new MathContext(15);
    /** Beyond these, digits are the noise of computed means. */
    private static final int MAX_DECIMALS = 6;

    private static final Pattern SERIAL = Pattern.compile("\\d{5,6}(?:[.,]\\d+)?");
    private static final int DAYS_TO_1904 = 1462;
    private static final int FIRST_DAY = 25_569;
    private static final int LAST_DAY = 109_575;

    private CellText() {}

    /** The text; empty for a blank cell. */
    static String of(Cell cell) {
        if (isUnsaved(cell)) {
            return formula(cell);
        }
        return switch (type(cell)) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> numeric(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
            case ERROR -> error(cell);
            default -> "";
        };
    }

    /** Why the text says nothing of what the cell means; null when it does. */
    static Unreadable fault(Cell cell) {
        if (isUnsaved(cell)) {
            return new Unreadable("formula-unsaved");
        }
        return type(cell) == CellType.ERROR ? new Unreadable("cell-error") : null;
    }

    private static CellType type(Cell cell) {
        CellType type = cell.getCellType();
        return type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type;
    }

    /** Whether the program that wrote the formula left its working out to others; an empty text is a value. */
    private static boolean isUnsaved(Cell cell) {
        if (cell.getCellType() != CellType.FORMULA) {
            return false;
        }
        CellType saved = cell.getCachedFormulaResultType();
        return saved == CellType.BLANK
                || cell instanceof StreamingCell
                        && saved == CellType.NUMERIC
                        && cell.getStringCellValue().isBlank();
    }

    private static String formula(Cell cell) {
        try {
            return "=" + cell.getCellFormula();
        } catch (IllegalStateException e) {
            // It is shared with a cell above, and is not worked out for this one.
            return "=";
        }
    }

    private static String error(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA && cell instanceof StreamingCell) {
            // The streaming reader gives the code of an error only where it was typed in.
            return cell.getStringCellValue().replaceFirst("^ERROR:\\s*", "");
        }
        return FormulaError.forInt(cell.getErrorCellValue()).getString();
    }

    private static String numeric(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            String date = date(cell, value);
            if (date != null) {
                return date;
            }
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        boolean percent = cell.getCellStyle() != null
                && cell.getCellStyle().getDataFormatString() != null
                && cell.getCellStyle().getDataFormatString().contains("%");
        return percent ? number(value * 100) + "%" : number(value);
    }

    /**
     * The text of a cell that is to hold a moment. Whoever strips a cell of its format leaves the days since 1900 (or 1904)
     * as a number; of numbers only those of the years that are read can be meant.
     */
    static String moment(String text, boolean from1904) {
        if (!SERIAL.matcher(text.strip()).matches()) {
            return text;
        }
        double days = Double.parseDouble(text.strip().replace(',', '.')) + (from1904 ? DAYS_TO_1904 : 0);
        return days < FIRST_DAY || days >= LAST_DAY
                ? text
                : DATE_TIME.format(
                        DateUtil.getLocalDateTime(days).plusNanos(500_000_000).withNano(0));
    }

    private static boolean isTimed(String format) {
        return format != null && (format.indexOf('h') >= 0 || format.indexOf('H') >= 0 || format.indexOf('s') >= 0);
    }

    private static String number(double value) {
        BigDecimal number = new BigDecimal(value, DIGITS);
        if (number.scale() > MAX_DECIMALS) {
            number = number.setScale(MAX_DECIMALS, RoundingMode.HALF_UP);
        }
        number = number.stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    private static String date(Cell cell, double value) {
        LocalDateTime at = cell.getLocalDateTimeCellValue();
        if (at == null) {
            return null;
        }
        LocalDateTime rounded = at.plusNanos(500_000_000).withNano(0);
        if (value < 1) {
            return rounded.toLocalTime().toString();
        }
        return isTimed(cell.getCellStyle().getDataFormatString())
                        || !rounded.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DATE_TIME.format(rounded)
                : rounded.toLocalDate().toString();
    }
}
