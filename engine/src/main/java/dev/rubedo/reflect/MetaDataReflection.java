package dev.rubedo.reflect;

import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates {@link MetaData} from reflected tables, ready for statements and for {@code createAll}. Stateless. */
final class MetaDataReflection {

    private static final Logger LOG = LoggerFactory.getLogger(MetaDataReflection.class);

    private MetaDataReflection() {}

    static MetaData of(List<ReflectedTable> tables) {
        var metaData = new MetaData();
        for (var from : tables) {
            add(from, metaData);
        }
        for (var from : tables) {
            from.foreignKeys().forEach(key -> metaData.require(from.name()).add(foreignKey(key, metaData)));
        }
        return metaData;
    }

    private static void add(ReflectedTable from, MetaData metaData) {
        var options = new ArrayList<TableOption>();
        from.options().forEach((name, value) -> options.add(TableOption.of(name.substring(0, name.indexOf('.')),
                name.substring(name.indexOf('.') + 1), value)));
        options.add(TableOption.comment(from.comment()));
        Table table = metaData.table(from.name(), options.toArray(TableOption[]::new));
        from.columns().forEach(column -> table.add(ColumnReflection.of(column, from)));
        if (from.primaryKey().columns().size() > 0) {
            table.add(
                    PrimaryKey.on(from.primaryKey().columns().toArray(String[]::new)).named(from.primaryKey().name()));
        }
        for (var unique : from.uniqueConstraints()) {
            table.add(UniqueConstraint.on(unique.columns().toArray(String[]::new)).named(unique.name())
                    .deferrable(unique.deferrability()));
        }
        for (var check : from.checks()) {
            if (!check.column().isEmpty()) {
                table.require(check.column()).check(IndexReflection.fragment(check.sql(), Types.BOOLEAN).text());
                continue;
            }
            table.add(CheckConstraint.of(Sql.condition(IndexReflection.fragment(check.sql(), Types.BOOLEAN)))
                    .named(check.name()));
        }
        for (var index : from.indexes()) {
            IndexReflection.of(index, table).ifPresent(table::add);
        }
        from.unmodelled().forEach(lost -> LOG.warn(
                "Table \"{}\" is reflected without what metadata cannot hold: {}.", from.name(), lost));
    }

    /** Refers to columns instead of their names, which may contain dots. */
    private static ForeignKey foreignKey(ReflectedForeignKey from, MetaData metaData) {
        var target = from.referredSchema().isEmpty() ? metaData.find(from.referredTable()) : Optional.<Table>empty();
        var key = ForeignKey.on(from.columns().toArray(String[]::new));
        String prefix = from.referredSchema().isEmpty() ? from.referredTable()
                : from.referredSchema() + "." + from.referredTable();
        return (target.isPresent()
                ? key.references(from.referredColumns().stream().map(target.get()::require).toArray(Column<?>[]::new))
                : key.references(
                        from.referredColumns().stream().map(name -> prefix + "." + name).toArray(String[]::new)))
                .named(from.name()).onUpdate(action(from.onUpdate())).onDelete(action(from.onDelete()))
                .deferrable(from.deferrability());
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
