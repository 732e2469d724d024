package dev.rubedo.orm.model;

import dev.rubedo.stability.Incubating;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities that share a primary key and therefore an identity: a root and its subclasses or, in most cases, a
 * single entity. Immutable once its model is built.
 */
@Incubating
public final class Hierarchy {

    private final int position;
    private final Mapper<?> root;
    private final List<Mapper<?>> mappers = new ArrayList<>();
    private final Map<Object, Mapper<?>> byValue = new HashMap<>();

    Hierarchy(int position, Mapper<?> root) {
        this.position = position;
        this.root = root;
    }

    void add(Mapper<?> mapper) {
        mappers.add(mapper);
        Object value = mapper.definition().discriminatorValue();
        if (value != null) {
            Mapper<?> other = byValue.put(value, mapper);
            if (other != null) {
                throw new MappingException("Entities \"" + other.name() + "\" and \"" + mapper.name()
                        + "\" have the same discriminator value \"" + value + "\". Give each entity a different value.");
            }
        }
    }

    /** Returns the position of this hierarchy in its model. */
    public int position() {
        return position;
    }

    /** Returns the entity that does not inherit from another. */
    public Mapper<?> root() {
        return root;
    }

    /** Returns the root and its subclasses, superclasses first. */
    public List<Mapper<?>> mappers() {
        return mappers;
    }

    /** Returns whether any entity inherits from another. */
    public boolean isPolymorphic() {
        return mappers.size() > 1;
    }

    /**
     * Returns the discriminator, the attribute that determines which entity a row belongs to; -1 if only one entity has
     * rows.
     */
    public int discriminator() {
        return root.definition().discriminator();
    }

    /** Returns the entity of rows with this discriminator value, or null if no entity has it. */
    public @Nullable Mapper<?> mapper(Object value) {
        return byValue.get(value);
    }

    /** Returns the mapper of an object of this hierarchy. */
    public Mapper<?> mapper(ManagedEntity object) {
        if (mappers.size() == 1) {
            return root;
        }
        for (Mapper<?> mapper : mappers) {
            if (mapper.definition() == EntityInternals.definition(object)) {
                return mapper;
            }
        }
        throw new IllegalArgumentException(EntityInternals.describe(object) + " is not a \"" + root.name() + "\".");
    }

    /**
     * Returns whether a class that is neither a superclass nor a subclass stores another attribute in the column of this
     * one.
     */
    public boolean isShared(Mapper<?> mapper, int attribute) {
        for (Mapper<?> other : mappers) {
            if (!other.isA(mapper) && !mapper.isA(other)) {
                for (int one : other.columnAttributes()) {
                    if (other.column(one) == mapper.column(attribute)
                            && other.definition().attribute(one) != mapper.definition().attribute(attribute)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Returns an entity and its subclasses. */
    public List<Mapper<?>> below(Mapper<?> mapper) {
        return mappers.stream().filter(one -> one.isA(mapper)).toList();
    }

    @Override
    public String toString() {
        return "Hierarchy" + mappers;
    }
}
