package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;

/**
 * The names of a model's tables and columns in the database. Immutable.
 *
 * @param mapping the translation from the names in the mapping
 */
record ModelNames(NameMapping mapping) {

    /** Returns the name of an entity's table, without its schema. */
    String table(EntityDefinition<?> entity) {
        return table(entity.table());
    }

    /** Returns the name of a table, without its schema. */
    String table(String table) {
        return checked(mapping.table(table), "table", table);
    }

    /** Returns the name of a join table, with its schema if it is named with one. */
    String qualified(String table) {
        int schema = table.lastIndexOf('.') + 1;
        return table.substring(0, schema) + table(table.substring(schema));
    }

    /** Returns the name of an entity's table with its schema, if it has one. */
    String qualified(EntityDefinition<?> entity) {
        return entity.schema() == null ? table(entity) : entity.schema() + "." + table(entity);
    }

    /** Returns the name of the column of an attribute. */
    String column(EntityDefinition<?> entity, ColumnDefinition attribute) {
        return column(entity.table(), attribute.column());
    }

    /** Returns the name of a column in a table, which is named as in the mapping. */
    String column(String table, String column) {
        return checked(mapping.column(table, column), "column", column);
    }

    /** Translates a reference to a column: {@code table.column} or {@code schema.table.column}. */
    String reference(String reference) {
        int dot = reference.lastIndexOf('.');
        if (dot < 0) {
            return reference;
        }
        String table = reference.substring(0, dot);
        return qualified(table) + "."
                + column(table.substring(table.lastIndexOf('.') + 1), reference.substring(dot + 1));
    }

    private static String checked(String mapped, String kind, String name) {
        if (mapped == null || mapped.isBlank()) {
            throw new MappingException("The NameMapping of the model returns no name for " + kind + " \"" + name
                    + "\". Return the name itself if it stays the same.");
        }
        return mapped;
    }
}
