package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys of an entity, derived from the references of its columns. Several columns that together refer to a
 * composite key are one foreign key; the n-th references to each part of the key form the n-th foreign key. Stateless
 * and thread-safe.
 */
final class ForeignKeys {

    /**
     * A foreign key between two entities. Immutable.
     *
     * @param from the referencing entity
     * @param attributes the referencing attributes
     * @param to the referenced entity
     * @param targets the referenced attributes
     */
    record Reference(EntityDefinition<?> from, int[] attributes, EntityDefinition<?> to, int[] targets) {}

    private ForeignKeys() {}

    static List<Reference> of(EntityDefinition<?> entity, Collection<? extends EntityDefinition<?>> all) {
        Map<EntityDefinition<?>, List<int[]>> byTarget = new LinkedHashMap<>();
        for (int i = 0; i < entity.attributes().size(); i++) {
            if (!(entity.attribute(i) instanceof ColumnDefinition column) || column.references() == null) {
                continue;
            }
            String reference = column.references();
            int dot = reference.lastIndexOf('.');
            EntityDefinition<?> target = dot < 0 ? null : byTable(reference.substring(0, dot), all);
            if (target != null) {
                int attribute = columnAttribute(target, reference.substring(dot + 1));
                if (attribute < 0) {
                    throw new MappingException(
                            "Attribute \"" + entity.name() + "." + column.name() + "\" refers to \"" + reference
                                    + "\", but table \"" + target.table() + "\" has no such column.");
                }
                byTarget.computeIfAbsent(target, any -> new ArrayList<>()).add(new int[]{i, attribute});
            }
        }
        List<Reference> found = new ArrayList<>();
        byTarget.forEach((target, pairs) -> group(entity, target, pairs, found));
        return found;
    }

    private static void group(EntityDefinition<?> from, EntityDefinition<?> to, List<int[]> pairs,
            List<Reference> found) {
        int[] key = to.primaryKey();
        List<int[]> rest = new ArrayList<>(pairs);
        while (key.length > 1) {
            int[] attributes = new int[key.length];
            List<int[]> used = new ArrayList<>();
            for (int i = 0; i < key.length; i++) {
                int[] pair = first(rest, key[i]);
                if (pair != null) {
                    attributes[i] = pair[0];
                    used.add(pair);
                }
            }
            if (used.size() < key.length) {
                break;
            }
            rest.removeAll(used);
            found.add(new Reference(from, attributes, to, key));
        }
        for (int[] pair : rest) {
            found.add(new Reference(from, new int[]{pair[0]}, to, new int[]{pair[1]}));
        }
    }

    private static int @Nullable [] first(List<int[]> pairs, int target) {
        for (int[] pair : pairs) {
            if (pair[1] == target) {
                return pair;
            }
        }
        return null;
    }

    private static @Nullable EntityDefinition<?> byTable(String name, Collection<? extends EntityDefinition<?>> all) {
        for (EntityDefinition<?> entity : all) {
            if (name.equals(tableName(entity))) {
                return owner(entity);
            }
        }
        return null;
    }

    /** Returns the entity that a table belongs to. A subclass may store its rows in the table of a superclass. */
    private static EntityDefinition<?> owner(EntityDefinition<?> entity) {
        EntityDefinition<?> owner = entity;
        while (owner.parent() != null && tableName(owner.parent()).equals(tableName(owner))) {
            owner = owner.parent();
        }
        return owner;
    }

    /** Returns the name of an entity's table as written in a reference, with its schema if it has one. */
    static String tableName(EntityDefinition<?> entity) {
        return entity.schema() == null ? entity.table() : entity.schema() + "." + entity.table();
    }

    /** Returns the attribute that is stored in a column, or -1. */
    static int columnAttribute(EntityDefinition<?> entity, String column) {
        List<AttributeDefinition> attributes = entity.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i) instanceof ColumnDefinition definition && definition.column().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
