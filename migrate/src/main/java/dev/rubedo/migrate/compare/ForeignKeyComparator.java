package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.migrate.compare.Matching.Entry;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparator of foreign keys. An unchanged foreign key is dropped and added again if its columns, referenced key or
 * index change. Stateless.
 */
final class ForeignKeyComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        for (var pair : context.tables()) {
            KeyComparator.report(pair, Matching.of(entries(pair, true, context), entries(pair, false, context)),
                    context);
        }
    }

    private static List<Entry<ConstraintSnapshot>> entries(TablePair pair, boolean isBefore,
            ComparisonContext context) {
        var names = new Names(context.dialect());
        var entries = new ArrayList<Entry<ConstraintSnapshot>>();
        for (var key : (isBefore ? pair.from() : pair.to()).foreignKeys()) {
            var mark = isInTheWay(pair, key, context) ? isBefore + " " : "";
            entries.add(new Entry<>(names.key(key.name()), mark + definition(pair.name(), key, context), key));
        }
        return entries;
    }

    private static String definition(TableName table, ForeignKeySnapshot key, ComparisonContext context) {
        var target = key.target().inSchema(table.schema());
        return key.columns() + " -> " + target + key.targetColumns() + action(key.onDelete(), context) + ","
                + action(key.onUpdate(), context) + KeyComparator.deferrability(key.deferrability())
                + (key.match() == ForeignKeyMatch.FULL ? " match full" : "")
                + KeyComparator.options(key.details(), context);
    }

    /** NO ACTION and RESTRICT are the same on databases without deferrable constraints. */
    private static String action(ReferentialAction action, ComparisonContext context) {
        return switch (action) {
            case DEFAULT, NO_ACTION -> "";
            case RESTRICT ->
                context.dialect().catalogTraits().has(CatalogTrait.RESTRICT_IS_NO_ACTION) ? "" : " restrict";
            case CASCADE, SET_NULL, SET_DEFAULT -> " " + action.sql();
        };
    }

    private static boolean isInTheWay(TablePair pair, ForeignKeySnapshot key, ComparisonContext context) {
        if (context.dialect().catalogTraits().has(CatalogTrait.CHANGES_COPY_TABLES)) {
            return false;
        }
        return changes(pair, key.columns(), context) || changesTarget(key, context)
                || context.dialect().catalogTraits().has(CatalogTrait.FOREIGN_KEYS_NEED_INDEXES)
                        && losesIndex(pair, key, context);
    }

    /** Returns whether the referenced columns or their key change, even if the key is added again. */
    static boolean changesTarget(ForeignKeySnapshot key, ComparisonContext context) {
        return !context.dialect().catalogTraits().has(CatalogTrait.CHANGES_COPY_TABLES) && target(key, context).stream()
                .anyMatch(target -> changes(target, key.targetColumns(), context) || losesKey(target, key, context));
    }

    private static List<TablePair> target(ForeignKeySnapshot key, ComparisonContext context) {
        return context.tables().stream().filter(pair -> pair.name().equals(key.target())).toList();
    }

    private static boolean changes(TablePair pair, List<String> columns, ComparisonContext context) {
        return pair.columns().stream().filter(each -> columns.contains(each.to().name()))
                .anyMatch(each -> !context.isSameType(pair.name(), each.from().type(), each.to().type())
                        || ColumnComparator.isReplaced(pair, each.to().name(), context)
                        || context.dialect().catalogTraits().has(CatalogTrait.FOREIGN_KEYS_FIX_NULLABILITY)
                                && each.from().isNullable() != each.to().isNullable());
    }

    /** Returns whether the key that may support the foreign key is dropped, even if it is added again. */
    private static boolean losesKey(TablePair target, ForeignKeySnapshot key, ComparisonContext context) {
        return List.of(ConstraintKind.PRIMARY_KEY, ConstraintKind.UNIQUE).stream()
                .flatMap(kind -> KeyComparator.matching(target, kind, context).removed().stream())
                .anyMatch(removed -> removed.columns().equals(key.targetColumns()));
    }

    /** MySQL does not drop an index that a foreign key needs. */
    private static boolean losesIndex(TablePair pair, ForeignKeySnapshot key, ComparisonContext context) {
        var lost = new ArrayList<List<String>>();
        IndexComparator.matching(pair, context).removed().stream().map(IndexSnapshot::columns).forEach(lost::add);
        List.of(ConstraintKind.PRIMARY_KEY, ConstraintKind.UNIQUE)
                .forEach(kind -> KeyComparator.matching(pair, kind, context).removed()
                        .forEach(removed -> lost.add(removed.columns())));
        return lost.stream().anyMatch(columns -> begins(columns, key.columns()));
    }

    static boolean begins(List<String> columns, List<String> first) {
        return columns.size() >= first.size() && columns.subList(0, first.size()).equals(first);
    }

    static boolean hasIndexFor(TableSnapshot table, List<String> columns) {
        return table.indexes().stream().anyMatch(index -> begins(index.columns(), columns));
    }
}
