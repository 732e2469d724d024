package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.CreateViewOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.DropViewOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A comparator of views. A view that differs, or whose tables lose or change columns, is dropped and created again.
 * Stateless.
 */
final class ViewComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        var from = context.from().views();
        var to = context.to().views();
        var recreated = recreated(context);
        var dropped = new ArrayList<ViewSnapshot>();
        from.forEach((name, view) -> {
            var other = to.get(name);
            if (other == null || recreated.contains(name) || !isSame(view, other, context)) {
                dropped.add(view.withSql(sql(view, context)));
            }
        });
        sorted(dropped).reversed().forEach(view -> context
                .add(new DropViewOperation(view.name(), view.definition().isMaterialized(), view, false)));
        var created = new ArrayList<ViewSnapshot>();
        to.forEach((name, view) -> {
            boolean isNew = !from.containsKey(name) || dropped.stream().anyMatch(each -> each.name().equals(name));
            if (isNew && (!view.definition().isMaterialized() || context.dialect()
                    .supports(Feature.MATERIALIZED_VIEWS))) {
                created.add(view.withSql(sql(view, context)));
            }
        });
        sorted(created).forEach(view -> context.add(new CreateViewOperation(view)));
    }

    private static boolean isSame(ViewSnapshot from, ViewSnapshot to, ComparisonContext context) {
        return from.definition().isMaterialized() == to.definition().isMaterialized()
                && context.texts().canonicalQuery(sql(from, context))
                        .equals(context.texts().canonicalQuery(sql(to, context)));
    }

    static String sql(ViewSnapshot view, ComparisonContext context) {
        var query = view.definition().query();
        return query == null ? view.definition().sql() : context.dialect().compileWithValues(query);
    }

    /** Returns the views that must be dropped because of the tables they read, and the views that read those. */
    private static Set<TableName> recreated(ComparisonContext context) {
        if (context.dialect().catalogTraits().has(CatalogTrait.CHANGES_COPY_TABLES)) {
            return Set.of();
        }
        Set<TableName> changed = new LinkedHashSet<>();
        for (var operation : context.operations()) {
            switch (operation) {
                case DropTableOperation drop -> changed.add(drop.table());
                case DropColumnOperation drop -> changed.add(drop.table());
                case AlterColumnOperation alter when alter.change().type() != null -> changed.add(alter.table());
                case MigrationOperation other -> {}
            }
        }
        Set<TableName> views = new LinkedHashSet<>();
        boolean isGrowing = !changed.isEmpty();
        while (isGrowing) {
            isGrowing = false;
            for (var view : context.from().views().values()) {
                var sql = sql(view, context);
                if (!views.contains(view.name())
                        && changed.stream().anyMatch(table -> mentions(sql, table.name()))) {
                    isGrowing = views.add(view.name()) && changed.add(view.name());
                }
            }
        }
        return views;
    }

    private static boolean mentions(String sql, String name) {
        return Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(sql).find();
    }

    /** Returns views in an order in which each follows those that it reads. */
    private static List<ViewSnapshot> sorted(List<ViewSnapshot> views) {
        var open = new ArrayList<>(views);
        var sorted = new ArrayList<ViewSnapshot>();
        while (!open.isEmpty()) {
            var next = open.stream().filter(view -> open.stream().noneMatch(
                    other -> other != view && mentions(view.definition().sql(), other.name().name()))).findFirst()
                    .orElse(open.get(0));
            open.remove(next);
            sorted.add(next);
        }
        return sorted;
    }
}
