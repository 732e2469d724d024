package dev.rubedo.migrate.operation;

import dev.rubedo.schema.Identity;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Objects;

/**
 * The options of {@link Operations#alterColumn}: the changed properties, and the properties before the change.
 * Immutable.
 */
public final class ColumnAlteration {
    static final ColumnAlteration NONE = new ColumnAlteration(ColumnChange.NONE, ColumnChange.NONE, "");

    private final ColumnChange change;
    private final ColumnChange existing;
    private final String using;

    private ColumnAlteration(ColumnChange change, ColumnChange existing, String using) {
        this.change = change;
        this.existing = existing;
        this.using = using;
    }

    private ColumnAlteration changing(ColumnChange other) {
        return new ColumnAlteration(other, existing, using);
    }

    private ColumnAlteration knowing(ColumnChange other) {
        return new ColumnAlteration(change, other, using);
    }

    ColumnChange change() {
        return change;
    }

    ColumnChange existing() {
        return existing;
    }

    String using() {
        return using;
    }

    /**
     * Renames the column.
     *
     * @param name the new name
     */
    public ColumnAlteration rename(String name) {
        return changing(change.withName(name));
    }

    /**
     * Changes the type.
     *
     * @param type the new type
     */
    public ColumnAlteration type(SqlType<?> type) {
        return changing(change.withType(type));
    }

    /**
     * Converts the values to the new type by an expression ({@code USING}, on PostgreSQL).
     *
     * @param sql the expression, written verbatim
     */
    public ColumnAlteration using(String sql) {
        return new ColumnAlteration(change, existing, Objects.requireNonNull(sql, "sql"));
    }

    /** Disallows NULL. */
    public ColumnAlteration notNull() {
        return changing(change.withNullable(false));
    }

    /** Allows NULL. */
    public ColumnAlteration nullable() {
        return changing(change.withNullable(true));
    }

    /**
     * Sets the database's default.
     *
     * @param sql the expression, written verbatim; a string literal needs quotes
     */
    public ColumnAlteration serverDefault(String sql) {
        return serverDefault(new TextFragment<>(sql, List.of(), Types.UNKNOWN));
    }

    /**
     * Sets the database's default.
     *
     * @param expression the expression; values in it are written into the DDL
     */
    public ColumnAlteration serverDefault(Expression<?> expression) {
        return changing(change.withServerDefault(Objects.requireNonNull(expression, "expression")));
    }

    /** Removes the database's default. */
    public ColumnAlteration dropServerDefault() {
        return changing(change.withServerDefault(null));
    }

    /**
     * Makes the column an identity column, or changes its identity.
     *
     * @param identity the identity
     */
    public ColumnAlteration identity(Identity identity) {
        return changing(change.withIdentity(Objects.requireNonNull(identity, "identity")));
    }

    /** Makes the column a plain column again, which the database does not generate. */
    public ColumnAlteration dropIdentity() {
        return changing(change.withIdentity(null));
    }

    /**
     * Sets whether the database generates the values of this key (MySQL and MariaDB).
     *
     * @param isOn whether they are generated
     */
    public ColumnAlteration autoincrement(boolean isOn) {
        return changing(change.withAutoincrement(isOn));
    }

    /**
     * Sets the comment.
     *
     * @param text the comment
     */
    public ColumnAlteration comment(String text) {
        return changing(change.withComment(text));
    }

    /** Removes the comment. */
    public ColumnAlteration dropComment() {
        return changing(change.withComment(""));
    }

    /**
     * Specifies the type before the change.
     *
     * @param type the type
     */
    public ColumnAlteration existingType(SqlType<?> type) {
        return knowing(existing.withType(type));
    }

    /** Specifies that the column allows NULL before the change. */
    public ColumnAlteration existingNullable() {
        return knowing(existing.withNullable(true));
    }

    /** Specifies that the column does not allow NULL before the change. */
    public ColumnAlteration existingNotNull() {
        return knowing(existing.withNullable(false));
    }

    /**
     * Specifies the database's default before the change.
     *
     * @param sql the expression, written verbatim
     */
    public ColumnAlteration existingServerDefault(String sql) {
        return existingServerDefault(new TextFragment<>(sql, List.of(), Types.UNKNOWN));
    }

    /**
     * Specifies the database's default before the change.
     *
     * @param expression the expression
     */
    public ColumnAlteration existingServerDefault(Expression<?> expression) {
        return knowing(existing.withServerDefault(Objects.requireNonNull(expression, "expression")));
    }

    /** Specifies that the column has no default before the change. */
    public ColumnAlteration existingNoServerDefault() {
        return knowing(existing.withServerDefault(null));
    }

    /**
     * Specifies the identity before the change.
     *
     * @param identity the identity
     */
    public ColumnAlteration existingIdentity(Identity identity) {
        return knowing(existing.withIdentity(Objects.requireNonNull(identity, "identity")));
    }

    /** Specifies that the column is not an identity column before the change. */
    public ColumnAlteration existingNoIdentity() {
        return knowing(existing.withIdentity(null));
    }

    /**
     * Specifies whether the database generates the values of this key before the change.
     *
     * @param isOn whether they are generated
     */
    public ColumnAlteration existingAutoincrement(boolean isOn) {
        return knowing(existing.withAutoincrement(isOn));
    }

    /**
     * Specifies the comment before the change.
     *
     * @param text the comment; empty for none
     */
    public ColumnAlteration existingComment(String text) {
        return knowing(existing.withComment(text));
    }
}
