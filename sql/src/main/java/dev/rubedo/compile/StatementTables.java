package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.DerivedColumn;
import dev.rubedo.sql.DmlStatement;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TextClause;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Walker;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tables that a statement names in any of its parts. Tables that the database accesses on its own, for example in
 * triggers and functions, are not included. Immutable.
 *
 * @param read all tables, including those whose rows are changed, in the order in which the statement names them
 * @param changed the tables whose rows are changed, in this order
 * @param isComplete false if a part of the statement is text or a view given as text, which may name other tables
 */
public record StatementTables(Set<TableReference> read, Set<TableReference> changed, boolean isComplete) {

    /** The tables of a statement about which nothing is known. */
    public static final StatementTables UNKNOWN = new StatementTables(Set.of(), Set.of(), false);

    /** Copies the sets, in their order. */
    public StatementTables {
        read = Collections.unmodifiableSet(new LinkedHashSet<>(read));
        changed = Collections.unmodifiableSet(new LinkedHashSet<>(changed));
    }

    /**
     * Returns the tables of a statement.
     *
     * @param statement a statement without entities
     */
    public static StatementTables of(Statement<?> statement) {
        var search = new Search();
        try {
            search.statement(statement);
        } catch (StackOverflowError e) {
            // a statement that can be compiled must not fail because of a question about it
            return UNKNOWN;
        }
        return new StatementTables(search.read, search.changed, search.isComplete);
    }

    /** A search for the tables of one statement. Confined to one thread at a time. */
    private static final class Search extends Walker {

        private final Set<TableReference> read = new LinkedHashSet<>();
        private final Set<TableReference> changed = new LinkedHashSet<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean isComplete = true;

        @Override
        public void statement(Statement<?> node) {
            if (!seen.add(node)) {
                return;
            }
            switch (node) {
                case TextStatement text -> isComplete = false;
                case Select<?> select -> select.froms().forEach(this::from);
                case DmlStatement<?> change -> change(change.target());
                case Statement<?> other -> {
                    // a compound or explained statement, whose parts follow
                }
            }
            super.statement(node);
        }

        private void change(DmlTarget target) {
            if (target instanceof TableReference table) {
                changed.add(table.original());
            } else {
                isComplete = false;
            }
        }

        @Override
        public void from(FromClause node) {
            if (node instanceof TableReference table) {
                table(table.original());
            } else if (seen.add(node)) {
                super.from(node);
            }
        }

        private void table(TableReference table) {
            if (!read.add(table) || !(table instanceof Table declared)) {
                return;
            }
            ViewDefinition view = declared.viewDefinition();
            if (view == null) {
                return;
            }
            var query = view.query();
            if (query == null) {
                isComplete = false;
            } else {
                statement(query);
            }
        }

        @Override
        public void expression(Expression<?> node) {
            switch (node) {
                case Column<?> column -> table(column.table().original());
                case DerivedColumn<?> column -> source(column.source());
                case TextFragment<?> text -> isComplete = false;
                default -> {
                    // other expressions name tables only in their parts
                }
            }
            super.expression(node);
        }

        private void source(RowSource source) {
            from(source);
        }

        @Override
        public void clause(StatementClause node) {
            if (node instanceof TextClause) {
                isComplete = false;
            }
            super.clause(node);
        }
    }
}
