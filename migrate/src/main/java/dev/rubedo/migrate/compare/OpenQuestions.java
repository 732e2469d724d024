package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateViewOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.sql.NoCondition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The tables and views of a model whose SQL differs from that of the database in its text, but perhaps not in its meaning.
 * Immutable.
 *
 * @param tables the tables, which both schemas have
 * @param views the views, which both schemas have
 */
record OpenQuestions(List<TableSnapshot> tables, List<ViewSnapshot> views) {
    static final OpenQuestions NONE = new OpenQuestions(List.of(), List.of());

    static OpenQuestions of(ComparisonContext context) {
        if (context.dialect().catalogTraits().has(CatalogTrait.KEEPS_SQL_TEXT)) {
            // it keeps the text as it was written
            return NONE;
        }
        Set<TableName> tables = new LinkedHashSet<>();
        Set<TableName> views = new LinkedHashSet<>();
        for (var operation : context.operations()) {
            switch (operation) {
                case AddConstraintOperation add when add.constraint().kind() == ConstraintKind.CHECK ->
                    tables.add(add.table());
                case AlterColumnOperation alter when alter.change().serverDefault() != null ->
                    tables.add(alter.table());
                case AddColumnOperation add when add.column().computed() != null -> tables.add(add.table());
                case CreateIndexOperation create when hasSql(create.index()) -> tables.add(create.table());
                case CreateViewOperation create -> views.add(create.view().name());
                case MigrationOperation other -> {}
            }
        }
        return new OpenQuestions(
                tables.stream().filter(name -> context.from().find(name).isPresent()).map(context.to()::require)
                        .toList(),
                views.stream().filter(context.from().views()::containsKey)
                        .map(name -> Objects.requireNonNull(context.to().views().get(name))).toList());
    }

    private static boolean hasSql(IndexSnapshot index) {
        return index.condition() != NoCondition.NONE
                || index.terms().stream().anyMatch(term -> term.expression() != null);
    }

    boolean isEmpty() {
        return tables.isEmpty() && views.isEmpty();
    }
}
