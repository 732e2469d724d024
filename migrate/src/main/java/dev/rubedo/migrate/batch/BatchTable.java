package dev.rubedo.migrate.batch;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.SetTableCommentOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.render.RenderedStatement;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The new table of a batch, and the columns of the old one that fill its columns. Immutable. */
final class BatchTable {
    private final TableSnapshot before;
    private final TableSnapshot after;
    /** The new names of the copied columns by their old names. */
    private final Map<String, String> copied;
    private final Dialect dialect;

    private BatchTable(TableSnapshot before, TableSnapshot after, Map<String, String> copied, Dialect dialect) {
        this.before = before;
        this.after = after;
        this.copied = copied;
        this.dialect = dialect;
    }

    static BatchTable of(BatchOperation batch, TableSnapshot existing, Dialect dialect) {
        var schema = SchemaReplay.apply(SchemaSnapshot.EMPTY.with(existing), batch);
        var copied = new LinkedHashMap<String, String>();
        existing.columns().forEach(column -> copied.put(column.name(), column.name()));
        batch.operations().forEach(operation -> follow(operation, copied));
        return new BatchTable(existing, schema.require(batch.table()), copied, dialect);
    }

    private static void follow(TableOperation operation, Map<String, String> copied) {
        switch (operation) {
            case DropColumnOperation drop -> copied.values().remove(drop.column());
            case AlterColumnOperation alter when alter.change().name() != null ->
                copied.replaceAll((from, to) -> to.equals(alter.column()) ? alter.change().name() : to);
            case ModifyTableOperation modify -> modify.operations().forEach(each -> follow(each, copied));
            case AddColumnOperation add -> {}
            case TableOperation other -> {}
        }
    }

    /** Returns the temporary name of the new table. */
    TableName temporary() {
        return before.name().renamed("_rubedo_tmp_" + before.name().name());
    }

    /** Returns the statements that create the new table, fill it and drop the old one. */
    List<RenderedStatement> copying() {
        var plain = after.withIndexes(List.of()).withName(temporary());
        if (dialect.supports(Feature.COMMENTS) && !dialect.supports(Feature.INLINE_COMMENTS)) {
            plain = plain.withComment("");
        }
        var statements = new ArrayList<>(
                OperationRenderer.render(new CreateTableOperation(plain, false), dialect));
        statements.add(copy());
        statements.addAll(
                OperationRenderer.render(new DropTableOperation(before.name(), null, false), dialect));
        return statements;
    }

    private RenderedStatement copy() {
        var metaData = new MetaData();
        var old = columnsOnly(before).toTable(metaData);
        var created = columnsOnly(after).withName(temporary()).toTable(metaData);
        var targets = new ArrayList<SettableColumn<?>>();
        var sources = new ArrayList<Projection<?>>();
        copied.forEach((from, to) -> {
            var source = before.require(from);
            var target = after.require(to);
            if (target.computed() == null) {
                targets.add(created.require(to));
                sources.add(value(old.require(from), source.type(), target.type()));
            }
        });
        if (targets.isEmpty()) {
            // no column is left, but each row is
            var first = created.columns().get(0);
            return new RenderedStatement.Dml(Sql.insertInto(created).fromSelect(
                    Sql.select(Sql.nullValue(first.type())).from(old), first));
        }
        var query = sources.size() == 1 ? Sql.select(sources.get(0))
                : sources.size() == 2 ? Sql.select(sources.get(0), sources.get(1))
                        : Sql.select(sources.get(0), sources.get(1),
                                sources.subList(2, sources.size()).toArray(Projection[]::new));
        return new RenderedStatement.Dml(
                Sql.insertInto(created).fromSelect(query, targets.toArray(SettableColumn[]::new)));
    }

    private static TableSnapshot columnsOnly(TableSnapshot table) {
        return TableSnapshot.of(table.name(),
                table.columns().stream().map(column -> ColumnSnapshot.of(column.name(), column.type())).toList());
    }

    private static Expression<?> value(Column<?> column, SqlType<?> from, SqlType<?> to) {
        return from.family() == to.family() ? column : new Cast<>(column, to);
    }

    /** Returns the statement that gives the new table the name of the old one. */
    RenderedStatement renaming() {
        return OperationRenderer.render(new RenameTableOperation(temporary(), before.name().name()), dialect).get(0);
    }

    /** Returns the statements that create the indexes of the new table, and its comment. */
    List<RenderedStatement> indexes() {
        var statements = new ArrayList<RenderedStatement>();
        if (!after.comment().isEmpty() && dialect.supports(Feature.COMMENTS)
                && !dialect.supports(Feature.INLINE_COMMENTS)) {
            statements.addAll(OperationRenderer
                    .render(new SetTableCommentOperation(after.name(), after.comment(), ""), dialect));
        }
        after.indexes().forEach(index -> statements
                .addAll(OperationRenderer.render(new CreateIndexOperation(after.name(), index), dialect)));
        return statements;
    }
}
