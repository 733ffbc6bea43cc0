package id.patuh.ruleset;

import id.patuh.mapping.TimeFormats;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Records as bytes and back. What is read is told by the types that components are declared with: the bytes name none, so
 * that nothing but records of the type asked for can come of them.
 */
final class RecordCodec {

    private static final int NULL = 0;
    private static final int THERE = 1;

    // What stands where no more than an object is declared.
    private static final int TEXT = 0;
    private static final int DECIMAL = 1;
    private static final int TEXTS = 2;

    private final Map<Class<?>, Shape> shapes = new HashMap<>();

    /** The components of a record, in order. */
    private record Shape(RecordComponent[] components, Type[] types, Constructor<?> constructor) {

        static Shape of(Class<?> type) throws ReflectiveOperationException {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] classes = new Class<?>[components.length];
            Type[] types = new Type[components.length];
            for (int i = 0; i < components.length; i++) {
                classes[i] = components[i].getType();
                types[i] = components[i].getGenericType();
            }
            return new Shape(components, types, type.getDeclaredConstructor(classes));
        }
    }

    /**
     * A record as bytes.
     *
     * @throws IOException if it holds something of a type that is not provided for
     */
    byte[] write(Record value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(value, value.getClass(), new DataOutputStream(bytes));
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The record that {@link #write(Record)} made bytes of.
     *
     * @throws IOException if they are not of that type
     */
    <T extends Record> T read(Class<T> type, byte[] bytes) throws IOException {
        try {
            return type.cast(read(type, ByteBuffer.wrap(bytes)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IOException(e);
        }
    }

    private Shape shape(Class<?> type) throws ReflectiveOperationException {
        Shape shape = shapes.get(type);
        if (shape == null) {
            shape = Shape.of(type);
            shapes.put(type, shape);
        }
        return shape;
    }

    private void write(Object value, Type type, DataOutputStream to) throws IOException, ReflectiveOperationException {
        to.writeByte(value == null ? NULL : THERE);
        if (value == null) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            to.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey(), of[0], to);
                write(entry.getValue(), of[1], to);
            }
        } else if (type instanceof ParameterizedType collection) {
            writeAll((Collection<?>) value, collection.getActualTypeArguments()[0], to);
        } else if (type == Object.class) {
            writeAny(value, to);
        } else if (value instanceof Record) {
            Shape shape = shape(value.getClass());
            for (int i = 0; i < shape.types().length; i++) {
                write(shape.components()[i].getAccessor().invoke(value), shape.types()[i], to);
            }
        } else if (value instanceof Integer number) {
            to.writeInt(number);
        } else if (value instanceof Boolean truth) {
            to.writeInt(truth ? 1 : 0);
        } else if (value instanceof Enum<?> constant) {
            to.writeInt(constant.ordinal());
        } else if (value instanceof LocalDate day) {
            to.writeInt(Math.toIntExact(day.toEpochDay()));
        } else if (value instanceof TimeFormats formats) {
            writeAll(formats.patterns(), String.class, to);
            write(formats.clock(), LocalTime.class, to);
        } else {
            writeText(value.toString(), to);
        }
    }

    private void writeAll(Collection<?> values, Type type, DataOutputStream to)
            throws IOException, ReflectiveOperationException {
        to.writeInt(values.size());
        for (Object value : values) {
            write(value, type, to);
        }
    }

    private void writeAny(Object value, DataOutputStream to) throws IOException, ReflectiveOperationException {
        if (value instanceof Collection<?> texts) {
            to.writeByte(TEXTS);
            writeAll(texts, String.class, to);
        } else {
            to.writeByte(value instanceof BigDecimal ? DECIMAL : TEXT);
            writeText(value.toString(), to);
        }
    }

    private static void writeText(String text, DataOutputStream to) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private Object read(Type type, ByteBuffer from) throws IOException, ReflectiveOperationException {
        if (from.get() == NULL) {
            return null;
        }
        if (type instanceof ParameterizedType container) {
            Type[] of = container.getActualTypeArguments();
            if (container.getRawType() == Map.class) {
                return readMap(of[0], of[1], from);
            }
            List<Object> all = readAll(of[0], from);
            return container.getRawType() == List.class
                    ? Collections.unmodifiableList(all)
                    : Collections.unmodifiableSet(new LinkedHashSet<>(all));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return readText(from);
        } else if (plain.isRecord()) {
            Shape shape = shape(plain);
            Object[] values = new Object[shape.types().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = read(shape.types()[i], from);
            }
            return shape.constructor().newInstance(values);
        } else if (plain == int.class || plain == Integer.class) {
            return from.getInt();
        } else if (plain == boolean.class || plain == Boolean.class) {
            return from.getInt() == 1;
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[from.getInt()];
        } else if (plain == LocalDate.class) {
            return LocalDate.ofEpochDay(from.getInt());
        } else if (plain == LocalTime.class) {
            return LocalTime.parse(readText(from));
        } else if (plain == BigDecimal.class) {
            return new BigDecimal(readText(from));
        } else if (plain == ZoneId.class) {
            return ZoneId.of(readText(from));
        } else if (plain == TimeFormats.class) {
            List<String> patterns =
                    readAll(String.class, from).stream().map(String.class::cast).toList();
            return TimeFormats.known(patterns, (LocalTime) read(LocalTime.class, from));
        } else if (plain == Object.class) {
            return readAny(from);
        }
        throw new IOException(plain + " is not provided for");
    }

    private Object readAny(ByteBuffer from) throws IOException, ReflectiveOperationException {
        return switch (from.get()) {
            case TEXTS -> Collections.unmodifiableList(readAll(String.class, from));
            case DECIMAL -> new BigDecimal(readText(from));
            default -> readText(from);
        };
    }

    private List<Object> readAll(Type type, ByteBuffer from) throws IOException, ReflectiveOperationException {
        List<Object> all = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            all.add(read(type, from));
        }
        return all;
    }

    private Map<Object, Object> readMap(Type keys, Type values, ByteBuffer from)
            throws IOException, ReflectiveOperationException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = from.getInt(); left > 0; left--) {
            map.put(read(keys, from), read(values, from));
        }
        return Collections.unmodifiableMap(map);
    }

    private static String readText(ByteBuffer from) {
        int length = from.getInt();
        String text = new String(from.array(), from.position(), length, StandardCharsets.UTF_8);
        from.position(from.position() + length);
        return text;
    }
}
