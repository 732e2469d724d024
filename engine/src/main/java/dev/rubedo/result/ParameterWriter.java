package dev.rubedo.result;

import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.error.RubedoException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A writer of the parameters of a statement, one after the other, in the order of its markers. The typed methods call
 * the driver directly; {@link #set(Object)} uses the codec of the parameter.
 *
 * <p>Created by the engine. Confined to one thread at a time.
 */
public final class ParameterWriter {

    private final PreparedStatement statement;
    private final ParameterSlots slots;
    private final JdbcPrimitives primitives;
    private final StatementOwner owner;
    private final @Nullable List<@Nullable Object> log;
    private int marker;
    private int slot;

    /**
     * Creates a writer.
     *
     * @param log receives a copy of all values for listeners, or null if there are none
     */
    public ParameterWriter(PreparedStatement statement, ParameterSlots slots, StatementOwner owner,
            @Nullable List<@Nullable Object> log) {
        this.statement = statement;
        this.slots = slots;
        this.primitives = slots.primitives();
        this.owner = owner;
        this.log = log;
    }

    /** Writes a 64-bit integer. */
    public void setLong(long value) {
        try {
            slot++;
            primitives.setLong(statement, ++marker, value);
        } catch (SQLException | RuntimeException e) {
            throw owner.failed(e);
        }
        if (log != null) {
            log.add(value);
        }
    }

    /** Writes a 32-bit integer. */
    public void setInt(int value) {
        try {
            slot++;
            primitives.setInt(statement, ++marker, value);
        } catch (SQLException | RuntimeException e) {
            throw owner.failed(e);
        }
        if (log != null) {
            log.add(value);
        }
    }

    /** Writes a floating-point number. */
    public void setDouble(double value) {
        try {
            slot++;
            primitives.setDouble(statement, ++marker, value);
        } catch (SQLException | RuntimeException e) {
            throw owner.failed(e);
        }
        if (log != null) {
            log.add(value);
        }
    }

    /** Writes a boolean. */
    public void setBoolean(boolean value) {
        try {
            slot++;
            primitives.setBoolean(statement, ++marker, value);
        } catch (SQLException | RuntimeException e) {
            throw owner.failed(e);
        }
        if (log != null) {
            log.add(value);
        }
    }

    /** Writes a string; null for NULL. */
    public void setString(@Nullable String value) {
        if (value == null) {
            setNull();
            return;
        }
        try {
            slot++;
            primitives.setString(statement, ++marker, value);
        } catch (SQLException | RuntimeException e) {
            throw owner.failed(e);
        }
        if (log != null) {
            log.add(value);
        }
    }

    /**
     * Writes a value with the codec of the parameter; null for NULL.
     *
     * @throws IllegalArgumentException if the value does not fit the type of the parameter
     */
    public void set(@Nullable Object value) {
        if (slot >= slots.size()) {
            throw tooMany();
        }
        write(slots, slot, value);
        if (log != null) {
            log.add(slots.loggable(slot, value));
        }
        slot++;
    }

    /** Writes NULL. */
    public void setNull() {
        set(null);
    }

    /**
     * Starts another row: the next parameter is again that of the first slot, while the markers continue (multi-row
     * statements).
     */
    public void nextRow() {
        finishRow();
        slot = 0;
    }

    /** Returns the number of markers that were bound so far. */
    public int markers() {
        return marker;
    }

    /**
     * Checks that all parameters were written.
     *
     * @throws IllegalStateException
     *             if there are fewer or more
     */
    public void finishRow() {
        if (slot != slots.size()) {
            throw new IllegalStateException(
                    "The statement has " + slots.size() + " parameters, but " + slot + " were written.");
        }
    }

    /**
     * Writes the elements of an expanded list: one marker for each element or, if elements are rows, for each value.
     *
     * @param elements the elements; a row is a list
     */
    public void setList(Collection<?> elements) {
        if (slot >= slots.size()) {
            throw tooMany();
        }
        var tuple = slots.tuple(slot);
        for (Object element : elements) {
            if (tuple == null) {
                write(slots, slot, element);
            } else if (element instanceof List<?> row && row.size() == tuple.size()) {
                for (int i = 0; i < row.size(); i++) {
                    write(tuple, i, row.get(i));
                }
            } else {
                throw new IllegalArgumentException(
                        "Each element must be a list of " + tuple.size() + " values, but got " + element + ".");
            }
            if (log != null) {
                log.add(slots.loggable(slot, element));
            }
        }
        slot++;
    }

    private void write(ParameterSlots to, int index, @Nullable Object value) {
        Object fitting = to.fitting(index, value);
        try {
            to.bind(statement, index, ++marker, fitting);
        } catch (SQLException e) {
            throw owner.failed(e);
        } catch (RubedoException e) {
            throw e;
        } catch (RuntimeException e) {
            owner.doubted(e);
            throw e;
        }
    }

    private IllegalStateException tooMany() {
        return new IllegalStateException("The statement has " + slots.size() + " parameters, but more were written.");
    }
}
