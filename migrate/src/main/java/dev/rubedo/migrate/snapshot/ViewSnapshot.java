package dev.rubedo.migrate.snapshot;

import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A snapshot of a view. Immutable.
 *
 * @param name the name
 * @param definition its query
 * @param columns its columns, in order; may be empty if they follow from the query
 */
public record ViewSnapshot(TableName name, ViewDefinition definition, List<ColumnSnapshot> columns) {
    /** Checks the components and copies the list. */
    public ViewSnapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
        columns = List.copyOf(columns);
    }

    /**
     * Returns a view.
     *
     * @param view the view
     * @throws IllegalArgumentException if it is a table
     */
    public static ViewSnapshot of(Table view) {
        var definition = view.viewDefinition();
        if (definition == null) {
            throw new IllegalArgumentException("\"" + view.label() + "\" is a table, not a view");
        }
        return new ViewSnapshot(new TableName(view.schema(), view.name()), definition,
                view.columns().stream().map(ColumnSnapshot::of).toList());
    }

    /**
     * Returns this view with its query as SQL, without columns.
     *
     * @param sql the query
     */
    public ViewSnapshot withSql(String sql) {
        var plain = ViewDefinition.of(sql);
        return new ViewSnapshot(name, definition.isMaterialized() ? plain.materialized() : plain, List.of());
    }

    /**
     * Declares this view.
     *
     * @param metaData where to declare it
     */
    public Table toView(MetaData metaData) {
        var items = new ArrayList<TableItem>(List.of(definition));
        if (!name.schema().isEmpty()) {
            items.add(TableOption.schema(name.schema()));
        }
        columns.forEach(column -> items.add(column.toColumn()));
        return metaData.table(name.name(), items.toArray(TableItem[]::new));
    }
}
