package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.render.RenderedStatement.Ddl;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;

/** A renderer of changes of columns as DDL: the definition first, the name last. Stateless. */
final class ColumnAlterationRenderer {
    private ColumnAlterationRenderer() {}

    static List<RenderedStatement> render(AlterColumnOperation operation, Dialect dialect) {
        var column = existing(operation);
        var statements = new ArrayList<RenderedStatement>();
        var alter = alteration(operation, column);
        requireType(operation, alter, dialect);
        if (!alter.isEmpty()) {
            statements.add(new Ddl(alter));
        }
        var name = operation.change().name();
        if (name != null && !name.equals(operation.column())) {
            statements.add(new Ddl(new RenameColumn(alter.isEmpty() ? column : alter.changed(), name)));
        }
        return statements;
    }

    /** A database that repeats the definition of a changed column requires at least the type. */
    private static void requireType(AlterColumnOperation operation, AlterColumn alter, Dialect dialect) {
        boolean isKnown = operation.change().type() != null || operation.existing().type() != null;
        if (!isKnown && !alter.isEmpty() && dialect.repeatsType(alter)) {
            throw new MigrationException("Dialect \"" + dialect.name() + "\" repeats the definition of column \""
                    + operation.table() + "." + operation.column()
                    + "\" to change it, so its type must be known. Add existingType(...) to the change.");
        }
    }

    /** Declares the column before the change, with its known properties. */
    private static Column<?> existing(AlterColumnOperation operation) {
        var known = operation.existing();
        SqlType<?> type = known.type() != null ? known.type() : Types.UNKNOWN;
        var column = ColumnSnapshot.of(operation.column(), type);
        if (known.isNullable() != null) {
            column = column.withNullable(known.isNullable());
        }
        if (known.serverDefault() != null) {
            column = column.withServerDefault(known.serverDefault().to());
        }
        if (known.identity() != null) {
            column = column.withIdentity(known.identity().to());
        }
        if (known.comment() != null) {
            column = column.withComment(known.comment());
        }
        var table = TableSnapshot.of(operation.table(), List.of(column));
        if (known.autoincrement() != null || operation.change().autoincrement() != null) {
            table = table.withColumn(column.name(), each -> each.withAutoincrement(Boolean.TRUE
                    .equals(known.autoincrement()))).withConstraints(
                            List.of(new ConstraintSnapshot.Primary(PrimaryKey.on(operation.column()))));
        }
        return Scratch.table(table).require(operation.column());
    }

    private static AlterColumn alteration(AlterColumnOperation operation, Column<?> column) {
        var change = operation.change();
        var alter = AlterColumn.of(column);
        if (change.type() != null) {
            alter = alter.type(change.type()).using(operation.using());
        }
        if (change.isNullable() != null) {
            alter = change.isNullable() ? alter.nullable() : alter.notNull();
        }
        if (change.serverDefault() != null) {
            var value = change.serverDefault().to();
            alter = value == null ? alter.dropServerDefault() : alter.serverDefault(value);
        }
        if (change.identity() != null) {
            var identity = change.identity().to();
            alter = identity == null ? alter.dropIdentity() : alter.identity(identity);
        }
        if (change.autoincrement() != null) {
            alter = change.autoincrement() ? alter.identity(new Identity(false, 1, 1)) : alter.dropIdentity();
        }
        return change.comment() == null ? alter : alter.comment(change.comment());
    }
}
