package dev.rubedo.schema;

import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.Walker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a view. A table to which it is added, like a constraint, is a view; without declared columns, it has
 * those of the query. Immutable.
 *
 * @param query the query; values in it are written into the DDL; null if it is given as SQL
 * @param sql the query as SQL; empty if it is given as a tree
 * @param isMaterialized whether its rows are stored
 * @param isTemporary whether it exists for the connection only
 */
public record ViewDefinition(@Nullable Selectable<?> query, String sql, boolean isMaterialized,
        boolean isTemporary) implements TableItem {

    /** Checks that there is exactly one form of the query. */
    public ViewDefinition {
        if ((query == null) == sql.isBlank()) {
            throw new IllegalArgumentException("A view needs a query, either as a tree or as SQL");
        }
        if (isMaterialized && isTemporary) {
            throw new IllegalArgumentException("A view cannot be both materialized and temporary");
        }
    }

    /**
     * Declares a view by its query.
     *
     * @param query the query; values in it are written into the DDL
     */
    public static ViewDefinition of(Selectable<?> query) {
        return new ViewDefinition(query, "", false, false);
    }

    /**
     * Declares a view by its query.
     *
     * @param sql the query, written verbatim; the table must declare its columns
     */
    public static ViewDefinition of(String sql) {
        return new ViewDefinition(null, sql, false, false);
    }

    /** Returns this view as a materialized view, whose rows are stored. */
    public ViewDefinition materialized() {
        return new ViewDefinition(query, sql, true, isTemporary);
    }

    /** Returns this view as a temporary view, which exists for the connection only. */
    public ViewDefinition temporary() {
        return new ViewDefinition(query, sql, isMaterialized, true);
    }

    /** Returns the columns of the query; empty if it is given as SQL. */
    List<ColumnReference<?>> queryColumns() {
        return columnsOf(query);
    }

    static List<ColumnReference<?>> columnsOf(@Nullable Selectable<?> query) {
        return query == null ? List.of() : new Subquery(query, AliasName.of("view"), false).columns();
    }

    /** Returns whether the view reads a table, as far as that is known; by its name if the query is given as SQL. */
    boolean reads(Table table) {
        if (query == null) {
            return sql.matches("(?is).*(?<![\\w$])" + java.util.regex.Pattern.quote(table.name()) + "(?![\\w$]).*");
        }
        var read = new LinkedHashSet<Table>();
        new Reading(read).statement(query);
        return read.contains(table);
    }

    /** A collector of the tables that a query reads. */
    private static final class Reading extends Walker {
        private final Set<Table> tables;

        private Reading(Set<Table> tables) {
            this.tables = tables;
        }

        @Override
        public void expression(Expression<?> node) {
            if (node instanceof Column<?> column) {
                tables.add(column.table().original());
            }
            super.expression(node);
        }

        @Override
        public void from(FromClause node) {
            if (node instanceof Table table) {
                tables.add(table.original());
            }
            super.from(node);
        }
    }
}
