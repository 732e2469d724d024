package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.error.RequiredAttributeException;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks, before any statement is executed, that required attributes have values. Used for one flush. Confined to one
 * thread at a time.
 */
final class RequiredAttributes {

    private final Model model;
    private final Set<ManagedEntity> haveOwner;

    /**
     * @param haveOwner the objects that are in a collection without an inverse side, which sets their foreign key
     */
    RequiredAttributes(Model model, Set<ManagedEntity> haveOwner) {
        this.model = model;
        this.haveOwner = haveOwner;
    }

    /** Checks all attributes of new objects. */
    void checkNew(List<ManagedEntity> objects) {
        check(objects, true);
    }

    /** Checks the changed attributes of persistent objects. */
    void checkChanged(List<ManagedEntity> objects) {
        check(objects, false);
    }

    private void check(List<ManagedEntity> objects, boolean isNew) {
        Mapper<?> mapper = null;
        for (ManagedEntity object : objects) {
            if (mapper == null || EntityInternals.definition(object) != mapper.definition()) {
                mapper = model.mapper(object);
            }
            List<String> missing = null;
            for (int attribute : mapper.requiredAttributes()) {
                ColumnDefinition column = mapper.columnDefinition(attribute);
                boolean isWritten = isNew
                        ? isRequired(column) && !mapper.defaults().isFilledOnInsert(attribute)
                                && attribute != mapper.hierarchy().discriminator()
                        : EntityInternals.isChanged(object, attribute);
                if (isWritten && isMissing(object, attribute, column)) {
                    String name = missingName(mapper, object, attribute);
                    if (!name.isEmpty()) {
                        missing = missing == null ? new ArrayList<>() : missing;
                        if (!missing.contains(name)) {
                            missing.add(name);
                        }
                    }
                }
            }
            if (missing != null) {
                throw isNew ? RequiredAttributeException.ofNew(mapper.name(), missing, isKey(mapper, missing))
                        : RequiredAttributeException.ofChanged(mapper.name(), EntityInternals.describe(object),
                                missing);
            }
        }
    }

    private static boolean isKey(Mapper<?> mapper, List<String> names) {
        for (int attribute : mapper.primaryKey()) {
            if (names.contains(mapper.definition().attribute(attribute).name())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether an attribute has no value. In a foreign key that is a primitive, zero means that it was not set.
     */
    private static boolean isMissing(ManagedEntity object, int attribute, ColumnDefinition column) {
        return column.references() == null ? EntityInternals.get(object, attribute) == null
                : EntityInternals.isMissing(object, attribute);
    }

    private static boolean isRequired(ColumnDefinition column) {
        return !column.isGenerated() && !column.isVersion();
    }

    /**
     * Returns the name to report, or an empty string if the value will be copied from a parent that is inserted first.
     */
    private String missingName(Mapper<?> mapper, ManagedEntity object, int attribute) {
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
        return haveOwner.contains(object) && EntityInternals.isChanged(object, attribute) ? "" : name;
    }
}
