package dev.rubedo.sql;

import java.util.List;

/**
 * A table. A door: tables are declared above this package. Immutable once in use, and equal only to itself.
 */
public non-sealed interface TableReference extends RowSource, DmlTarget {
    /** Returns the name, without schema. */
    String name();

    /** Returns the schema, or the empty string for the default of the connection. */
    String schema();

    /** Returns the foreign keys, in the order of their declaration. */
    List<Reference> references();

    @Override
    default String label() {
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

    /** A table is one part: it is equal to itself only. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }
}
