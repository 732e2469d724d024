package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the discriminator to an INSERT of a class of a hierarchy, as a flush does.
 *
 * @param mapper the class
 * @param path the target of the statement
 */
record InsertedClass(Mapper<?> mapper, EntityPath<?> path) {

    private @Nullable Column<?> discriminator() {
        int attribute = mapper.hierarchy().discriminator();
        return attribute >= 0 && mapper.definition().attribute(attribute) instanceof ColumnDefinition
                ? mapper.column(attribute) : null;
    }

    private Object value() {
        Object value = mapper.definition().discriminatorValue();
        if (value == null) {
            throw new InvalidStatementException("\"" + mapper.name()
                    + "\" is abstract, so no row is of this class. Insert into one of its subclasses.");
        }
        return value;
    }

    /**
     * Returns an insert with a row that can be completed.
     *
     * @throws InvalidStatementException if its rows come from a query that does not select the discriminator
     */
    <T extends @Nullable Object> Insert<T> complete(Insert<T> insert) {
        Column<?> column = discriminator();
        if (column == null) {
            return insert;
        }
        String name = mapper.definition().attribute(mapper.hierarchy().discriminator()).name();
        if (insert.query() != null) {
            if (!insert.queryColumns().isEmpty()
                    && insert.queryColumns().stream().noneMatch(one -> one.name().equals(name)
                            || one.name().equals(column.name()))) {
                throw new InvalidStatementException("The query of an INSERT into \"" + path
                        + "\" does not fill the discriminator \"" + name + "\". Select its value too.");
            }
            return insert;
        }
        return insert.rows().isEmpty() ? insert.rows(List.of(complete(Values.EMPTY))) : insert;
    }

    /** Returns a row with the value of the discriminator, unless it already has one. */
    Values complete(Values row) {
        Column<?> column = discriminator();
        if (column == null || row.columns().stream().anyMatch(one -> one.name().equals(column.name()))) {
            return row;
        }
        return with(row, column);
    }

    @SuppressWarnings("unchecked")
    private <V> Values with(Values row, Column<V> column) {
        return row.set(column, (V) value());
    }
}
