package dev.rubedo.schema;

import dev.rubedo.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a column. Confined to one thread at a time until the table freezes.
 *
 * @param <T> the Java type of the column's values
 */
final class ColumnOptions<T extends @Nullable Object> {
    @Nullable Boolean isNullable;
    boolean isPrimaryKey;
    boolean isUnique;
    boolean isIndexed;
    @Nullable Boolean autoincrement;
    @Nullable ColumnDefault<T> insertDefault;
    @Nullable ColumnDefault<T> updateDefault;
    @Nullable Sequence sequence;
    @Nullable Expression<?> serverDefault;
    boolean isServerGenerated;
    boolean isServerUpdated;
    @Nullable Computed computed;
    @Nullable Identity identity;
    String comment = "";
    String documentation = "";
    boolean isSystem;
    final Notes notes = new Notes();
    final List<CheckConstraint> checks = new ArrayList<>();
    final List<ForeignKey> foreignKeys = new ArrayList<>();

    ForeignKey last(String column, String option) {
        if (foreignKeys.isEmpty()) {
            throw new IllegalStateException(option + "() on column \"" + column + "\" requires references(...) first");
        }
        return foreignKeys.get(foreignKeys.size() - 1);
    }
}
