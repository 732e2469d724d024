package dev.rubedo.sql;

import java.util.List;

/**
 * A table, or a table under another name that keeps its typed columns. A door: tables are declared above this package.
 * Immutable once in use. A table is equal only to itself, an alias to every alias of the same table with the same name.
 */
public non-sealed interface TableReference extends RowSource, DmlTarget {
    /** Returns the name, without schema. */
    String name();

    /** Returns the schema, or the empty string for the default of the connection. */
    String schema();

    /** Returns the foreign keys, in the order of their declaration. */
    List<Reference> references();

    /** Returns the name by which a statement knows it where that is not its own; empty for a table itself. */
    default String alias() {
        return "";
    }

    /** Returns the table that this is an alias of; this for a table itself. */
    default TableReference original() {
        return this;
    }

    @Override
    default String label() {
        if (!alias().isEmpty()) {
            return alias();
        }
        return schema().isEmpty() ? name() : schema() + "." + name();
    }

    /**
     * Returns this table under another name.
     *
     * @param alias the name
     */
    default Alias as(String alias) {
        return new Alias(this, AliasName.of(alias));
    }

    /** Returns this table under a name of its own, which is made when it is compiled. */
    default Alias as() {
        return new Alias(this, AliasName.anonymous(name()));
    }

    /** A table is one part: the text depends on nothing but which table it is, and under which name. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }
}
