package dev.rubedo.generate;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SmallIntType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types of foreign keys. The ORM compares keys as Java values, so a foreign key has the Java type of the column
 * that it refers to, whatever its own type in the database: a {@code smallint} that refers to an {@code integer} is
 * read as an {@code Integer}. Confined to one thread at a time.
 */
final class KeyTypes {
    private final Map<Column<?>, SqlType<?>> changed = new HashMap<>();

    /** Assigns the Java type of its targets to a foreign key; returns whether that is possible. */
    boolean adapt(ForeignKey key) {
        var columns = key.columns();
        var targets = key.targets();
        for (int i = 0; i < columns.size(); i++) {
            var adapted = adapted(of(columns.get(i)), of(targets.get(i)));
            if (adapted.isEmpty()) {
                return false;
            }
            if (!adapted.get().equals(columns.get(i).type())) {
                changed.put(columns.get(i), adapted.get());
            }
        }
        return true;
    }

    private SqlType<?> of(Column<?> column) {
        return changed.getOrDefault(column, column.type());
    }

    private static Optional<SqlType<?>> adapted(SqlType<?> type, SqlType<?> target) {
        if (type.javaType().equals(target.javaType())) {
            return Optional.of(type);
        }
        var values = target instanceof RenamedType<?> renamed ? renamed.values() : target;
        if (!isWholeNumber(values) || !isWholeNumber(type instanceof RenamedType<?> own ? own.values() : type)) {
            return Optional.empty();
        }
        return Optional.of(switch (type) {
            case RenamedType<?> own -> new RenamedType<>(own.dialects(), own.sqlName(), values, own.marker());
            case SmallIntType own -> Types.exact("SMALLINT", values);
            case IntegerType own -> Types.exact("INTEGER", values);
            default -> Types.exact("BIGINT", values);
        });
    }

    private static boolean isWholeNumber(SqlType<?> type) {
        return type instanceof SmallIntType || type instanceof IntegerType || type instanceof BigIntType;
    }

    /** Returns the types that differ from those of their columns. */
    Map<Column<?>, SqlType<?>> changed() {
        return changed;
    }
}
