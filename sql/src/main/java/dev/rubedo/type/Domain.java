package dev.rubedo.type;

import java.util.Objects;
import java.util.Set;

/**
 * A domain: a named type that is based on another type, with a default and conditions. {@code createAll} creates the
 * domains of the columns before the tables, and {@code dropAll} drops those that no other table needs. Immutable.
 *
 * @param <T> the Java type of its values
 * @param dialects the dialects that have the domain
 * @param name the name, which consists of lower-case letters, digits and {@code _}
 * @param base the type of its values
 * @param defaultSql the default, written verbatim; empty for none
 * @param isNotNull whether NULL is rejected
 * @param check the condition on {@code VALUE}, written verbatim; empty for none
 */
public record Domain<T>(Set<String> dialects, String name, SqlType<T> base, String defaultSql, boolean isNotNull,
        String check) {

    /** Checks the components. */
    public Domain {
        dialects = Set.copyOf(dialects);
        Objects.requireNonNull(base, "base");
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "The name \"" + name + "\" of a domain contains characters other than lower-case letters, digits "
                            + "and _. Choose a name without them.");
        }
    }

    /**
     * Returns this domain with a default.
     *
     * @param sql the expression, written verbatim; a string literal needs quotes
     */
    public Domain<T> defaultValue(String sql) {
        return new Domain<>(dialects, name, base, sql, isNotNull, check);
    }

    /** Returns this domain, which does not allow NULL. */
    public Domain<T> notNull() {
        return new Domain<>(dialects, name, base, defaultSql, true, check);
    }

    /**
     * Returns this domain with a condition.
     *
     * @param sql the condition, in which the value is {@code VALUE}; written verbatim
     */
    public Domain<T> check(String sql) {
        return new Domain<>(dialects, name, base, defaultSql, isNotNull, sql);
    }

    /** Returns the type of columns of this domain. */
    public SqlType<T> type() {
        return new RenamedType<>(dialects, name, base, "?::" + name, this);
    }
}
