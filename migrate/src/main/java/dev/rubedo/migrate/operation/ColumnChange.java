package dev.rubedo.migrate.operation;

import dev.rubedo.schema.Identity;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changed properties of a column, or the known properties of an existing column. A component that is null does not
 * change, or is not known. Immutable.
 *
 * @param name the name
 * @param type the type
 * @param isNullable whether NULL is allowed
 * @param serverDefault the default
 * @param identity the identity
 * @param autoincrement whether the database generates the values of this key
 * @param comment the comment; empty for none
 */
public record ColumnChange(@Nullable String name, @Nullable SqlType<?> type, @Nullable Boolean isNullable,
        @Nullable Value<Expression<?>> serverDefault, @Nullable Value<Identity> identity,
        @Nullable Boolean autoincrement, @Nullable String comment) {

    /** Changes nothing. */
    public static final ColumnChange NONE = new ColumnChange(null, null, null, null, null, null, null);

    /**
     * The old or new value of a property.
     *
     * @param to the value, or null for none
     * @param <V> the kind of value
     */
    public record Value<V>(@Nullable V to) {}

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * Returns this change with a name.
     *
     * @param other the name
     */
    public ColumnChange withName(String other) {
        return new ColumnChange(Objects.requireNonNull(other, "name"), type, isNullable, serverDefault, identity,
                autoincrement, comment);
    }

    /**
     * Returns this change with a type.
     *
     * @param other the type
     */
    public ColumnChange withType(SqlType<?> other) {
        return new ColumnChange(name, Objects.requireNonNull(other, "type"), isNullable, serverDefault, identity,
                autoincrement, comment);
    }

    /**
     * Returns this change with a nullability.
     *
     * @param other whether NULL is allowed
     */
    public ColumnChange withNullable(boolean other) {
        return new ColumnChange(name, type, other, serverDefault, identity, autoincrement, comment);
    }

    /**
     * Returns this change with a default.
     *
     * @param other the default, or null for none
     */
    public ColumnChange withServerDefault(@Nullable Expression<?> other) {
        return new ColumnChange(name, type, isNullable, new Value<>(other), identity, autoincrement, comment);
    }

    /**
     * Returns this change with an identity.
     *
     * @param other the identity, or null for none
     */
    public ColumnChange withIdentity(@Nullable Identity other) {
        return new ColumnChange(name, type, isNullable, serverDefault, new Value<>(other), autoincrement, comment);
    }

    /**
     * Returns this change with auto-increment set or unset.
     *
     * @param other whether the database generates the values of this key
     */
    public ColumnChange withAutoincrement(boolean other) {
        return new ColumnChange(name, type, isNullable, serverDefault, identity, other, comment);
    }

    /**
     * Returns this change with a comment.
     *
     * @param other the comment; empty for none
     */
    public ColumnChange withComment(String other) {
        return new ColumnChange(name, type, isNullable, serverDefault, identity, autoincrement,
                Objects.requireNonNull(other, "comment"));
    }
}
