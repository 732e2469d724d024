package dev.rubedo.schema;

import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A change to the type, nullability, default, identity or comment of an existing column. Properties that are not set
 * stay as they are. The existing column must be declared as it is in the database, because some servers repeat its
 * whole definition. It may be compiled to several statements. Immutable.
 */
public final class AlterColumn implements TableAlteration {
    private final Column<?> existing;
    private final Parts parts;

    private AlterColumn(Column<?> existing, Parts parts) {
        this.existing = existing;
        this.parts = parts;
    }

    /**
     * Starts a change with no properties set.
     *
     * @param existing the column as it is in the database
     */
    public static AlterColumn of(Column<?> existing) {
        existing.table().requireNoAlias("changed");
        return new AlterColumn(existing, new Parts(null, "", null, null, null, null));
    }

    /**
     * Changes the type.
     *
     * @param type the new type
     */
    public AlterColumn type(SqlType<?> type) {
        return with(new Parts(Objects.requireNonNull(type, "type"), parts.using, parts.isNullable, parts.serverDefault,
                parts.identity, parts.comment));
    }

    /**
     * Converts the values to the new type by an expression ({@code USING}) instead of the assignment cast.
     *
     * @param sql the expression, written verbatim
     */
    public AlterColumn using(String sql) {
        return with(new Parts(parts.type, sql, parts.isNullable, parts.serverDefault, parts.identity, parts.comment));
    }

    /** Disallows NULL. */
    public AlterColumn notNull() {
        return with(new Parts(parts.type, parts.using, false, parts.serverDefault, parts.identity, parts.comment));
    }

    /** Allows NULL. */
    public AlterColumn nullable() {
        return with(new Parts(parts.type, parts.using, true, parts.serverDefault, parts.identity, parts.comment));
    }

    /**
     * Sets the database's default.
     *
     * @param sql the expression, written verbatim; a string literal needs quotes
     */
    public AlterColumn serverDefault(String sql) {
        return serverDefault(new TextFragment<>(sql, List.of(), changedType().orElse(existing.type())));
    }

    /**
     * Sets the database's default.
     *
     * @param expression the expression; values in it are written into the DDL
     */
    public AlterColumn serverDefault(Expression<?> expression) {
        return serverDefault(new Change<>(Objects.requireNonNull(expression, "expression")));
    }

    /** Removes the database's default. */
    public AlterColumn dropServerDefault() {
        return serverDefault(new Change<>(null));
    }

    private AlterColumn serverDefault(Change<Expression<?>> change) {
        return with(new Parts(parts.type, parts.using, parts.isNullable, change, parts.identity, parts.comment));
    }

    /**
     * Makes the column an identity column, or changes its identity.
     *
     * @param identity the identity
     */
    public AlterColumn identity(Identity identity) {
        return identity(new Change<>(Objects.requireNonNull(identity, "identity")));
    }

    /** Makes the column a plain column again, which the database does not generate. */
    public AlterColumn dropIdentity() {
        return identity(new Change<>(null));
    }

    private AlterColumn identity(Change<Identity> change) {
        return with(new Parts(parts.type, parts.using, parts.isNullable, parts.serverDefault, change, parts.comment));
    }

    /**
     * Sets the comment.
     *
     * @param text the comment; empty to remove it
     */
    public AlterColumn comment(String text) {
        return with(new Parts(parts.type, parts.using, parts.isNullable, parts.serverDefault, parts.identity,
                Objects.requireNonNull(text, "text")));
    }

    private AlterColumn with(Parts changed) {
        return new AlterColumn(existing, changed);
    }

    /** Returns the column as it is before the change. */
    public Column<?> existing() {
        return existing;
    }

    @Override
    public Table table() {
        return existing.table();
    }

    /** Returns the new type, in the schema of the table if it is a named one; empty if it does not change. */
    public Optional<SqlType<?>> changedType() {
        return Optional.ofNullable(parts.type)
                .map(type -> table().schema().isEmpty() ? type : TypeSchema.in(table().schema(), type));
    }

    /** Returns the expression that converts the values; empty for none. */
    public String conversion() {
        return parts.using;
    }

    /** Returns whether NULL is allowed from now on; empty if that does not change. */
    public Optional<Boolean> changedNullability() {
        return Optional.ofNullable(parts.isNullable);
    }

    /** Returns whether the default of the database is set or removed. */
    public boolean changesServerDefault() {
        return parts.serverDefault != null;
    }

    /** Returns the new default of the database, or null if it is removed or does not change. */
    public @Nullable Expression<?> changedServerDefault() {
        return parts.serverDefault == null ? null : parts.serverDefault.to();
    }

    /** Returns whether the identity is set or removed. */
    public boolean changesIdentity() {
        return parts.identity != null;
    }

    /** Returns the new identity, or null if it is removed or does not change. */
    public @Nullable Identity changedIdentity() {
        return parts.identity == null ? null : parts.identity.to();
    }

    /** Returns the new comment; empty if it does not change. */
    public Optional<String> changedComment() {
        return Optional.ofNullable(parts.comment);
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return equals(of(existing));
    }

    /**
     * Returns the column as it is after the change, in a separate table object with the name of the changed table.
     *
     * @throws InvalidSchemaException if a computed column would get a default or an identity
     */
    public Column<?> changed() {
        Column<?> column = copy(changedType().orElse(existing.type()));
        if (column.computation() != null && (changesServerDefault() || changesIdentity())) {
            throw new InvalidSchemaException("Column \"" + existing.path()
                    + "\" is computed, so it has neither a default nor an identity");
        }
        return column;
    }

    private <T extends @Nullable Object> Column<T> copy(SqlType<T> type) {
        var column = Column.column(existing.name(), type);
        existing.copyOptions(column);
        column.apply(this);
        var scratch = new MetaData(table().metaData().namingConvention(), table().schema());
        var copy = existing.isPrimaryKey()
                ? scratch.table(table().name(), column, PrimaryKey.on(column.name()))
                : scratch.table(table().name(), column);
        copy.columns();
        return column;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlterColumn change && existing.equals(change.existing) && parts.equals(change.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(existing, parts);
    }

    @Override
    public String toString() {
        var all = new StringJoiner(", ");
        if (parts.type != null) {
            all.add("type " + parts.type + (parts.using.isEmpty() ? "" : " using " + parts.using));
        }
        if (parts.isNullable != null) {
            all.add(parts.isNullable ? "nullable" : "not null");
        }
        if (parts.serverDefault != null) {
            all.add(parts.serverDefault.to == null ? "no server default" : "server default " + parts.serverDefault.to);
        }
        if (parts.identity != null) {
            all.add(parts.identity.to == null ? "no identity" : parts.identity.to.toString());
        }
        if (parts.comment != null) {
            all.add("comment \"" + parts.comment + "\"");
        }
        return "ALTER COLUMN " + existing.path() + ": " + all;
    }

    /** The new value of a property; null to remove it. */
    private record Change<V>(@Nullable V to) {}

    /** The properties; null for those that do not change. */
    private record Parts(@Nullable SqlType<?> type, String using, @Nullable Boolean isNullable,
            @Nullable Change<Expression<?>> serverDefault, @Nullable Change<Identity> identity,
            @Nullable String comment) {
        private Parts {
            Objects.requireNonNull(using, "sql");
        }
    }
}
