package dev.rubedo.orm.mapper;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.mapper.RelationshipProperty.Link;
import dev.rubedo.orm.metamodel.JoinTableDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables between entities: one that an entity maps or that was declared is used with its foreign keys, any other is made from
 * both primary keys. Confined to one thread at a time.
 */
final class LinkTables {

    private final MetaData metadata;
    private final List<Mapper<?>> mappers;

    LinkTables(MetaData metadata, List<Mapper<?>> mappers) {
        this.metadata = metadata;
        this.mappers = mappers;
    }

    Link link(Mapper<?> owner, int index, Mapper<?> target) {
        RelationshipDefinition definition = ModelBuilder.relationship(owner, index);
        JoinTableDefinition declared = Objects.requireNonNull(definition.joinTable());
        JoinTableDefinition other = inverse(owner, index, target);
        if (other != null && !other.name().equals(declared.name())) {
            throw new MappingException(
                    "Relationships \"" + owner.name() + "." + definition.name() + "\" and \"" + target.name() + "."
                            + definition.backPopulates() + "\" name each other, but have different join tables: \""
                            + declared.name() + "\" and \""
                            + other.name() + "\".");
        }
        List<String> ownerNames = names(declared.columns(), other == null ? List.of() : other.inverseColumns());
        List<String> targetNames = names(declared.inverseColumns(), other == null ? List.of() : other.columns());
        Table table = metadata.find(declared.name()).orElse(null);
        if (table == null) {
            List<String> madeOwner = ownerNames.isEmpty() ? defaultNames(owner) : ownerNames;
            List<String> madeTarget = targetNames.isEmpty() ? defaultNames(target) : targetNames;
            if (madeOwner.stream().anyMatch(madeTarget::contains)) {
                throw new MappingException(
                        "Join table \"" + declared.name() + "\" of relationship \"" + owner.name() + "."
                                + definition.name() + "\" would have column \"" + madeOwner.get(0)
                                + "\" twice. Name both columns: @JoinTable(name, columns, inverseColumns).");
            }
            table = make(declared.name(), owner, madeOwner, target, madeTarget);
            return new Link(table, columns(table, madeOwner), columns(table, madeTarget));
        }
        return existing(table, owner, definition, ownerNames, target, targetNames);
    }

    private static @Nullable JoinTableDefinition inverse(Mapper<?> owner, int index, Mapper<?> target) {
        int inverse = owner.definition().inverse(index);
        return inverse < 0 ? null : ModelBuilder.relationship(target, inverse).joinTable();
    }

    private static List<String> names(List<String> own, List<String> others) {
        return own.isEmpty() ? others : own;
    }

    private static List<String> defaultNames(Mapper<?> mapper) {
        List<String> names = new ArrayList<>();
        for (int key : mapper.primaryKey()) {
            names.add(snake(mapper.name()) + "_" + mapper.columnDefinition(key).column());
        }
        return names;
    }

    private static String snake(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0
                    && (Character.isLowerCase(name.charAt(i - 1))
                            || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)))) {
                text.append('_');
            }
            text.append(c);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private Table make(String name, Mapper<?> owner, List<String> ownerNames, Mapper<?> target,
            List<String> targetNames) {
        List<TableItem> items = new ArrayList<>();
        List<TableItem> foreignKeys = new ArrayList<>();
        addColumns(items, foreignKeys, owner, ownerNames);
        addColumns(items, foreignKeys, target, targetNames);
        items.addAll(foreignKeys);
        return metadata.table(name, items.toArray(new TableItem[0]));
    }

    private static void addColumns(List<TableItem> items, List<TableItem> foreignKeys, Mapper<?> mapper,
            List<String> names) {
        int[] key = mapper.primaryKey();
        if (names.size() != key.length) {
            throw new MappingException("A join table names " + names.size() + " columns for entity \"" + mapper.name()
                    + "\", whose primary key has " + key.length + ".");
        }
        String[] targets = new String[key.length];
        for (int i = 0; i < key.length; i++) {
            targets[i] = ForeignKeys.tableName(mapper.definition()) + "." + mapper.columnDefinition(key[i]).column();
            Column<?> column = Column.column(names.get(i), mapper.columnDefinition(key[i]).type());
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

    private static List<Column<?>> columns(Table table, List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(table.require(name));
        }
        return columns;
    }

    private Link existing(Table table, Mapper<?> owner, RelationshipDefinition definition, List<String> ownerNames,
            Mapper<?> target,
            List<String> targetNames) {
        List<Column<?>> ownerColumns = ownerNames.isEmpty() ? references(table, owner, definition, targetNames)
                : columns(table, ownerNames);
        List<String> used = ownerColumns.stream().<String>map(Column::name).toList();
        List<Column<?>> targetColumns = targetNames.isEmpty() ? references(table, target, definition, used)
                : columns(table, targetNames);
        return new Link(table, ownerColumns, targetColumns);
    }

    /** Finds the columns of an existing table that refer to the primary key of an entity. */
    private List<Column<?>> references(Table table, Mapper<?> to, RelationshipDefinition definition,
            List<String> except) {
        List<Column<?>> found = new ArrayList<>();
        for (int key : to.primaryKey()) {
            List<Column<?>> candidates = new ArrayList<>();
            Column<?> wanted = to.column(key);
            for (Column<?> column : table.columns()) {
                if (!except.contains(column.name()) && refersTo(table, column, wanted, to, key)) {
                    candidates.add(column);
                }
            }
            if (candidates.size() != 1) {
                throw new MappingException(
                        "Join table \"" + table.name() + "\" of relationship \"" + definition.name() + "\" has "
                                + (candidates.isEmpty() ? "no column that refers" : "several columns that refer")
                                + " to \"" + to.definition().table()
                                + "." + to.columnDefinition(key).column()
                                + "\". Say which by @JoinTable(name, columns, inverseColumns).");
            }
            found.add(candidates.get(0));
        }
        return found;
    }

    private boolean refersTo(Table table, Column<?> column, Column<?> wanted, Mapper<?> to, int key) {
        for (Mapper<?> mapper : mappers) {
            if (mapper.table() == table) {
                int attribute = ForeignKeys.columnAttribute(mapper.definition(), column.name());
                return attribute >= 0
                        && (ForeignKeys.tableName(to.definition()) + "." + to.columnDefinition(key).column())
                                .equals(mapper.columnDefinition(attribute).references());
            }
        }
        return table.foreignKeys().stream().anyMatch(foreignKey -> {
            int position = foreignKey.columns().indexOf(column);
            return position >= 0 && foreignKey.targets().get(position) == wanted;
        });
    }
}
