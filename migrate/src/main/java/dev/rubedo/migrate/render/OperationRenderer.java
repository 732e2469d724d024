package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AddEnumValueOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.AlterEnumOperation;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.CreateEnumOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateSchemaOperation;
import dev.rubedo.migrate.operation.CreateSequenceOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.CreateViewOperation;
import dev.rubedo.migrate.operation.CustomOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropEnumOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.DropSchemaOperation;
import dev.rubedo.migrate.operation.DropSequenceOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.DropViewOperation;
import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.InsertRowsOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.SetTableCommentOperation;
import dev.rubedo.migrate.render.RenderedStatement.Ddl;
import dev.rubedo.migrate.render.RenderedStatement.Dml;
import dev.rubedo.migrate.render.RenderedStatement.MissingType;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateEnum;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropEnum;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.DropSequence;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import java.util.List;

/** A renderer of operations as the statements that perform them on a database. Stateless. */
public final class OperationRenderer {
    private OperationRenderer() {}

    /**
     * Returns the statements of an operation, in order.
     *
     * @param operation the operation
     * @param dialect the dialect of the database
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database does not support it
     * @throws MigrationException if the operation lacks information that this database requires
     */
    public static List<RenderedStatement> render(MigrationOperation operation, Dialect dialect) {
        return switch (operation) {
            case CreateTableOperation o -> TableRenderer.create(o, dialect);
            case DropTableOperation o -> ddl(new DropTable(Scratch.named(o.table()), o.ifExists()));
            case RenameTableOperation o -> ddl(new RenameTable(Scratch.named(o.table()), o.to()));
            case AddColumnOperation o -> TableRenderer.add(o, dialect);
            case DropColumnOperation o ->
                ddl(new DropColumn(Scratch.named(o.table()), o.column(), o.ifExists(), o.isCascading()));
            case AlterColumnOperation o -> ColumnAlterationRenderer.render(o, dialect);
            case CreateIndexOperation o -> ddl(IndexRenderer.create(o, dialect));
            case DropIndexOperation o -> ddl(IndexRenderer.drop(o, dialect));
            case AddConstraintOperation o -> ddl(addConstraint(o));
            case DropConstraintOperation o -> ddl(dropConstraint(o, dialect));
            case SetTableCommentOperation o -> ddl(new SetTableComment(Scratch.named(o.table()), o.comment()));
            case ModifyTableOperation o -> all(o.operations(), dialect);
            case BatchOperation o -> all(o.operations(), dialect);
            case CreateSequenceOperation o -> ddl(new CreateSequence(o.sequence(), o.ifNotExists()));
            case DropSequenceOperation o -> ddl(new DropSequence(o.sequence(), o.ifExists()));
            case CreateSchemaOperation o -> ddl(new CreateSchema(o.name(), o.ifNotExists()));
            case DropSchemaOperation o -> ddl(new DropSchema(o.name(), o.ifExists(), o.isCascading()));
            case CreateEnumOperation o when dialect.supports(Feature.ENUM_TYPE) -> List.of(
                    new MissingType(new CreateEnum(o.type(), o.schema(), false), o.schema(), o.type().name()));
            case DropEnumOperation o when dialect.supports(Feature.ENUM_TYPE) ->
                ddl(new DropEnum(o.type(), o.schema(), o.ifExists()));
            case CreateEnumOperation o -> List.of();
            case DropEnumOperation o -> List.of();
            case AddEnumValueOperation o -> ddl(enumValue(o, dialect));
            case AlterEnumOperation o -> alterEnum(o, dialect);
            case AlterSequenceOperation o -> ddl(SequenceRenderer.alter(o, dialect));
            case CreateViewOperation o -> ddl(new CreateView(Scratch.view(o.view()), false, false));
            case DropViewOperation o -> ddl(new DropView(Scratch.view(new ViewSnapshot(o.view(),
                    viewKind(o.isMaterialized()), List.of())), o.ifExists(), false));
            case InsertRowsOperation o -> RowRenderer.render(o, dialect);
            case BackfillOperation o -> List.of(new Dml(o.statement()));
            case ExecuteOperation.OfText o -> List.of(new RenderedStatement.Text(o.sql()));
            case ExecuteOperation.OfStatement o -> List.of(new Dml(o.statement()));
            case ExecuteOperation.OfDdl o -> ddl(o.element());
            case OutsideTransactionOperation o -> all(o.operations(), dialect);
            case CustomOperation o -> o.ddl(dialect).stream().<RenderedStatement>map(Ddl::new).toList();
        };
    }

    /**
     * Returns whether an operation cannot run in a transaction.
     *
     * @param operation the operation
     * @param dialect the dialect of the database
     */
    public static boolean needsNoTransaction(MigrationOperation operation, Dialect dialect) {
        return switch (operation) {
            case CreateIndexOperation create ->
                create.isConcurrent() && dialect.supports(Feature.CONCURRENT_INDEXES);
            case DropIndexOperation drop -> drop.isConcurrent() && dialect.supports(Feature.CONCURRENT_INDEXES);
            case AddEnumValueOperation add -> dialect.supports(Feature.ENUM_CHANGES)
                    && !dialect.supports(Feature.ENUM_CHANGES_IN_TRANSACTION);
            case AlterEnumOperation alter -> alter.isAddition() && dialect.supports(Feature.ENUM_CHANGES)
                    && !dialect.supports(Feature.ENUM_CHANGES_IN_TRANSACTION);
            case BackfillOperation backfill -> true;
            case ModifyTableOperation modify ->
                modify.operations().stream().anyMatch(each -> needsNoTransaction(each, dialect));
            case MigrationOperation other -> false;
        };
    }

    static List<RenderedStatement> ddl(DdlElement element) {
        return List.of(new Ddl(element));
    }

    private static List<RenderedStatement> all(List<? extends MigrationOperation> operations, Dialect dialect) {
        return operations.stream().flatMap(operation -> render(operation, dialect).stream()).toList();
    }

    private static DdlElement addConstraint(AddConstraintOperation add) {
        var table = Scratch.constrained(add.table(), add.constraint());
        Constraint constraint = switch (add.constraint().kind()) {
            case PRIMARY_KEY -> table.primaryKey();
            case UNIQUE -> table.uniqueConstraints().get(0);
            case FOREIGN_KEY -> table.foreignKeys().get(0);
            case CHECK -> table.checkConstraints().get(0);
            case EXCLUSION -> table.constraints().get(0);
        };
        return new AddConstraint(table, constraint);
    }

    private static DdlElement dropConstraint(DropConstraintOperation drop, Dialect dialect) {
        var kind = drop.kind();
        if (kind == null && !dialect.supports(Feature.DROP_CONSTRAINT_BY_NAME)) {
            throw new MigrationException("Dialect \"" + dialect.name() + "\" requires the kind of constraint \""
                    + drop.name() + "\" of table \"" + drop.table() + "\" to drop it. Specify it: "
                    + "dropConstraint(name, table, kind).");
        }
        Constraint constraint = switch (kind == null ? ConstraintKind.CHECK : kind) {
            case PRIMARY_KEY -> PrimaryKey.on(new String[0]).named(drop.name());
            case UNIQUE -> UniqueConstraint.on("column").named(drop.name());
            case FOREIGN_KEY -> ForeignKey.on("column").named(drop.name());
            case CHECK -> CheckConstraint.of("1 = 1").named(drop.name());
            case EXCLUSION -> ExclusionConstraint.using("gist").named(drop.name());
        };
        return new DropConstraint(Scratch.named(drop.table()), constraint, drop.ifExists(), drop.isCascading());
    }

    private static DdlElement enumValue(AddEnumValueOperation add, Dialect dialect) {
        dialect.traits().require(Feature.ENUM_CHANGES, add.describe());
        return new TextDdl("ALTER TYPE " + EnumRenderer.name(add.type(), dialect) + " ADD VALUE "
                + EnumRenderer.literal(add.label())
                + (add.before().isEmpty() ? "" : " BEFORE " + EnumRenderer.literal(add.before())));
    }

    private static List<RenderedStatement> alterEnum(AlterEnumOperation alter, Dialect dialect) {
        dialect.traits().require(Feature.ENUM_CHANGES, alter.describe());
        return EnumRenderer.alter(alter, dialect);
    }

    private static ViewDefinition viewKind(boolean isMaterialized) {
        var plain = ViewDefinition.of("SELECT 1");
        return isMaterialized ? plain.materialized() : plain;
    }
}
