package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.migrate.compare.TablePair.ColumnPair;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.TableSnapshot;

/**
 * A comparator of AUTO_INCREMENT on MySQL and MariaDB. Only key columns can have it, so it is set after the key is
 * added and removed before the key is dropped. Stateless.
 */
final class CountingComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        if (!context.dialect().catalogTraits().has(CatalogTrait.ONLY_KEYS_ARE_COUNTED)) {
            return;
        }
        for (var pair : context.tables()) {
            for (var columns : pair.columns()) {
                boolean isOn = Boolean.TRUE.equals(columns.to().autoincrement());
                boolean wasOn = Boolean.TRUE.equals(columns.from().autoincrement());
                if (isInterrupted(pair, columns, context)) {
                    context.add(change(pair, pair.from(), columns.from(), false, context));
                }
                if (isOn && (!wasOn || isInterrupted(pair, columns, context))) {
                    context.add(change(pair, pair.to(), columns.to(), true, context));
                }
            }
            for (var column : pair.from().columns()) {
                if (Boolean.TRUE.equals(column.autoincrement()) && pair.to().find(column.name()).isEmpty()
                        && hasOtherKey(pair, context)) {
                    context.add(change(pair, pair.from(), column, false, context));
                }
            }
        }
    }

    private static boolean hasOtherKey(TablePair pair, ComparisonContext context) {
        return !KeyComparator.matching(pair, ConstraintKind.PRIMARY_KEY, context).removed().isEmpty();
    }

    /** Returns whether a key is no longer generated, or not while the primary key changes. */
    static boolean isInterrupted(TablePair pair, ColumnPair columns, ComparisonContext context) {
        return context.dialect().catalogTraits().has(CatalogTrait.ONLY_KEYS_ARE_COUNTED)
                && Boolean.TRUE.equals(columns.from().autoincrement())
                && (!Boolean.TRUE.equals(columns.to().autoincrement()) || hasOtherKey(pair, context));
    }

    private static AlterColumnOperation change(TablePair pair, TableSnapshot table, ColumnSnapshot column, boolean isOn,
            ComparisonContext context) {
        var known = ColumnComparator.existing(table, column, context);
        return new AlterColumnOperation(pair.name(), column.name(), ColumnChange.NONE.withAutoincrement(isOn),
                known.withAutoincrement(!isOn), "");
    }
}
