package id.patuh.check;

import id.patuh.law.Overrun;
import id.patuh.skm.Period;
import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.violation.Lack;
import id.patuh.violation.NamedStep;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that rules and binders give to messages, each in its own type; may be null. A value of any other type, as a
 * user's own rule may give, becomes the text that reports show of it.
 */
final class ValueCodec implements Codec<Object> {

    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int INTEGER = 2;
    private static final int LONG = 3;
    private static final int DECIMAL = 4;
    private static final int BOOLEAN = 5;
    private static final int INSTANT = 6;
    private static final int DATE = 7;
    private static final int DURATION = 8;
    private static final int OVERRUN = 9;
    private static final int PERIOD = 10;
    private static final int STEP = 11;
    private static final int LACK = 12;
    private static final int LIST = 13;

    private static final Lack[] LACKS = Lack.values();

    private final CommonTexts texts = new CommonTexts();

    @Override
    public void write(Object value, DataOutput to) throws IOException {
        if (value == null) {
            to.writeByte(NULL);
        } else if (value instanceof Integer number) {
            to.writeByte(INTEGER);
            Packed.writeNumber(number, to);
        } else if (value instanceof Long number) {
            to.writeByte(LONG);
            Packed.writeNumber(number, to);
        } else if (value instanceof BigDecimal number) {
            to.writeByte(DECIMAL);
            writeDecimal(number, to);
        } else if (value instanceof Boolean truth) {
            to.writeByte(BOOLEAN);
            to.writeBoolean(truth);
        } else if (value instanceof Instant at) {
            to.writeByte(INSTANT);
            Packed.writeNumber(at.getEpochSecond(), to);
            Packed.writeNumber(at.getNano(), to);
        } else if (value instanceof LocalDate day) {
            to.writeByte(DATE);
            Packed.writeNumber(day.toEpochDay(), to);
        } else if (value instanceof Duration time) {
            to.writeByte(DURATION);
            writeDuration(time, to);
        } else if (value instanceof Overrun overrun) {
            to.writeByte(OVERRUN);
            writeDuration(overrun.time(), to);
            to.writeBoolean(overrun.atLeast());
        } else if (value instanceof Period period) {
            to.writeByte(PERIOD);
            Packed.writeNumber(period.start().toEpochDay(), to);
            Packed.writeNumber(period.end().toEpochDay(), to);
        } else if (value instanceof NamedStep step) {
            to.writeByte(STEP);
            Packed.writeNumber(step.no(), to);
            texts.write(step.title(), to);
        } else if (value instanceof Lack lack) {
            to.writeByte(LACK);
            to.writeByte(lack.ordinal());
        } else if (value instanceof Collection<?> all) {
            to.writeByte(LIST);
            Packed.writeNumber(all.size(), to);
            for (Object each : all) {
                write(each, to);
            }
        } else {
            to.writeByte(TEXT);
            texts.write(value.toString(), to);
        }
    }

    @Override
    public Object read(DataInput from) throws IOException {
        int type = from.readByte();
        return switch (type) {
            case NULL -> null;
            case TEXT -> texts.read(from);
            case INTEGER -> (int) Packed.readNumber(from);
            case LONG -> Packed.readNumber(from);
            case DECIMAL -> readDecimal(from);
            case BOOLEAN -> from.readBoolean();
            case INSTANT -> Instant.ofEpochSecond(Packed.readNumber(from), Packed.readNumber(from));
            case DATE -> readDate(from);
            case DURATION -> readDuration(from);
            case OVERRUN -> new Overrun(readDuration(from), from.readBoolean());
            case PERIOD -> new Period(readDate(from), readDate(from));
            case STEP -> new NamedStep((int) Packed.readNumber(from), texts.read(from));
            case LACK -> LACKS[from.readByte()];
            case LIST -> readList(from);
            default -> throw new IOException("value of type " + type);
        };
    }

    /** Writes values by name. */
    void writeNamed(Map<String, Object> named, DataOutput to) throws IOException {
        Packed.writeNumber(named.size(), to);
        for (Map.Entry<String, Object> each : named.entrySet()) {
            texts.write(each.getKey(), to);
            write(each.getValue(), to);
        }
    }

    /** Reads what {@link #writeNamed} wrote. */
    Map<String, Object> readNamed(DataInput from) throws IOException {
        Map<String, Object> named = new HashMap<>();
        for (long left = Packed.readNumber(from); left > 0; left--) {
            named.put(texts.read(from), read(from));
        }
        return named;
    }

    private List<Object> readList(DataInput from) throws IOException {
        int size = (int) Packed.readNumber(from);
        List<Object> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(read(from));
        }
        return all;
    }

    private static void writeDecimal(BigDecimal number, DataOutput to) throws IOException {
        byte[] digits = number.unscaledValue().toByteArray();
        Packed.writeNumber(number.scale(), to);
        Packed.writeNumber(digits.length, to);
        to.write(digits);
    }

    private static BigDecimal readDecimal(DataInput from) throws IOException {
        int scale = (int) Packed.readNumber(from);
        byte[] digits = new byte[(int) Packed.readNumber(from)];
        from.readFully(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }

    private static void writeDuration(Duration time, DataOutput to) throws IOException {
        Packed.writeNumber(time.getSeconds(), to);
        Packed.writeNumber(time.getNano(), to);
    }

    private static Duration readDuration(DataInput from) throws IOException {
        return Duration.ofSeconds(Packed.readNumber(from), Packed.readNumber(from));
    }

    private static LocalDate readDate(DataInput from) throws IOException {
        return LocalDate.ofEpochDay(Packed.readNumber(from));
    }
}
