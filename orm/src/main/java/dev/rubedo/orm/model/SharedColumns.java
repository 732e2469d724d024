package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.schema.Column;
import dev.rubedo.type.SqlType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns that subclasses add to the table of their superclass. Two subclasses that are not superclasses of each
 * other may use the same column. Confined to one thread at a time.
 */
final class SharedColumns {

    private record Made(EntityDefinition<?> entity, ColumnDefinition definition, Column<?> column) {}

    private final String table;
    private final Map<String, Made> made = new HashMap<>();

    SharedColumns(String table) {
        this.table = table;
    }

    private static String key(ColumnDefinition column) {
        return column.column().toLowerCase(Locale.ROOT);
    }

    void add(EntityDefinition<?> entity, ColumnDefinition definition, Column<?> column) {
        made.put(key(definition), new Made(entity, definition, column));
    }

    /**
     * Returns the column that another subclass has added under the same name, or null.
     *
     * @throws MappingException if the two subclasses define it differently
     */
    @Nullable
    Column<?> find(EntityDefinition<?> entity, ColumnDefinition definition, SqlType<?> type) {
        Made other = made.get(key(definition));
        if (other == null) {
            return null;
        }
        if (!other.column.type().equals(type)
                || !Objects.equals(other.definition.references(), definition.references())) {
            throw new MappingException("Column \"" + definition.column() + "\" of table \"" + table + "\" is "
                    + describe(other.definition, other.column.type()) + " in entity \"" + other.entity.name()
                    + "\" and " + describe(definition, type) + " in entity \"" + entity.name()
                    + "\". Subclasses that share a column must define it in the same way. Give one of them another name:"
                    + " @Column(name = \"...\").");
        }
        return other.column;
    }

    private static String describe(ColumnDefinition column, SqlType<?> type) {
        String name = type.javaType().getSimpleName();
        return column.references() == null ? name : name + " to " + column.references();
    }
}
