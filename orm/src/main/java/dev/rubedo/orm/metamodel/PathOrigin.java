package dev.rubedo.orm.metamodel;

import java.util.Objects;

/**
 * The origin of an {@link EntityPath}: the entity itself, an alias of it, the target of a to-one relationship, or
 * another path that is seen as a subclass or superclass. Immutable.
 */
public sealed interface PathOrigin {

    /** Returns the origin of the entity itself. */
    static PathOrigin root() {
        return Root.INSTANCE;
    }

    /** Returns the origin of an alias of the entity. */
    static PathOrigin alias(String name) {
        return new Named(name);
    }

    /** Returns the origin of the target of a to-one relationship. The planner adds the join. */
    static PathOrigin through(ToOne<?, ?> relationship) {
        return new Through(relationship);
    }

    /** Returns the origin of the rows of another path, seen as another class of their hierarchy. */
    static PathOrigin treated(EntityPath<?> path) {
        return new Treated(path);
    }

    /** The entity itself. Immutable. */
    enum Root implements PathOrigin {
        /** The only instance. */
        INSTANCE
    }

    /**
     * An alias of the entity. Immutable.
     *
     * @param name the alias in SQL
     */
    record Named(String name) implements PathOrigin {

        /** Checks for null. */
        public Named {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * The target of a to-one relationship. Immutable.
     *
     * @param relationship the relationship
     */
    record Through(ToOne<?, ?> relationship) implements PathOrigin {

        /** Checks for null. */
        public Through {
            Objects.requireNonNull(relationship, "relationship");
        }
    }

    /**
     * The rows of another path, seen as another class of their hierarchy. Immutable.
     *
     * @param path the other path
     */
    record Treated(EntityPath<?> path) implements PathOrigin {

        /** Checks for null. */
        public Treated {
            Objects.requireNonNull(path, "path");
        }
    }
}
