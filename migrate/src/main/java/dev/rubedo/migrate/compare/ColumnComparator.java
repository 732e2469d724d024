package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.compare.TablePair.ColumnPair;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.Computed.Storage;
import dev.rubedo.schema.Identity;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparator of columns: their type, nullability, default, identity and comment. A computed column cannot be changed,
 * so it is dropped and added again. Stateless.
 */
final class ColumnComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        for (var pair : context.tables()) {
            for (var column : pair.to().columns()) {
                var found = pair.from().find(column.name());
                if (found.isEmpty()) {
                    add(pair, column, context);
                } else if (isReplaced(pair, column.name(), context)) {
                    replace(pair, found.get(), column, context);
                } else {
                    alter(pair, new ColumnPair(found.get(), column), context);
                }
            }
            for (var column : pair.from().columns()) {
                if (pair.to().find(column.name()).isEmpty()) {
                    context.add(drop(pair.name(), hasOwnChecks(context) ? column : column.withChecks(List.of())));
                }
            }
        }
    }

    private static void add(TablePair pair, ColumnSnapshot column, ComparisonContext context) {
        context.add(new AddColumnOperation(pair.name(), column.withChecks(List.of())));
        boolean isFilled = column.isNullable() || column.serverDefault() != null || column.computed() != null
                || column.identity() != null || Boolean.TRUE.equals(column.autoincrement());
        if (!isFilled) {
            context.warn("Column \"" + pair.name() + "." + column.name()
                    + "\" is added NOT NULL without a default, which "
                    + "fails if the table has rows. Give it a server default, or add it as nullable, fill it, and "
                    + "then set NOT NULL.");
        }
    }

    private static DropColumnOperation drop(TableName table, ColumnSnapshot column) {
        return new DropColumnOperation(table, column.name(),
                new AddColumnOperation(table, column), false, false);
    }

    /** Returns whether the checks of a column are part of its definition. */
    private static boolean hasOwnChecks(ComparisonContext context) {
        return context.dialect().catalogTraits().has(CatalogTrait.CHECKS_IN_COLUMNS);
    }

    /** Returns whether a column is computed in another way. */
    private static boolean isOtherComputation(ColumnSnapshot from, ColumnSnapshot to, ComparisonContext context) {
        var before = from.computed();
        var after = to.computed();
        if (before == null || after == null) {
            return before != after;
        }
        boolean isSameStorage = before.storage() == after.storage() || before.storage() == Storage.DEFAULT
                || after.storage() == Storage.DEFAULT;
        return !isSameStorage
                || !context.texts().canonical(before.sql()).equals(context.texts().canonical(after.sql()));
    }

    /**
     * Returns whether a column is dropped and added again, because its computation differs, or because a column that it is
     * computed from cannot get another type meanwhile.
     */
    static boolean isReplaced(TablePair pair, String column, ComparisonContext context) {
        var from = pair.from().find(column);
        var to = pair.to().find(column);
        return from.isPresent() && to.isPresent()
                && (isOtherComputation(from.get(), to.get(), context) || isInTheWay(pair, from.get(), context));
    }

    private static boolean isInTheWay(TablePair pair, ColumnSnapshot column, ComparisonContext context) {
        var computed = column.computed();
        return computed != null && context.dialect().catalogTraits().has(CatalogTrait.COMPUTED_COLUMNS_FIX_TYPES)
                && pair.columns().stream().anyMatch(each -> each.from().computed() == null
                        && isOtherType(pair, each.from(), each.to(), context)
                        && SqlToken.mentions(computed.sql(), each.from().name(), context.dialect().catalogTraits()));
    }

    private static void replace(TablePair pair, ColumnSnapshot from, ColumnSnapshot to, ComparisonContext context) {
        context.add(drop(pair.name(), from.withChecks(List.of())));
        context.add(new AddColumnOperation(pair.name(), to.withChecks(List.of())));
        if (from.computed() == null) {
            context.warn("Column \"" + pair.name() + "." + to.name()
                    + "\" becomes a computed column: its values are lost, even if the revision is undone.");
        }
    }

    private static void alter(TablePair pair, ColumnPair columns, ComparisonContext context) {
        var change = change(pair, columns, context);
        if (!change.isEmpty()) {
            var known = existing(pair.from(), columns.from(), context);
            context.add(new AlterColumnOperation(pair.name(), columns.to().name(), change,
                    CountingComparator.isInterrupted(pair, columns, context) ? known.withAutoincrement(false) : known,
                    ""));
        }
    }

    private static ColumnChange change(TablePair pair, ColumnPair columns, ComparisonContext context) {
        var from = columns.from();
        var to = columns.to();
        var change = ColumnChange.NONE;
        if (isOtherType(pair, from, to, context)) {
            change = change.withType(context.types().stored(to.type()));
        }
        if (isNullable(from) != isNullable(to) && !(to.computed() != null && hasNoNotNull(context))) {
            change = change.withNullable(to.isNullable());
        }
        boolean isOtherDefault = context.options().defaults().differs(pair.name(), from, to)
                .orElseGet(() -> !isSameDefault(from, to, context));
        // PostgreSQL does not convert a default to an enumeration or from one
        boolean isTyped = change.type() != null && from.serverDefault() != null && to.serverDefault() != null
                && context.dialect().catalogTraits().has(CatalogTrait.DEFAULTS_HAVE_TYPES);
        if (isOtherDefault || isTyped) {
            change = change.withServerDefault(to.serverDefault());
        }
        change = withIdentity(change, from, to, context);
        boolean hasComments = context.dialect().supports(Feature.COMMENTS);
        return hasComments && !from.comment().equals(to.comment()) ? change.withComment(to.comment()) : change;
    }

    private static boolean isOtherType(TablePair pair, ColumnSnapshot from, ColumnSnapshot to,
            ComparisonContext context) {
        return context.options().types().differs(pair.name(), from, to)
                .orElseGet(() -> !(isCounted(to, context) && isCounted(from, context))
                        && !context.isSameType(pair.name(), from.type(), to.type()));
    }

    /** SQLite gives every generated key the same type. */
    private static boolean isCounted(ColumnSnapshot column, ComparisonContext context) {
        return context.dialect().catalogTraits().has(CatalogTrait.ONE_TYPE_OF_GENERATED_KEYS)
                && Boolean.TRUE.equals(column.autoincrement());
    }

    private static boolean hasNoNotNull(ComparisonContext context) {
        return context.dialect().catalogTraits().has(CatalogTrait.COMPUTED_COLUMNS_ARE_NULLABLE);
    }

    private static boolean isNullable(ColumnSnapshot column) {
        return column.isNullable() && column.identity() == null && !Boolean.TRUE.equals(column.autoincrement());
    }

    private static boolean isSameDefault(ColumnSnapshot from, ColumnSnapshot to, ComparisonContext context) {
        return to.computed() != null || context.isSameSql(from.serverDefault(), to.serverDefault())
                || isNull(from, context) && isNull(to, context);
    }

    private static boolean isNull(ColumnSnapshot column, ComparisonContext context) {
        var value = column.serverDefault();
        return value == null || context.texts().canonical(value).equals("null");
    }

    private static ColumnChange withIdentity(ColumnChange change, ColumnSnapshot from, ColumnSnapshot to,
            ComparisonContext context) {
        var before = identity(from, context);
        var after = identity(to, context);
        // H2 forgets an identity with the type
        boolean isForgotten = change.type() != null
                && context.dialect().catalogTraits().has(CatalogTrait.IDENTITY_ENDS_WITH_TYPE);
        if (before == null ? after != null : !before.equals(after) || isForgotten) {
            boolean isSerial = after == null && from.identity() == null
                    && context.dialect().catalogTraits().has(CatalogTrait.SERIAL_DEFAULTS);
            return isSerial ? change.withServerDefault(null) : change.withIdentity(after);
        }
        return change;
    }

    /**
     * Returns the identity; a default one for a generated key without an identity, or null if the column is not
     * generated.
     */
    private static @Nullable Identity identity(ColumnSnapshot column, ComparisonContext context) {
        if (!context.dialect().supports(Feature.IDENTITY_COLUMNS)) {
            return null;
        }
        var identity = column.identity();
        boolean isCounted = identity == null && Boolean.TRUE.equals(column.autoincrement())
                && column.sequence() == null;
        return isCounted ? new Identity(false, 1, 1) : identity;
    }

    /** Returns the default of a column; that of a SERIAL of PostgreSQL is not reported. */
    private static @Nullable Expression<?> serverDefault(TableSnapshot table, ColumnSnapshot column,
            ComparisonContext context) {
        boolean isSerial = context.dialect().catalogTraits().has(CatalogTrait.SERIAL_DEFAULTS)
                && column.identity() == null
                && Boolean.TRUE.equals(column.autoincrement()) && column.serverDefault() == null;
        if (!isSerial) {
            return column.serverDefault();
        }
        var quoter = context.dialect().quoter();
        var schema = table.name().schema().isEmpty() ? "" : quoter.quote(table.name().schema()) + ".";
        var sequence = context.dialect().traits().shortened(table.name().name() + "_" + column.name() + "_seq");
        return Sql.text("nextval('" + schema + quoter.quote(sequence) + "'::regclass)", Types.UNKNOWN);
    }

    /**
     * Returns the known properties of a column, so that its definition can be repeated and the change can be undone.
     */
    static ColumnChange existing(TableSnapshot table, ColumnSnapshot column, ComparisonContext context) {
        var known = ColumnChange.NONE.withType(column.type()).withNullable(column.isNullable())
                .withServerDefault(serverDefault(table, column, context)).withIdentity(column.identity())
                .withComment(column.comment());
        boolean isKey = table.primaryKey().isPresent()
                && table.primaryKey().get().columnNames().contains(column.name());
        return isKey && column.autoincrement() != null ? known.withAutoincrement(column.autoincrement()) : known;
    }
}
