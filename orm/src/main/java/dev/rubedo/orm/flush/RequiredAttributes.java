package dev.rubedo.orm.flush;

import dev.rubedo.orm.error.RequiredAttributeException;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.Model;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds required attributes without a value before any statement runs. No state. Thread-safe. */
final class RequiredAttributes {

    private RequiredAttributes() {}

    static void check(Model model, List<ManagedEntity> objects, Set<ManagedEntity> haveOwner) {
        Mapper<?> mapper = null;
        for (ManagedEntity object : objects) {
            if (mapper == null || EntityInternals.definition(object) != mapper.definition()) {
                mapper = model.mapper(object);
            }
            List<String> missing = null;
            for (int attribute : mapper.columnAttributes()) {
                ColumnDefinition column = mapper.columnDefinition(attribute);
                if (!column.isNullable() && isRequired(column)
                        && isMissing(object, attribute, column)) {
                    String name = missingName(mapper, object, attribute, haveOwner.contains(object));
                    if (!name.isEmpty()) {
                        missing = missing == null ? new ArrayList<>() : missing;
                        if (!missing.contains(name)) {
                            missing.add(name);
                        }
                    }
                }
            }
            if (missing != null) {
                throw new RequiredAttributeException(mapper.name(), missing);
            }
        }
    }

    /** A primitive is never null; only for a foreign key its zero means that it was not set. */
    private static boolean isMissing(ManagedEntity object, int attribute, ColumnDefinition column) {
        return column.references() == null ? EntityInternals.get(object, attribute) == null
                : EntityInternals.isMissing(object, attribute);
    }

    private static boolean isRequired(ColumnDefinition column) {
        return !column.isGenerated() && !column.isVersion() && column.serverDefault() == null;
    }

    /** Returns the name to complain about; empty when the value will come from a parent that is inserted first. */
    private static String missingName(Mapper<?> mapper, ManagedEntity object, int attribute, boolean hasOwner) {
        String name = mapper.definition().attribute(attribute).name();
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            for (int local : relationship.local()) {
                if (local == attribute) {
                    if (EntityInternals.get(object, relationship.index()) != null) {
                        return "";
                    }
                    name = relationship.name();
                }
            }
        }
        return hasOwner && EntityInternals.isChanged(object, attribute) ? "" : name;
    }
}
