package dev.rubedo.processor;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is stored in one column.
 *
 * @param accessor how it is declared
 * @param column the name of the column
 * @param java the Java type of its values, primitive or not
 * @param type how values are stored; null where the mapping is wrong and an error was reported
 * @param options what its annotations say
 * @param role where it comes from
 */
record ColumnAttribute(Accessor accessor, String column, TypeName java, @Nullable ColumnType type, Options options,
        Role role) implements MappedAttribute {

    /**
     * What the annotations of a column say.
     *
     * @param primaryKey whether it is the primary key or a part of it
     * @param assigned whether the application assigns the key
     * @param version whether it counts the versions of its row
     * @param unique whether each value may occur once
     * @param index whether it has an index
     * @param serverDefault the SQL of its default; empty = none
     * @param foreignKey what it refers to, or null
     */
    record Options(boolean primaryKey, boolean assigned, boolean version, boolean unique, boolean index,
            String serverDefault,
            @Nullable ForeignKeyReference foreignKey) {}

    /** Where a column comes from. Immutable. */
    enum Role {
        /** An attribute that is declared. */
        DECLARED,
        /** The foreign key that a relationship makes by itself; it has no accessors. */
        FOREIGN_KEY,
        /** A component of an embedded record; the record has the accessors. */
        PART,
        /**
         * An attribute whose type generated code cannot name; nothing is written for it, but others may refer to it.
         */
        UNWRITABLE
    }

    boolean isUnwritable() {
        return role == Role.UNWRITABLE;
    }

    boolean synthetic() {
        return role == Role.FOREIGN_KEY;
    }

    boolean hasAccessors() {
        return role == Role.DECLARED;
    }

    boolean primaryKey() {
        return options.primaryKey;
    }

    boolean nullable() {
        return accessor.nullable() && !options.primaryKey;
    }

    @Nullable
    ForeignKeyReference foreignKey() {
        return options.foreignKey;
    }

    @Override
    public TypeName fieldType() {
        return nullable() && !java.isPrimitive() ? TypeNames.nullable(java) : java;
    }
}
