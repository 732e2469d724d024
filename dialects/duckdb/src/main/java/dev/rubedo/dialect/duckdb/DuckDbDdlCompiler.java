package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.type.EnumeratedType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DDL of DuckDB. There are no identity columns, so an auto-increment key takes its values from a sequence, which is
 * created before the table and dropped after it. Immutable.
 */
final class DuckDbDdlCompiler extends DdlCompiler {

    DuckDbDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    @Override
    protected List<String> createTableStatements(CreateTable create) {
        var sequence = keySequence(create.table());
        return sequence == null ? List.of(createTable(create))
                : List.of("CREATE SEQUENCE IF NOT EXISTS " + sequence, createTable(create));
    }

    @Override
    protected List<String> dropTableStatements(DropTable drop) {
        var sequence = keySequence(drop.table());
        return sequence == null ? List.of(dropTable(drop))
                : List.of(dropTable(drop), "DROP SEQUENCE IF EXISTS " + sequence);
    }

    /** Returns the quoted name of the sequence of an auto-increment key, or null if the table has none. */
    private @Nullable String keySequence(Table table) {
        var column = table.autoincrementColumn();
        return column == null || column.sequenceDefault() != null || column.databaseDefault() != null ? null
                : schemaPrefix(table.schema()) + name(table.name() + "_" + column.name() + "_seq");
    }

    @Override
    protected String identity(Column<?> column) {
        if (isAutoincrement(column)) {
            requirePlainIdentity(column);
            return "";
        }
        return super.identity(column);
    }

    @Override
    protected String defaultClause(Column<?> column) {
        var sequence = isAutoincrement(column) ? keySequence(column.table()) : null;
        return sequence == null ? super.defaultClause(column)
                : " DEFAULT nextval(" + renderers.literals().renderString(sequence) + ")";
    }

    @Override
    protected AlterRenderer alterRenderer() {
        return new DuckDbAlterRenderer(this);
    }

    @Override
    protected String sequenceOptions(Sequence sequence) {
        if (sequence.cache() != null) {
            throw new InvalidStatementException("DuckDB has no cache of sequences, but sequence \"" + sequence.name()
                    + "\" has one. Remove caching(...).");
        }
        return super.sequenceOptions(sequence);
    }

    @Override
    protected String computedClause(Computed computed) {
        if (computed.storage() == Computed.Storage.STORED) {
            throw new InvalidStatementException("DuckDB cannot store computed columns, such as \"" + computed.sql()
                    + "\". Declare computed(sql) or computed(sql, false).");
        }
        return super.computedClause(computed);
    }

    @Override
    protected boolean isNativeEnum(EnumeratedType<?> type) {
        return type.isNative();
    }
}
