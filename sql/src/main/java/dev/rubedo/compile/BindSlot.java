package dev.rubedo.compile;

import dev.rubedo.sql.ColumnReference;
import dev.rubedo.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a compiled statement.
 *
 * <p>Immutable.
 *
 * @param valueIndex the index of the value in {@link StatementShape#values()}
 * @param name the name by which a value can be given at execution, or null for none
 * @param type the type of the value; for an expanding slot, that of one element
 * @param expanding whether the value is a list whose elements are bound one by one, each with its own marker
 * @param tuple for an expanding slot whose elements are rows, the types of a row's values; otherwise empty
 * @param defaultOf the column whose default the value is, so that a batch can request a new one for each row; null for
 *     a value that the statement gives
 */
public record BindSlot(int valueIndex, @Nullable String name, SqlType<?> type, boolean expanding,
        List<SqlType<?>> tuple, @Nullable ColumnReference<?> defaultOf) {

    /** Copies the types. */
    public BindSlot {
        tuple = List.copyOf(tuple);
    }

    static BindSlot single(int valueIndex, String name, SqlType<?> type) {
        return new BindSlot(valueIndex, name.isEmpty() ? null : name, type, false, List.of(), null);
    }

    static BindSlot list(int valueIndex, String name, SqlType<?> type, List<SqlType<?>> tuple) {
        return new BindSlot(valueIndex, name.isEmpty() ? null : name, type, true, tuple, null);
    }
}
