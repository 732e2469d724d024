package dev.rubedo.schema;

import dev.rubedo.sql.Selectable;
import java.util.Objects;

/**
 * {@code CREATE TABLE ... AS}: creates a table with the columns and the rows of a query. Immutable.
 *
 * @param table the table, which can be used in statements afterwards
 * @param query the query; values in it are written into the DDL
 * @param ifNotExists whether to do nothing if the table exists, instead of failing
 */
public record CreateTableAs(Table table, Selectable<?> query, boolean ifNotExists) implements DdlElement {
    /** Checks the table. */
    public CreateTableAs {
        table.requireNoAlias("created");
        Objects.requireNonNull(query, "query");
    }

    /**
     * Declares a table with the columns of a query, and its creation.
     *
     * @param name the name, without schema
     * @param metaData the metadata that the table belongs to
     * @param query the query
     * @param options options of the table, such as its schema or {@code TableOption.prefix("TEMPORARY")}
     */
    public static CreateTableAs of(String name, MetaData metaData, Selectable<?> query, TableOption... options) {
        var table = metaData.table(name, options);
        ViewDefinition.columnsOf(query).forEach(column -> table.add(Column.column(column.name(), column.type())));
        return new CreateTableAs(table, query, false);
    }
}
