package dev.rubedo.reflect;

import dev.rubedo.schema.Column;
import dev.rubedo.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A factory of columns from reflected ones, which logs a warning for properties that cannot be reproduced. Stateless.
 */
final class ColumnReflection {

    private static final Logger LOG = LoggerFactory.getLogger(ColumnReflection.class);

    private ColumnReflection() {}

    static Column<?> of(ReflectedColumn from, ReflectedTable table) {
        Column<? extends @Nullable Object> column = Column.column(from.name(), from.type());
        column = from.isNullable() ? column.nullable() : column.notNull();
        var lost = from.unmodelled();
        boolean isOnlyKey = table.primaryKey().columns().equals(List.of(from.name()));
        var identity = from.identity();
        var computed = from.computed();
        if (computed != null) {
            column = column.computed(computed);
        } else if (identity != null) {
            column = column.identity(identity);
        } else if (!from.onUpdate().isEmpty() && from.defaultSql().isEmpty() && !from.isNullable()) {
            lost = "ON UPDATE " + from.onUpdate() + " without a default";
        } else if (!from.onUpdate().isEmpty()) {
            var first = from.defaultSql().isEmpty() ? "NULL" : from.defaultSql();
            column = column
                    .serverDefault(IndexReflection.fragment(first + " ON UPDATE " + from.onUpdate(), from.type()))
                    .serverOnUpdate();
        } else if (!from.defaultSql().isEmpty() && !(from.isAutoincrement() && isOnlyKey)) {
            column = column.serverDefault(IndexReflection.fragment(from.defaultSql(), from.type()));
        }
        if (from.isAutoincrement() && !isOnlyKey && identity == null && from.defaultSql().isEmpty()) {
            if (table.primaryKey().columns().contains(from.name())) {
                column = column.autoincrement(true);
            } else {
                lost = "it is auto-incremented without being a primary key";
            }
        }
        column = from.comment().isEmpty() ? column : column.comment(from.comment());
        if (from.type().equals(Types.UNKNOWN)) {
            LOG.warn("Column \"{}\" of table \"{}\" has the unknown type \"{}\": its values can be read as the driver "
                    + "delivers them, but it cannot be declared.", from.name(), table.name(), from.typeName());
        }
        if (!lost.isEmpty()) {
            LOG.warn("Column \"{}\" of table \"{}\" is reflected without properties that metadata cannot represent: "
                    + "{}.",
                    from.name(),
                    table.name(), lost);
        }
        return isOnlyKey ? column.autoincrement(from.isAutoincrement()) : column;
    }
}
