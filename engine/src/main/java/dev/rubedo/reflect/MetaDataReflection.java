package dev.rubedo.reflect;

import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import java.util.List;

/** Creates {@link MetaData} from reflected tables, ready for statements and for {@code createAll}. Stateless. */
final class MetaDataReflection {

    private MetaDataReflection() {}

    static MetaData of(List<ReflectedTable> tables) {
        var metaData = new MetaData();
        tables.forEach(table -> add(table, metaData));
        return metaData;
    }

    private static void add(ReflectedTable from, MetaData metaData) {
        Table table = metaData.table(from.name());
        from.columns().forEach(column -> table.add(ColumnReflection.of(column, from)));
        if (from.primaryKey().columns().size() > 0) {
            table.add(
                    PrimaryKey.on(from.primaryKey().columns().toArray(String[]::new)).named(from.primaryKey().name()));
        }
        for (var key : from.foreignKeys()) {
            table.add(foreignKey(key));
        }
        for (var unique : from.uniqueConstraints()) {
            table.add(UniqueConstraint.on(unique.columns().toArray(String[]::new)).named(unique.name()));
        }
        for (var index : from.indexes()) {
            IndexReflection.of(index, table).ifPresent(table::add);
        }
    }

    private static ForeignKey foreignKey(ReflectedForeignKey from) {
        String prefix = from.referredSchema().isEmpty() ? from.referredTable()
                : from.referredSchema() + "." + from.referredTable();
        return ForeignKey.on(from.columns().toArray(String[]::new))
                .references(from.referredColumns().stream().map(name -> prefix + "." + name).toArray(String[]::new))
                .named(from.name())
                .onUpdate(action(from.onUpdate())).onDelete(action(from.onDelete()));
    }

    private static ReferentialAction action(String sql) {
        for (var action : ReferentialAction.values()) {
            if (action != ReferentialAction.NO_ACTION && action.sql().equals(sql)) {
                return action;
            }
        }
        return ReferentialAction.DEFAULT;
    }
}
