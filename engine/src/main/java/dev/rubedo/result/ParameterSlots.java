package dev.rubedo.result;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.Coercion;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.SensitiveTypes;
import dev.rubedo.compile.BindSlot;
import dev.rubedo.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement with their codecs, resolved once. Immutable. */
public final class ParameterSlots {

    private final List<BindSlot> slots;
    private final SqlType<?>[] types;
    private final JdbcCodec<?>[] codecs;
    private final @Nullable ParameterSlots[] tuples;
    private final JdbcPrimitives primitives;

    /**
     * Resolves the codecs.
     *
     * @param slots the slots, in the order of the markers
     * @param codecs the codecs of the database
     */
    public ParameterSlots(List<BindSlot> slots, Codecs codecs) {
        this.slots = List.copyOf(slots);
        this.types = slots.stream().map(BindSlot::type).toArray(SqlType<?>[]::new);
        this.codecs = slots.stream().map(slot -> codecs.codecFor(slot.type())).toArray(JdbcCodec<?>[]::new);
        this.primitives = codecs.primitives();
        this.tuples = new ParameterSlots[slots.size()];
        for (int i = 0; i < tuples.length; i++) {
            var tuple = slots.get(i).tuple();
            tuples[i] = tuple.isEmpty() ? null : ofTypes(tuple, codecs);
        }
    }

    /**
     * Resolves the codecs of plain parameters.
     *
     * @param types their types
     * @param codecs the codecs of the database
     */
    public static ParameterSlots ofTypes(List<? extends SqlType<?>> types, Codecs codecs) {
        var slots = new ArrayList<BindSlot>();
        for (var type : types) {
            slots.add(new BindSlot(slots.size(), null, type, false, List.of(), null));
        }
        return new ParameterSlots(slots, codecs);
    }

    /** Returns the slots of the values of a row if the elements of a list are rows, otherwise null. */
    @Nullable
    ParameterSlots tuple(int slot) {
        return tuples[slot];
    }

    /** Returns the binder of values that need no codec. */
    JdbcPrimitives primitives() {
        return primitives;
    }

    /** Returns a value in a form suitable for logs. */
    @Nullable
    Object loggable(int slot, @Nullable Object value) {
        return value != null && SensitiveTypes.isSensitive(types[slot]) ? "***" : value;
    }

    /** Returns the slots in the order of the markers. */
    public List<BindSlot> slots() {
        return slots;
    }

    /** Returns the number of slots. */
    public int size() {
        return codecs.length;
    }

    /** Returns a value as an instance of the slot's type. */
    @Nullable
    Object fitting(int slot, @Nullable Object value) {
        return value == null || types[slot].javaType().isInstance(value) ? value : coerced(slot, value);
    }

    // the value was converted to fit
    @SuppressWarnings("unchecked")
    void bind(PreparedStatement statement, int slot, int marker, @Nullable Object value) throws SQLException {
        var codec = (JdbcCodec<Object>) codecs[slot];
        if (value == null) {
            codec.bindNull(statement, marker);
        } else {
            codec.bind(statement, marker, value);
        }
    }

    private Object coerced(int slot, Object value) {
        try {
            Object coerced = Coercion.coerce(value, types[slot]);
            if (coerced != null) {
                return coerced;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Parameter " + describe(slot) + " is of type " + types[slot].javaType().getName() + ", but got a "
                            + value.getClass().getName() + ".",
                    e);
        }
        throw new IllegalArgumentException("Parameter " + describe(slot) + " has no value.");
    }

    private String describe(int slot) {
        String name = slots.get(slot).name();
        return name == null ? "number " + (slot + 1) : "\"" + name + "\"";
    }
}
