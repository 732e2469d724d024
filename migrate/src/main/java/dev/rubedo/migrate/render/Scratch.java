package dev.rubedo.migrate.render;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declaration of the tables to which DDL elements refer, with the properties that operations contain. Stateless.
 */
final class Scratch {
    private Scratch() {}

    /** Declares a table with only a name. */
    static Table named(TableName name) {
        return TableSnapshot.of(name, List.of()).toTable(new MetaData(NamingConvention.INDEXES_ONLY));
    }

    /** Declares a view alone. */
    static Table view(ViewSnapshot view) {
        return view.toView(new MetaData(NamingConvention.INDEXES_ONLY));
    }

    /** Declares a table, and stand-ins for those that its foreign keys reference. */
    static Table table(TableSnapshot snapshot) {
        var metaData = new MetaData(NamingConvention.INDEXES_ONLY);
        var table = snapshot.toTable(metaData);
        var targets = new LinkedHashMap<TableName, Set<String>>();
        snapshot.foreignKeys().stream().filter(key -> !key.target().equals(snapshot.name())).forEach(key -> targets
                .computeIfAbsent(key.target(), name -> new LinkedHashSet<>()).addAll(key.targetColumns()));
        for (Map.Entry<TableName, Set<String>> target : targets.entrySet()) {
            var name = target.getKey();
            var standIn = name.schema().isEmpty() ? metaData.table(name.name())
                    : metaData.table(name.name(), TableOption.schema(name.schema()));
            target.getValue().forEach(column -> standIn.add(Column.column(column, Types.UNKNOWN)));
        }
        return table;
    }

    /** Declares a table with a constraint, and only the columns that it needs. */
    static Table constrained(TableName name, ConstraintSnapshot constraint) {
        var columns = new LinkedHashSet<>(constraint.columns());
        if (constraint instanceof ForeignKeySnapshot key && key.target().equals(name)) {
            columns.addAll(key.targetColumns());
        }
        return table(TableSnapshot.of(name, unknown(columns)).withConstraints(List.of(constraint)));
    }

    /** Declares a table with an index, and only the columns that it needs. */
    static Table indexed(TableName name, IndexSnapshot index) {
        var columns = new LinkedHashSet<>(index.columns());
        columns.addAll(index.including());
        return table(TableSnapshot.of(name, unknown(columns)).withIndexes(List.of(index)));
    }

    /** Declares a table with a column, and the other columns that its constraints and indexes need. */
    static Table extended(TableName name, ColumnSnapshot column, List<ConstraintSnapshot> constraints,
            List<IndexSnapshot> indexes) {
        var others = new LinkedHashSet<String>();
        constraints.forEach(constraint -> others.addAll(constraint.columns()));
        constraints.stream().filter(ForeignKeySnapshot.class::isInstance).map(ForeignKeySnapshot.class::cast)
                .filter(key -> key.target().equals(name)).forEach(key -> others.addAll(key.targetColumns()));
        indexes.forEach(index -> {
            others.addAll(index.columns());
            others.addAll(index.including());
        });
        others.remove(column.name());
        var columns = new ArrayList<>(List.of(column));
        columns.addAll(unknown(others));
        return table(TableSnapshot.of(name, columns).withConstraints(constraints).withIndexes(indexes));
    }

    private static List<ColumnSnapshot> unknown(Set<String> names) {
        return names.stream().map(name -> ColumnSnapshot.of(name, Types.UNKNOWN)).toList();
    }
}
