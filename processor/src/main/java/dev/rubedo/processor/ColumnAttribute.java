package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is stored in one column.
 *
 * @param accessor its declaration
 * @param column the name of the column
 * @param java the Java type of its values, primitive or not
 * @param type how values are stored; null if the mapping is invalid and an error was reported
 * @param options the options from its annotations
 * @param role its origin
 */
record ColumnAttribute(Accessor accessor, String column, TypeName java, @Nullable ColumnType type, Options options,
        Role role) implements MappedAttribute {

    /**
     * The options from the annotations of a column.
     *
     * @param primaryKey whether it is the primary key or part of it
     * @param assigned whether the application assigns the key
     * @param version whether it is the version counter
     * @param unique whether it has a unique constraint
     * @param index whether it has an index
     * @param values where its values come from if the program does not set them
     * @param deferral the call that describes how it is loaded if queries leave it out, or nothing
     * @param foreignKey the referenced column, or null
     */
    record Options(boolean primaryKey, boolean assigned, boolean version, boolean unique, boolean index,
            ColumnValues values, CodeBlock deferral,
            @Nullable ForeignKeyReference foreignKey) {

        Options deferred(CodeBlock how) {
            return new Options(primaryKey, assigned, version, unique, index, values, how, foreignKey);
        }
    }

    /** The origin of a column. Immutable. */
    enum Role {
        /** A declared attribute. */
        DECLARED,
        /** The implicit foreign key of a relationship; it has no accessors. */
        FOREIGN_KEY,
        /** A component of an embedded record; the record has the accessors. */
        PART,
        /** The implicit discriminator of a hierarchy; it has no accessors. */
        DISCRIMINATOR,
        /**
         * An attribute whose type generated code cannot name. Nothing is generated for it, but others may refer to it.
         */
        UNWRITABLE
    }

    boolean isUnwritable() {
        return role == Role.UNWRITABLE;
    }

    boolean synthetic() {
        return role == Role.FOREIGN_KEY;
    }

    boolean isPart() {
        return role == Role.PART;
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
