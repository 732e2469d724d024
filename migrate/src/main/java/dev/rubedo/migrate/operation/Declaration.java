package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TableOption;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The declaration of tables for operations, each in separate metadata. The tables that foreign keys reference are
 * stand-ins with only the referenced columns. Stateless.
 */
final class Declaration {
    private Declaration() {}

    /** Declares a table. A naming convention applies only to unnamed objects: names in revisions are final. */
    static Table table(TableName name, NamingConvention naming, TableItem... items) {
        var metaData = new MetaData(forMissingNames(naming));
        var all = new ArrayList<TableItem>();
        if (!name.schema().isEmpty()) {
            all.add(TableOption.schema(name.schema()));
        }
        all.addAll(Arrays.asList(items));
        var table = metaData.table(name.name(), all.toArray(TableItem[]::new));
        for (var key : table.foreignKeys()) {
            key.targetPaths().forEach(path -> standIn(path, metaData));
        }
        return table;
    }

    /** Declares a part of an existing table; columns of the same table to which it refers are assumed to exist. */
    static Table part(TableName name, NamingConvention naming, TableItem... items) {
        var all = new ArrayList<>(Arrays.asList(items));
        var known = new HashSet<String>();
        for (var item : items) {
            if (item instanceof Column<?> column) {
                known.add(column.name());
            }
        }
        for (var item : items) {
            var keys = item instanceof Column<?> column ? column.declaredForeignKeys()
                    : item instanceof ForeignKey key ? List.of(key) : List.<ForeignKey>of();
            for (var path : keys.stream().flatMap(key -> key.targetPaths().stream()).toList()) {
                if (path.startsWith(name + ".") && known.add(path.substring(name.toString().length() + 1))) {
                    all.add(Column.column(path.substring(name.toString().length() + 1), Types.UNKNOWN));
                }
            }
        }
        return table(name, naming, all.toArray(TableItem[]::new));
    }

    /** Declares a table of which only the names of columns matter. */
    static Table ofColumns(TableName name, List<String> columns, TableItem... items) {
        var all = new ArrayList<TableItem>();
        columns.stream().distinct().forEach(column -> all.add(Column.column(column, Types.UNKNOWN)));
        all.addAll(Arrays.asList(items));
        return part(name, NamingConvention.INDEXES_ONLY, all.toArray(TableItem[]::new));
    }

    private static NamingConvention forMissingNames(NamingConvention naming) {
        return naming.check().contains("{name}")
                ? new NamingConvention(naming.index(), naming.unique(), "", naming.foreignKey(), naming.primaryKey(),
                        naming.tokens())
                : naming;
    }

    private static void standIn(String path, MetaData metaData) {
        int point = path.lastIndexOf('.');
        if (point <= 0) {
            return;
        }
        var name = TableName.of(path.substring(0, point));
        var column = path.substring(point + 1);
        var found = metaData.find(name.toString());
        if (found.isEmpty()) {
            var schema = name.schema().isEmpty() ? new TableItem[0]
                    : new TableItem[]{TableOption.schema(name.schema())};
            metaData.table(name.name(), schema).add(Column.column(column, Types.UNKNOWN));
        } else if (found.get().find(column).isEmpty()) {
            found.get().add(Column.column(column, Types.UNKNOWN));
        }
    }
}
