package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.RelationshipProperty.Link;
import dev.rubedo.orm.metamodel.LinkDefinition;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import java.util.ArrayList;
import java.util.List;

/**
 * The join tables of a model. A table that an entity maps or that was declared is used as it is; any other is created
 * from both primary keys. Confined to one thread at a time.
 */
final class JoinTables {

    private final MetaData metadata;

    JoinTables(MetaData metadata) {
        this.metadata = metadata;
    }

    /** Returns the join table of a relationship. Messages name the relationship by {@code path}. */
    Link link(String path, LinkDefinition.JoinTable link, Mapper<?> owner, Mapper<?> target) {
        requireCount(path, link.table(), link.columns(), owner);
        requireCount(path, link.table(), link.inverseColumns(), target);
        if (link.columns().stream().anyMatch(link.inverseColumns()::contains)) {
            throw new MappingException("Join table \"" + link.table() + "\" of relationship " + path
                    + " would have column \"" + link.columns().get(0)
                    + "\" twice. Name both columns: @JoinTable(name, columns, inverseColumns).");
        }
        Table table = metadata.find(link.table()).orElse(null);
        if (table == null) {
            table = make(link, owner, target);
        }
        return new Link(table, columns(path, table, link.columns()), columns(path, table, link.inverseColumns()));
    }

    private static void requireCount(String path, String table, List<String> names, Mapper<?> mapper) {
        int count = mapper.primaryKey().length;
        if (names.size() != count) {
            throw new MappingException("Join table \"" + table + "\" of relationship " + path + " names " + names.size()
                    + " columns for entity \"" + mapper.name() + "\", whose primary key has " + count + ".");
        }
    }

    private Table make(LinkDefinition.JoinTable link, Mapper<?> owner, Mapper<?> target) {
        List<TableItem> items = new ArrayList<>();
        List<TableItem> foreignKeys = new ArrayList<>();
        addColumns(items, foreignKeys, owner, link.columns());
        addColumns(items, foreignKeys, target, link.inverseColumns());
        items.addAll(foreignKeys);
        return metadata.table(link.table(), items.toArray(new TableItem[0]));
    }

    private static void addColumns(List<TableItem> items, List<TableItem> foreignKeys, Mapper<?> mapper,
            List<String> names) {
        int[] key = mapper.primaryKey();
        String[] targets = new String[key.length];
        for (int i = 0; i < key.length; i++) {
            targets[i] = ForeignKeys.tableName(mapper.definition()) + "." + mapper.columnDefinition(key[i]).column();
            Column<?> column = Column.column(names.get(i), mapper.column(key[i]).type());
            column.primaryKey();
            if (key.length == 1) {
                column.references(targets[i]);
            }
            items.add(column);
        }
        if (key.length > 1) {
            foreignKeys.add(ForeignKey.on(names.toArray(new String[0])).references(targets));
        }
    }

    private static List<Column<?>> columns(String path, Table table, List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(table.find(name).orElseThrow(() -> new MappingException("Join table \"" + table.name()
                    + "\" of relationship " + path + " has no column \"" + name
                    + "\". Name its columns: @JoinTable(name, columns, inverseColumns).")));
        }
        return columns;
    }
}
