package dev.rubedo.orm.query;

import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.RowSource;

/**
 * Where the columns of an entity are: in its table, an alias of it, or a subquery that has them. Immutable.
 *
 * @param source what a join is added to
 * @param table the table or alias whose columns are meant
 */
public record Place(RowSource source, RowSource table) {

    /** Returns the place of a table or alias itself. */
    public static Place of(RowSource table) {
        return new Place(table, table);
    }

    ColumnReference<?> column(Mapper<?> mapper, int attribute) {
        ColumnReference<?> own = SelectBuilder.column(mapper, table, attribute);
        return source == table ? own : source.column(own);
    }
}
