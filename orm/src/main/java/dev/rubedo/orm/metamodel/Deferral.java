package dev.rubedo.orm.metamodel;

import java.util.Objects;

/**
 * How an attribute that queries do not load by default is loaded. Immutable.
 *
 * @param group the group that is loaded together; empty for none
 * @param raises whether access to the attribute is an error if no query loaded it
 */
public record Deferral(String group, boolean raises) {

    /** Checks for null. */
    public Deferral {
        Objects.requireNonNull(group, "group");
    }
}
