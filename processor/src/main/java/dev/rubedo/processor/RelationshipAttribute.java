package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.CollectionKind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that refers to another entity.
 *
 * @param accessor its declaration
 * @param target the other entity
 * @param collection the kind of collection of a to-many relationship, or null for a to-one
 * @param annotation its {@code @Relationship}
 * @param joinTable the join table, if this side specifies one
 * @param wrapper the class of the program that wraps the collection, or null
 */
record RelationshipAttribute(Accessor accessor, TypeElement target, @Nullable CollectionKind collection,
        DeclaredAnnotation annotation,
        @Nullable JoinTableNames joinTable, @Nullable TypeName wrapper) implements MappedAttribute {

    /**
     * The join table of a many-to-many relationship.
     *
     * @param name the table
     * @param columns the columns that refer to the owner; empty to derive them from its key
     * @param inverseColumns the columns that refer to the target; empty to derive them from its key
     */
    record JoinTableNames(String name, List<String> columns, List<String> inverseColumns) {

        /** Returns the same table as seen from the other side. */
        JoinTableNames inverse() {
            return new JoinTableNames(name, inverseColumns, columns);
        }
    }

    /** Returns the name of the method that returns the collection itself. */
    String contentName() {
        return wrapper == null ? accessor.getterName() : "$" + accessor.name() + "Content";
    }

    boolean toMany() {
        return collection != null;
    }

    Optional<String> backPopulates() {
        String name = annotation.string("backPopulates");
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    List<String> foreignKey() {
        return annotation.strings("foreignKey");
    }

    List<String> remoteSide() {
        return annotation.strings("remoteSide");
    }

    /** Returns whether the relationship is read-only. */
    boolean isViewOnly() {
        return annotation.isTrue("viewOnly");
    }

    ClassName targetName() {
        return TypeNames.className(target);
    }

    @Override
    public TypeName fieldType() {
        if (collection == CollectionKind.MAP) {
            return ParameterizedTypeName.get(RuntimeTypes.tracked(collection), MapKeys.keyType(this), targetName());
        }
        if (collection != null) {
            return ParameterizedTypeName.get(RuntimeTypes.tracked(collection), targetName());
        }
        return accessor.nullable() ? TypeNames.nullable(targetName()) : targetName();
    }
}
