package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.render.RenderedStatement.Ddl;
import dev.rubedo.migrate.render.RenderedStatement.MissingType;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.CreateDomain;
import dev.rubedo.schema.CreateEnum;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A renderer of the creation of tables and columns as statements. Stateless. */
final class TableRenderer {
    private TableRenderer() {}

    static List<RenderedStatement> create(CreateTableOperation create, Dialect dialect) {
        var table = Scratch.table(create.definition());
        return plan(table, dialect).stream().map(element -> rendered(element, create.ifNotExists(), dialect)).toList();
    }

    private static List<DdlElement> plan(Table table, Dialect dialect) {
        var sequences = new ArrayList<Sequence>();
        table.columns().forEach(column -> {
            var sequence = column.sequenceDefault();
            if (sequence != null) {
                sequences.add(sequence);
            }
        });
        return SchemaPlan.create(List.of(table), sequences, dialect::supports, dialect.name());
    }

    private static RenderedStatement rendered(DdlElement element, boolean ifNotExists, Dialect dialect) {
        return switch (element) {
            case CreateEnum type -> new MissingType(type, type.schema(), type.type().name());
            case CreateDomain create -> new MissingType(create, "", create.domain().name());
            case CreateSequence sequence ->
                new Ddl(new CreateSequence(sequence.sequence(), dialect.supports(Feature.IF_EXISTS)));
            case CreateTable create -> new Ddl(new CreateTable(create.table(), create.foreignKeys(), ifNotExists));
            case CreateIndex index when ifNotExists ->
                new Ddl(new CreateIndex(index.index(), dialect.supports(Feature.IF_EXISTS_INDEX)));
            case DdlElement other -> new Ddl(other);
        };
    }

    static List<RenderedStatement> add(AddColumnOperation add, Dialect dialect) {
        var table = Scratch.extended(add.table(), add.column(), add.constraints(), add.indexes());
        var column = table.require(add.column().name());
        var statements = new ArrayList<RenderedStatement>();
        plan(table, dialect).stream()
                .filter(element -> element instanceof CreateEnum || element instanceof CreateDomain
                        || element instanceof CreateSequence)
                .forEach(element -> statements.add(rendered(element, false, dialect)));
        for (var element : SchemaPlan.addColumn(column, dialect::supports)) {
            if (element instanceof AddColumn plain) {
                statements.add(new Ddl(new AddColumn(column, inline(add, table, plain), add.options().ifNotExists())));
            } else if (!(element instanceof AddConstraint constraint && constraint.constraint() instanceof ForeignKey
                    && add.options().inlineReferences())) {
                statements.add(new Ddl(element));
            }
        }
        if (add.constraints().stream().anyMatch(each -> each.kind() == ConstraintKind.PRIMARY_KEY)) {
            statements.add(new Ddl(new AddConstraint(table, table.primaryKey())));
        }
        return statements;
    }

    private static List<ForeignKey> inline(AddColumnOperation add, Table table, AddColumn plain) {
        if (!add.options().inlineReferences()) {
            return plain.foreignKeys();
        }
        return add.constraints().stream().anyMatch(TableRenderer::isForeignKey) ? table.foreignKeys() : List.of();
    }

    private static boolean isForeignKey(ConstraintSnapshot constraint) {
        return constraint instanceof ForeignKeySnapshot;
    }
}
