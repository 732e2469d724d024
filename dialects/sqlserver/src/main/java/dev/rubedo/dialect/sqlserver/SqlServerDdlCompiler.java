package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.DropIndex;

/** The DDL of SQL Server. Immutable. */
final class SqlServerDdlCompiler extends DdlCompiler {

    SqlServerDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    @Override
    protected AlterRenderer alterRenderer() {
        return new SqlServerAlterRenderer(this);
    }

    /**
     * A computed column has no type. Every other column specifies whether it is nullable, because the default depends
     * on the session.
     */
    @Override
    protected String columnDefinition(Column<?> column) {
        var computed = column.computation();
        var name = traits.quoter().quote(column.name());
        if (computed != null) {
            return name + " " + computedClause(computed);
        }
        var identity = identity(column);
        return name + " " + columnType(column) + (column.isNullable() && identity.isEmpty() ? " NULL" : " NOT NULL")
                + (identity.isEmpty() ? "" : " " + identity) + defaultClause(column);
    }

    @Override
    protected String computedClause(Computed computed) {
        return "AS (" + computed.sql() + ")" + switch (computed.storage()) {
            case DEFAULT, VIRTUAL -> "";
            case STORED -> " PERSISTED";
        };
    }

    /** An auto-increment key is an identity column, unless it has an explicit one. */
    @Override
    protected String identity(Column<?> column) {
        var identity = column.identityOption();
        if (identity != null) {
            return "IDENTITY(" + identity.start() + "," + identity.increment() + ")";
        }
        return isAutoincrement(column) ? "IDENTITY(1,1)" : "";
    }

    /** An index is dropped from its table. */
    @Override
    protected String dropIndex(DropIndex drop) {
        return "DROP INDEX " + ifExists(drop.ifExists(), Feature.IF_EXISTS_INDEX)
                + name(drop.index().name()) + " ON " + tableName(drop.index().table());
    }
}
