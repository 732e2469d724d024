package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.RowSource;
import java.util.Objects;

/**
 * The origin of an {@link EntityPath}: the entity itself, an alias of it, a subquery with its rows, the target of a
 * to-one relationship, or another path that is seen as a subclass or superclass. Immutable.
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

    /** Returns the origin of an alias whose name the compiler chooses; it is equal only to itself. */
    static PathOrigin anonymous() {
        return new Anonymous();
    }

    /**
     * Returns the origin of the rows of a subquery or common table expression.
     *
     * @param byName whether columns are found by name only, and not by the column that they come from
     */
    static PathOrigin derived(RowSource source, boolean byName) {
        return new Derived(source, byName);
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

    /** An alias whose name the compiler chooses. Immutable; equal only to itself. */
    final class Anonymous implements PathOrigin {
        private Anonymous() {}
    }

    /**
     * The rows of a subquery or common table expression. Immutable.
     *
     * @param source the subquery or common table expression
     * @param isByName whether columns are found by name only
     */
    record Derived(RowSource source, boolean isByName) implements PathOrigin {

        /** Checks for null. */
        public Derived {
            Objects.requireNonNull(source, "source");
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
