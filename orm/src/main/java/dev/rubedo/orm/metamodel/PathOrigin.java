package dev.rubedo.orm.metamodel;

import java.util.Objects;

/** Where an {@link EntityPath} begins: at the entity itself, at an alias of it, or behind a to-one relationship. Immutable. */
public sealed interface PathOrigin {

    /** Returns the origin of the entity itself. */
    static PathOrigin root() {
        return Root.INSTANCE;
    }

    /** Returns the origin of a second appearance of the entity under a name. */
    static PathOrigin alias(String name) {
        return new Named(name);
    }

    /** Returns the origin of what a to-one relationship leads to: the planner writes the join. */
    static PathOrigin through(ToOne<?, ?> relationship) {
        return new Through(relationship);
    }

    /** The entity itself. Immutable. */
    enum Root implements PathOrigin {
        /** The only one. */
        INSTANCE
    }

    /**
     * A second appearance of the entity. Immutable.
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
     * What a to-one relationship leads to. Immutable.
     *
     * @param relationship the relationship
     */
    record Through(ToOne<?, ?> relationship) implements PathOrigin {

        /** Checks for null. */
        public Through {
            Objects.requireNonNull(relationship, "relationship");
        }
    }
}
