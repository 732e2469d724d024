package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of attributes in a table that the program declared or reflected itself. The table then determines
 * types, constraints and defaults. Confined to one thread at a time.
 */
final class GivenColumns {

    /** The types in which a column and its attribute may differ: both are read and written as integers. */
    private static final Set<Class<?>> WHOLE = Set.of(Integer.class, Long.class);

    private final Table table;
    private final ModelNames names;
    private final Set<String> mapped = new HashSet<>();

    GivenColumns(Table table, ModelNames names) {
        this.table = table;
        this.names = names;
    }

    /**
     * Returns the column of an attribute.
     *
     * @throws MappingException if the table has no such column, or its values have another class
     */
    Column<?> find(EntityDefinition<?> entity, ColumnDefinition attribute) {
        String name = names.column(entity, attribute);
        Column<?> found = table.find(name).orElseThrow(() -> new MappingException("Table \"" + table.name()
                + "\", which entity \"" + entity.name() + "\" maps, has no column \"" + name
                + "\" for attribute \"" + attribute.name() + "\". Declare it, or name another: @Column(name = \"...\")."));
        Class<?> values = found.type().javaType();
        Class<?> wanted = attribute.type().javaType();
        if (!values.equals(wanted) && !(WHOLE.contains(values) && WHOLE.contains(wanted))) {
            throw new MappingException("Column \"" + found.path() + "\" has values of "
                    + values.getName() + ", but attribute \"" + entity.name() + "." + attribute.name()
                    + "\" has values of " + wanted.getName()
                    + ". Declare the column with that type, or change the type of the attribute.");
        }
        mapped.add(found.name().toLowerCase(Locale.ROOT));
        return found;
    }

    /**
     * Checks the columns without an attribute. A flush does not know them, so it cannot give them a value.
     *
     * @throws MappingException if one of them has a default that is determined in Java
     */
    void checkOthers(EntityDefinition<?> entity) {
        for (Column<?> column : table.columns()) {
            if (!mapped.contains(column.name().toLowerCase(Locale.ROOT))
                    && (isOfProgram(column.insertDefault()) || isOfProgram(column.updateDefault()))) {
                throw new MappingException("Column \"" + column.path() + "\" has a default in Java, but entity \""
                        + entity.name() + "\" has no attribute for it. Declare one, or let the database fill the column.");
            }
        }
    }

    private static boolean isOfProgram(@Nullable ColumnDefault<?> given) {
        return given instanceof ColumnDefault.Value<?> || given instanceof ColumnDefault.Supplied<?>;
    }
}
