package dev.rubedo.migrate.snapshot;

import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Sequence;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a column. Immutable.
 *
 * @param name the name
 * @param type the type
 * @param isNullable whether NULL is allowed
 * @param serverDefault the default value in the database, or null for none
 * @param computed the computation, or null for an ordinary column
 * @param identity the identity, or null for none
 * @param autoincrement whether the database generates the values of this key; null to derive it from the table
 * @param sequence the sequence that supplies its values, or null for none
 * @param comment the comment; empty for none
 * @param checks the check constraints written in the definition of the column
 */
public record ColumnSnapshot(String name, SqlType<?> type, boolean isNullable, @Nullable Expression<?> serverDefault,
        @Nullable Computed computed, @Nullable Identity identity, @Nullable Boolean autoincrement,
        @Nullable Sequence sequence, String comment, List<CheckConstraint> checks) {
    /** Checks the components and copies the list. */
    public ColumnSnapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(comment, "comment");
        checks = List.copyOf(checks);
    }

    /**
     * Returns a nullable column without options.
     *
     * @param name the name
     * @param type the type
     */
    public static ColumnSnapshot of(String name, SqlType<?> type) {
        return new ColumnSnapshot(name, type, true, null, null, null, null, null, "", List.of());
    }

    /**
     * Returns a column of a table.
     *
     * @param column the column, which belongs to a table
     */
    public static ColumnSnapshot of(Column<?> column) {
        Boolean autoincrement = column.isPrimaryKey() ? column.equals(column.table().autoincrementColumn()) : null;
        return new ColumnSnapshot(column.name(), TypeChecks.unchecked(column), column.isNullable(),
                column.databaseDefault(),
                column.computation(), column.identityOption(), autoincrement, column.sequenceDefault(),
                column.commentText(), column.checks());
    }

    /**
     * Returns this column under another name.
     *
     * @param other the name
     */
    public ColumnSnapshot withName(String other) {
        return new ColumnSnapshot(other, type, isNullable, serverDefault, computed, identity, autoincrement, sequence,
                comment, checks);
    }

    /**
     * Returns this column with another type.
     *
     * @param other the type
     */
    public ColumnSnapshot withType(SqlType<?> other) {
        return new ColumnSnapshot(name, other, isNullable, serverDefault, computed, identity, autoincrement, sequence,
                comment, checks);
    }

    /**
     * Returns this column with the given nullability.
     *
     * @param other whether NULL is allowed
     */
    public ColumnSnapshot withNullable(boolean other) {
        return new ColumnSnapshot(name, type, other, serverDefault, computed, identity, autoincrement, sequence,
                comment, checks);
    }

    /**
     * Returns this column with another default.
     *
     * @param other the default, or null for none
     */
    public ColumnSnapshot withServerDefault(@Nullable Expression<?> other) {
        return new ColumnSnapshot(name, type, isNullable, other, computed, identity, autoincrement, sequence, comment,
                checks);
    }

    /**
     * Returns this column with another computation.
     *
     * @param other the computation, or null for an ordinary column
     */
    public ColumnSnapshot withComputed(@Nullable Computed other) {
        return new ColumnSnapshot(name, type, isNullable, serverDefault, other, identity, autoincrement, sequence,
                comment, checks);
    }

    /**
     * Returns this column with another identity.
     *
     * @param other the identity, or null for none
     */
    public ColumnSnapshot withIdentity(@Nullable Identity other) {
        return new ColumnSnapshot(name, type, isNullable, serverDefault, computed, other, autoincrement, sequence,
                comment, checks);
    }

    /**
     * Returns this column with another setting for generated keys.
     *
     * @param other whether the database generates the values of this key; null to derive it from the table
     */
    public ColumnSnapshot withAutoincrement(@Nullable Boolean other) {
        return new ColumnSnapshot(name, type, isNullable, serverDefault, computed, identity, other, sequence, comment,
                checks);
    }

    /**
     * Returns this column with another comment.
     *
     * @param other the comment; empty for none
     */
    public ColumnSnapshot withComment(String other) {
        return new ColumnSnapshot(name, type, isNullable, serverDefault, computed, identity, autoincrement, sequence,
                other, checks);
    }

    /**
     * Returns this column with other checks.
     *
     * @param other the check constraints written in the definition of the column
     */
    public ColumnSnapshot withChecks(List<CheckConstraint> other) {
        return new ColumnSnapshot(name, type, isNullable, serverDefault, computed, identity, autoincrement, sequence,
                comment, other);
    }

    /**
     * Returns this column after a column of its table was renamed, possibly this one.
     *
     * @param from the old name
     * @param to the new name
     */
    public ColumnSnapshot withColumnRenamed(String from, String to) {
        var computation = computed == null ? null
                : new Computed(ColumnRenaming.renamedSql(computed.sql(), from, to), computed.storage());
        var renamed = checks.stream().map(check -> new CheckConstraint(check.name(),
                ColumnRenaming.renamed(check.condition(), from, to), check.deferrability())).toList();
        return withName(name.equals(from) ? to : name).withComputed(computation).withChecks(renamed);
    }

    /** Returns a new column that belongs to no table yet. */
    public Column<?> toColumn() {
        return toColumn(Column.column(name, type));
    }

    private Column<?> toColumn(Column<? extends @Nullable Object> plain) {
        Column<? extends @Nullable Object> column = isNullable ? plain.nullable() : plain.notNull();
        column = serverDefault == null ? column : column.serverDefault(serverDefault);
        column = computed == null ? column : column.computed(computed);
        column = identity == null ? column : column.identity(identity);
        column = autoincrement == null ? column : column.autoincrement(autoincrement);
        column = sequence == null ? column : column.sequence(sequence);
        column = comment.isEmpty() ? column : column.comment(comment);
        for (var check : checks) {
            column = column.check(check);
        }
        return column;
    }
}
