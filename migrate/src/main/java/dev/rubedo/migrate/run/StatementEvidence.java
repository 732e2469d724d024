package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateDomain;
import dev.rubedo.schema.CreateEnum;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.CustomDdl;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropDomain;
import dev.rubedo.schema.DropEnum;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.DropSequence;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.RefreshView;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetConstraintComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TextDdl;
import java.util.Optional;

/**
 * A search of the database for the object that a DDL statement creates, to determine whether the statement was
 * executed. Stateless.
 */
final class StatementEvidence {
    private StatementEvidence() {}

    /** Returns whether a statement was executed; empty if that cannot be determined. */
    static Optional<Boolean> isExecuted(DdlElement element, Connection connection) {
        return switch (element) {
            case CreateTable e -> Optional.of(exists(e.table(), connection));
            case DropTable e -> Optional.of(!exists(e.table(), connection));
            case RenameTable e -> Optional.of(connection.hasTable(e.table().schema(), e.name()));
            case AddColumn e -> Optional.of(hasColumn(e.table(), e.column().name(), connection));
            case DropColumn e -> Optional.of(!hasColumn(e.table(), e.column(), connection));
            case RenameColumn e -> Optional.of(hasColumn(e.table(), e.name(), connection));
            case CreateIndex e -> Optional.of(hasIndex(e.index(), connection));
            case DropIndex e -> Optional.of(!hasIndex(e.index(), connection));
            case AddConstraint e -> constraint(e.table(), e.constraint(), connection);
            case DropConstraint e -> constraint(e.table(), e.constraint(), connection).map(found -> !found);
            case CreateSequence e ->
                Optional.of(connection.hasSequence(e.sequence().schema(), e.sequence().name()));
            case DropSequence e ->
                Optional.of(!connection.hasSequence(e.sequence().schema(), e.sequence().name()));
            case CreateEnum e -> Optional.of(connection.hasType(e.schema(), e.type().name()));
            case DropEnum e -> Optional.of(!connection.hasType(e.schema(), e.type().name()));
            case CreateDomain e -> Optional.of(connection.hasType("", e.domain().name()));
            case DropDomain e -> Optional.of(!connection.hasType("", e.domain().name()));
            case CreateSchema e -> Optional.of(connection.inspect().schemaNames().contains(e.name()));
            case DropSchema e -> Optional.of(!connection.inspect().schemaNames().contains(e.name()));
            case CreateView e -> Optional.of(!e.orReplace() && hasView(e.view(), connection));
            case DropView e -> Optional.of(!hasView(e.view(), connection));
            case CreateTableAs e -> Optional.of(exists(e.table(), connection));
            // to execute these a second time changes nothing
            case RefreshView e -> Optional.of(false);
            case AlterColumn e -> Optional.of(false);
            case SetTableComment e -> Optional.of(false);
            case SetColumnComment e -> Optional.of(false);
            case SetConstraintComment e -> Optional.of(false);
            case TextDdl e -> Optional.empty();
            case CustomDdl e -> Optional.empty();
        };
    }

    private static boolean exists(Table table, Connection connection) {
        return connection.hasTable(table.schema(), table.name());
    }

    private static boolean hasView(Table view, Connection connection) {
        return connection.viewNames(view.schema()).contains(view.name());
    }

    private static Optional<ReflectedTable> reflected(Table table, Connection connection) {
        return exists(table, connection) ? Optional.of(connection.inspect().table(table.schema(), table.name()))
                : Optional.empty();
    }

    private static boolean hasColumn(Table table, String column, Connection connection) {
        return reflected(table, connection).flatMap(found -> found.column(column)).isPresent();
    }

    private static boolean hasIndex(Index index, Connection connection) {
        boolean isInvalid = connection.supports(Feature.CONCURRENT_INDEXES) && isInvalid(index, connection);
        return !isInvalid && reflected(index.table(), connection).stream()
                .flatMap(table -> table.indexes().stream()).anyMatch(each -> each.name().equals(index.name()));
    }

    /**
     * Drops an index whose concurrent build did not finish, so that it can be built again. Runs outside transactions.
     */
    static void removeInvalid(Index index, Connection connection) {
        if (connection.supports(Feature.CONCURRENT_INDEXES) && isInvalid(index, connection)) {
            connection.execute(new DropIndex(index, false));
        }
    }

    private static boolean isInvalid(Index index, Connection connection) {
        var schema = index.table().schema();
        return !connection.rows("SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n"
                + " ON n.oid = c.relnamespace WHERE NOT i.indisvalid AND c.relname = ? AND n.nspname = "
                + (schema.isEmpty() ? "COALESCE(NULLIF(?, ''), current_schema())" : "?"), index.name(), schema)
                .isEmpty();
    }

    private static Optional<Boolean> constraint(Table table, Constraint constraint, Connection connection) {
        var name = constraint instanceof ForeignKey key && key.name().isEmpty() ? key.constraintName()
                : constraint.name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reflected(table, connection).filter(found -> found.primaryKey().name().equals(name)
                || found.foreignKeys().stream().anyMatch(each -> each.name().equals(name))
                || found.uniqueConstraints().stream().anyMatch(each -> each.name().equals(name))
                || found.checks().stream().anyMatch(each -> each.name().equals(name))).isPresent());
    }
}
