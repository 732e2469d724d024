package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;

/** The DDL of SQL Server. Option of primary keys and unique constraints: {@code clustered}. Immutable. */
final class SqlServerDdlCompiler extends DdlCompiler {

    private static final String DEFAULT_SCHEMA = "dbo";

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
            if (identity.hasOptions()) {
                throw refusedOption("MINVALUE, MAXVALUE, CACHE, CYCLE or ON NULL");
            }
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

    @Override
    protected boolean hasConstraintOption(Constraint constraint, String option) {
        return option.equals("clustered")
                && (constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint);
    }

    @Override
    protected String primaryKey(Table table, PrimaryKey key) {
        return "PRIMARY KEY" + clustered(key) + " (" + names(key.columnNames()) + ")";
    }

    @Override
    protected String unique(Table table, UniqueConstraint unique) {
        return "UNIQUE" + clustered(unique) + " (" + names(unique.columnNames()) + ")";
    }

    /** NULLs are equal anyway. */
    @Override
    protected String equalNulls(UniqueConstraint unique) {
        return "";
    }

    private String clustered(Constraint constraint) {
        return switch (option(constraint, "clustered")) {
            case "" -> "";
            case "true" -> " CLUSTERED";
            default -> " NONCLUSTERED";
        };
    }

    @Override
    protected boolean hasIndexOption(Index index, String option) {
        return option.equals("clustered");
    }

    @Override
    protected String indexWord(Index index) {
        return switch (index.options().getOrDefault("mssql.clustered", "")) {
            case "" -> super.indexWord(index);
            case "true" -> super.indexWord(index) + "CLUSTERED ";
            default -> super.indexWord(index) + "NONCLUSTERED ";
        };
    }

    /**
     * A comment is an extended property. The server refuses to add a second one; an empty text removes it.
     */
    @Override
    protected String setTableComment(SetTableComment set) {
        return comment(set.text(), set.table(), "");
    }

    @Override
    protected String setColumnComment(SetColumnComment set) {
        return comment(set.text(), set.column().table(), ", 'column', " + name(set.column().name()));
    }

    private String comment(String text, Table table, String rest) {
        var schema = table.schema().isEmpty() ? DEFAULT_SCHEMA : traits.quoter().quote(table.schema());
        return "execute " + (text.isEmpty() ? "sp_dropextendedproperty" : "sp_addextendedproperty")
                + " 'MS_Description'" + (text.isEmpty() ? "" : ", " + comment(text)) + ", 'schema', " + schema
                + (table.isView() ? ", 'view', " : ", 'table', ") + name(table.name()) + rest;
    }

    @Override
    protected String replaceWord() {
        return "OR ALTER";
    }

    /** The table is made by a query that selects into it. */
    @Override
    protected String createTableAs(CreateTableAs create) {
        if (create.ifNotExists()) {
            traits.require(Feature.IF_EXISTS, "IF NOT EXISTS");
        }
        if (!create.table().prefixes().isEmpty() || !create.table().options(traits.name()).isEmpty()) {
            throw new InvalidStatementException("SELECT ... INTO makes table \"" + create.table().label()
                    + "\" without words before TABLE and without options. Remove them, or name it #name if it is temporary.");
        }
        return "SELECT * INTO " + tableName(create.table()) + " FROM ("
                + statements.compileWithValues(create.query()) + ") AS made";
    }
}
