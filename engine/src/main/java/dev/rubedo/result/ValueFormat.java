package dev.rubedo.result;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A binary format for values. It supports only the classes listed here and does not use Java serialization. Immutable.
 */
public final class ValueFormat {

    /**
     * Classes whose values are represented by their text: each is written as its position in this list and its text.
     */
    private static final List<TextForm<?>> TEXT_FORMS = List.of(new TextForm<>(String.class, text -> text),
            new TextForm<>(BigDecimal.class, BigDecimal::new), new TextForm<>(BigInteger.class, BigInteger::new),
            new TextForm<>(LocalDate.class, LocalDate::parse), new TextForm<>(LocalTime.class, LocalTime::parse),
            new TextForm<>(LocalDateTime.class, LocalDateTime::parse),
            new TextForm<>(OffsetDateTime.class, OffsetDateTime::parse),
            new TextForm<>(OffsetTime.class, OffsetTime::parse), new TextForm<>(Instant.class, Instant::parse),
            new TextForm<>(ZonedDateTime.class, ZonedDateTime::parse),
            new TextForm<>(Duration.class, Duration::parse), new TextForm<>(Year.class, Year::parse),
            new TextForm<>(UUID.class, UUID::fromString), new TextForm<>(java.sql.Date.class, java.sql.Date::valueOf),
            new TextForm<>(java.sql.Time.class, java.sql.Time::valueOf),
            new TextForm<>(java.sql.Timestamp.class, java.sql.Timestamp::valueOf),
            new TextForm<>(Character.class, text -> text.charAt(0)));

    private static final int NULL = -1;
    private static final int LONG = -2;
    private static final int INT = -3;
    private static final int DOUBLE = -4;
    private static final int FLOAT = -5;
    private static final int SHORT = -6;
    private static final int BYTE = -7;
    private static final int BOOLEAN = -8;
    private static final int BYTES = -9;
    private static final int ARRAY = -10;
    private static final int SEVERAL = -11;

    private ValueFormat() {}

    /** A class whose values are parsed from text. Immutable. */
    private record TextForm<T>(Class<T> type, Function<String, T> parse) {}

    /**
     * Writes a value.
     *
     * @throws UnsupportedOperationException if its class is not one of those that have a form
     */
    public static void write(DataOutput out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NULL);
            case Long number -> tagged(out, LONG).writeLong(number);
            case Integer number -> tagged(out, INT).writeInt(number);
            case Double number -> tagged(out, DOUBLE).writeDouble(number);
            case Float number -> tagged(out, FLOAT).writeFloat(number);
            case Short number -> tagged(out, SHORT).writeShort(number);
            case Byte number -> tagged(out, BYTE).writeByte(number);
            case Boolean truth -> tagged(out, BOOLEAN).writeBoolean(truth);
            case byte[] bytes -> bytes(tagged(out, BYTES), bytes);
            case ByteBuffer buffer -> bytes(tagged(out, BYTES), Arrays.copyOfRange(buffer.array(),
                    buffer.arrayOffset() + buffer.position(), buffer.arrayOffset() + buffer.limit()));
            case Object[] array -> {
                bytes(tagged(out, ARRAY), array.getClass().getComponentType().getName()
                        .getBytes(StandardCharsets.UTF_8));
                all(out, Arrays.asList(array));
            }
            case List<?> list -> {
                bytes(tagged(out, ARRAY), Object.class.getName().getBytes(StandardCharsets.UTF_8));
                all(out, list);
            }
            case RecordedValue several -> {
                bytes(tagged(out, SEVERAL), several.method().getBytes(StandardCharsets.UTF_8));
                write(out, several.value());
                write(out, several.next());
            }
            case Object other -> text(out, other);
        }
    }

    private static DataOutput tagged(DataOutput out, int tag) throws IOException {
        out.writeByte(tag);
        return out;
    }

    private static void bytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void all(DataOutput out, List<?> values) throws IOException {
        out.writeInt(values.size());
        for (var value : values) {
            write(out, value);
        }
    }

    private static void text(DataOutput out, Object value) throws IOException {
        for (int i = 0; i < TEXT_FORMS.size(); i++) {
            if (TEXT_FORMS.get(i).type() == value.getClass()) {
                bytes(tagged(out, i), value.toString().getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        throw new UnsupportedOperationException("A value of " + value.getClass().getName()
                + " has no binary form. Keep such rows in memory, or remove the column from the query.");
    }

    /** Reads a value that {@link #write} has written. */
    public static @Nullable Object read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case NULL -> null;
            case LONG -> in.readLong();
            case INT -> in.readInt();
            case DOUBLE -> in.readDouble();
            case FLOAT -> in.readFloat();
            case SHORT -> in.readShort();
            case BYTE -> in.readByte();
            case BOOLEAN -> in.readBoolean();
            case BYTES -> bytes(in);
            case ARRAY -> array(string(in), in);
            case SEVERAL -> new RecordedValue(string(in), read(in), (RecordedValue) read(in));
            default -> {
                if (tag < 0 || tag >= TEXT_FORMS.size()) {
                    throw new IOException("unknown kind of value: " + tag);
                }
                yield TEXT_FORMS.get(tag).parse().apply(string(in));
            }
        };
    }

    private static byte[] bytes(DataInput in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static String string(DataInput in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static Object[] array(String component, DataInput in) throws IOException {
        int size = in.readInt();
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) {
            values.add(read(in));
        }
        var type = TEXT_FORMS.stream().<Class<?>>map(TextForm::type).filter(form -> form.getName().equals(component))
                .findFirst().orElse(component(component));
        return values.toArray((Object[]) java.lang.reflect.Array.newInstance(type, 0));
    }

    /** Returns a class of elements that has no text form, or {@code Object}. No class is loaded by name. */
    private static Class<?> component(String name) {
        return List.<Class<?>>of(Long.class, Integer.class, Double.class, Float.class, Short.class, Byte.class,
                Boolean.class, byte[].class).stream().filter(type -> type.getName().equals(name)).findFirst()
                .orElse(Object.class);
    }
}
