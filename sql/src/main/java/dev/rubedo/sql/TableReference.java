package dev.rubedo.sql;

import java.util.List;

/**
 * A table, or an alias of a table with the same typed columns. An extension point: tables are declared above this
 * package. Immutable once in use. A table equals only itself, an alias equals every alias of the same table with the
 * same name.
 */
public non-sealed interface TableReference extends RowSource, DmlTarget {
    /** Returns the name, without schema. */
    String name();

    /** Returns the schema, or the empty string for the default schema of the connection. */
    String schema();

    /** Returns the foreign keys, in order of declaration. */
    List<Reference> references();

    /** Returns the name of an alias; empty for a table itself. */
    default String alias() {
        return "";
    }

    /** Returns the table that this is an alias of, or this for a table itself. */
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

    /** Returns this table under an anonymous name, generated at compile time. */
    default Alias as() {
        return new Alias(this, AliasName.anonymous(name()));
    }

    /** Describes the table as one part: the text depends only on which table it is, and under which name. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }

    @Override
    default TableReference rewrite(Rewriter rewriter) {
        return this;
    }
}
