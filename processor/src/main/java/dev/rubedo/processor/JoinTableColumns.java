package dev.rubedo.processor;

import dev.rubedo.processor.Link.Broken;
import dev.rubedo.processor.Link.ByJoinTable;
import dev.rubedo.processor.RelationshipAttribute.JoinTableNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the columns of join tables: those that are specified, those through which an entity that maps the table refers
 * to both sides, or names derived from the class and its key. Confined to one thread at a time.
 */
final class JoinTableColumns {

    private final EntityModels models;
    private final Function<EntityModel, List<ColumnAttribute>> synthetic;

    /**
     * @param synthetic returns the implicit foreign keys of an entity's relationships
     */
    JoinTableColumns(EntityModels models, Function<EntityModel, List<ColumnAttribute>> synthetic) {
        this.models = models;
        this.synthetic = synthetic;
    }

    /** Returns the link through a join table, with the columns of both sides. */
    Link link(EntityModel entity, RelationshipAttribute relationship, EntityModel target, JoinTableNames table) {
        Optional<EntityModel> mapped = models.find(table.name(), entity);
        if (mapped.isEmpty() || mapped.get().isSame(entity) || mapped.get().isSame(target)) {
            return new ByJoinTable(new JoinTableNames(table.name(),
                    table.columns().isEmpty() ? defaults(entity) : table.columns(),
                    table.inverseColumns().isEmpty() ? defaults(target) : table.inverseColumns()));
        }
        List<String> columns = table.columns().isEmpty() ? references(mapped.get(), entity, table.inverseColumns())
                : table.columns();
        List<String> inverse = table.inverseColumns().isEmpty() ? references(mapped.get(), target, columns)
                : table.inverseColumns();
        if (columns.isEmpty() || inverse.isEmpty()) {
            EntityModel side = columns.isEmpty() ? entity : target;
            return new Broken(Problem.at(relationship.element(), relationship.annotation(), "Join table \""
                    + table.name() + "\" of \"" + entity.name() + "." + relationship.name() + "\" is mapped by \""
                    + mapped.get().name() + "\", which refers to \"" + side.name()
                    + "\" by no or several foreign keys. Specify the columns: @JoinTable(name = \"" + table.name()
                    + "\", columns = \"...\", inverseColumns = \"...\")."));
        }
        return new ByJoinTable(new JoinTableNames(table.name(), columns, inverse));
    }

    /**
     * Returns {@code <class>_<key>} in snake_case for each key; one that already begins with the class is kept.
     */
    private static List<String> defaults(EntityModel side) {
        String prefix = Names.snakeCase(side.name()) + "_";
        return side.primaryKey().stream().map(ColumnAttribute::column)
                .map(column -> Names.snakeCase(column).startsWith(prefix) ? column : prefix + column).toList();
    }

    /**
     * Returns the columns of a mapped table that refer to the key of an entity, or an empty list unless there is
     * exactly one for each key column.
     */
    private List<String> references(EntityModel table, EntityModel to, List<String> except) {
        var all = new ArrayList<>(table.columns());
        all.addAll(synthetic.apply(table));
        var found = new ArrayList<String>();
        for (ColumnAttribute key : to.primaryKey()) {
            List<String> candidates = all.stream().filter(column -> column.foreignKey() != null
                    && column.foreignKey().table().equals(to.qualifiedTable())
                    && column.foreignKey().column().equals(key.column())).map(ColumnAttribute::column)
                    .filter(column -> !except.contains(column)).toList();
            if (candidates.size() != 1) {
                return List.of();
            }
            found.add(candidates.get(0));
        }
        return found;
    }
}
