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
    private final ModelNames names;

    JoinTables(MetaData metadata, ModelNames names) {
        this.metadata = metadata;
        this.names = names;
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
        Table table = metadata.find(names.qualified(link.table())).orElse(null);
        if (table == null) {
            table = make(link, owner, target);
        }
        return new Link(table, columns(path, table, columns(link, link.columns())),
                columns(path, table, columns(link, link.inverseColumns())));
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
        addColumns(items, foreignKeys, owner, columns(link, link.columns()));
        addColumns(items, foreignKeys, target, columns(link, link.inverseColumns()));
        items.addAll(foreignKeys);
        return metadata.table(names.qualified(link.table()), items.toArray(new TableItem[0]));
    }

    /** Returns the names in the database of columns of a join table. */
    private List<String> columns(LinkDefinition.JoinTable link, List<String> given) {
        String table = link.table().substring(link.table().lastIndexOf('.') + 1);
        return given.stream().map(column -> names.column(table, column)).toList();
    }

    private void addColumns(List<TableItem> items, List<TableItem> foreignKeys, Mapper<?> mapper,
            List<String> own) {
        int[] key = mapper.primaryKey();
        String[] targets = new String[key.length];
        for (int i = 0; i < key.length; i++) {
            targets[i] = names.qualified(mapper.definition()) + "." + mapper.column(key[i]).name();
            Column<?> column = Column.column(own.get(i), mapper.column(key[i]).type());
            column.primaryKey();
            if (key.length == 1) {
                column.references(targets[i]);
            }
            items.add(column);
        }
        if (key.length > 1) {
            foreignKeys.add(ForeignKey.on(own.toArray(new String[0])).references(targets));
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
