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
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.DropSequence;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The DDL of SQL Server. Statements test for existence themselves. Options of tables: {@code filegroup},
 * {@code textimage_on}, {@code data_compression}, {@code partition_scheme} (with its column in parentheses), and
 * {@code implicit_returning}, which affects only statements; of primary keys and unique constraints: {@code clustered};
 * of indexes: {@code clustered}, {@code columnstore}, {@code order} of a columnstore, {@code fillfactor},
 * {@code data_compression}, {@code filegroup}. Immutable.
 */
final class SqlServerDdlCompiler extends DdlCompiler {

    private static final String DEFAULT_SCHEMA = "dbo";
    /** SQL Server 2016. */
    private static final int WITH_IF_EXISTS = 13;

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
        return isAutoincrement(column) && column.sequenceDefault() == null ? "IDENTITY(1,1)" : "";
    }

    /** An index is dropped from its table. */
    @Override
    protected String dropIndex(DropIndex drop) {
        var name = name(drop.index().name()) + " ON " + tableName(drop.index().table());
        return !drop.ifExists() ? "DROP INDEX " + name
                : traits.version().isAtLeast(WITH_IF_EXISTS) ? "DROP INDEX IF EXISTS " + name
                        : "IF EXISTS (" + indexQuery(drop.index()) + ") DROP INDEX " + name;
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

    /** NULLs are always equal. */
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
        return SqlServerStorage.INDEX_OPTIONS.contains(option);
    }

    @Override
    protected String indexWord(Index index) {
        var clustered = index.options().getOrDefault("mssql.clustered", "");
        return super.indexWord(index) + (clustered.isEmpty() ? "" : clustered.equals("true") ? "CLUSTERED "
                : "NONCLUSTERED ") + (SqlServerStorage.isColumnstore(index) ? "COLUMNSTORE " : "");
    }

    /** A clustered columnstore index contains all columns and lists none. */
    @Override
    protected String createIndex(CreateIndex create) {
        var index = create.index();
        requireIndex(index);
        boolean isWhole = SqlServerStorage.isColumnstore(index)
                && index.options().getOrDefault("mssql.clustered", "").equals("true");
        var text = "CREATE " + indexWord(index) + "INDEX " + name(index.name()) + " ON " + tableName(index.table())
                + (isWhole ? "" : " (" + indexTerms(index) + ")") + indexSuffix(index);
        return !create.ifNotExists() ? text : "IF NOT EXISTS (" + indexQuery(index) + ") " + text;
    }

    private String indexQuery(Index index) {
        return "SELECT 1 FROM " + catalog(index.table()) + "sys.indexes WHERE object_id = " + objectId(index.table())
                + " AND name = " + literal(index.name());
    }

    @Override
    protected String indexSuffix(Index index) {
        var order = index.options().getOrDefault("mssql.order", "");
        return included(index) + (order.isEmpty() ? "" : " ORDER (" + names(SqlServerStorage.names(order)) + ")")
                + indexCondition(index) + SqlServerStorage.ofIndex(index, traits.quoter()::quote);
    }

    @Override
    protected String tableSuffix(Table table) {
        return SqlServerStorage.ofTable(table, traits.quoter()::quote);
    }

    /** There is no RESTRICT; NO ACTION has the same meaning, because constraints cannot be deferred. */
    @Override
    protected String action(ForeignKey key, String words, ReferentialAction action) {
        return super.action(key, words, action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action);
    }

    @Override
    protected String createTable(CreateTable create) {
        if (create.table().prefixes().stream().anyMatch(word -> word.toUpperCase(Locale.ROOT).contains("TEMP"))) {
            throw new InvalidStatementException(
                    "The name of a temporary table of SQL Server must begin with #, without a keyword before TABLE. "
                            + "Rename table \"" + create.table().label() + "\", and remove its prefix.");
        }
        var text = super.createTable(new CreateTable(create.table(), create.foreignKeys(), false));
        return create.ifNotExists() ? "IF " + objectId(create.table()) + " IS NULL " + text : text;
    }

    @Override
    protected String dropTable(DropTable drop) {
        return ifExists(drop.ifExists(), "DROP TABLE ", objectId(drop.table()) + " IS NOT NULL ",
                tableName(drop.table()));
    }

    @Override
    protected String dropView(DropView drop) {
        var text = super.dropView(new DropView(drop.view(), false, drop.isCascading()));
        return !drop.ifExists() ? text : ifExists(true, "DROP VIEW ", objectId(drop.view()) + " IS NOT NULL ",
                tableName(drop.view()));
    }

    @Override
    protected String createSequence(CreateSequence create) {
        var text = super.createSequence(new CreateSequence(create.sequence(), false));
        return create.ifNotExists() ? "IF OBJECT_ID(" + literal(sequenceName(create.sequence())) + ") IS NULL " + text
                : text;
    }

    @Override
    protected String dropSequence(DropSequence drop) {
        var name = sequenceName(drop.sequence());
        return ifExists(drop.ifExists(), "DROP SEQUENCE ", "OBJECT_ID(" + literal(name) + ") IS NOT NULL ", name);
    }

    private String sequenceName(Sequence sequence) {
        return schemaPrefix(sequence.schema()) + name(sequence.name());
    }

    /** Without a start value, a sequence would begin with the smallest value of its type. */
    @Override
    protected String sequenceOptions(Sequence sequence) {
        var increment = sequence.increment();
        boolean isAscending = increment == null || increment > 0;
        return super.sequenceOptions(sequence.start() != null || sequence.minimum() != null || !isAscending ? sequence
                : new Sequence(sequence.name(), sequence.schema(), 1L, increment, null, sequence.maximum(),
                        sequence.isCycling(),
                        sequence.cache(), sequence.dataType(), sequence.isOrdered()));
    }

    @Override
    protected String dropConstraint(DropConstraint drop) {
        var text = super.dropConstraint(new DropConstraint(drop.table(), drop.constraint(), false, drop.isCascading()));
        if (!drop.ifExists()) {
            return text;
        }
        var name = requiredName(drop.table(), drop.constraint());
        return traits.version().isAtLeast(WITH_IF_EXISTS)
                ? "ALTER TABLE " + tableName(drop.table()) + " DROP CONSTRAINT IF EXISTS " + name
                : "IF OBJECT_ID(" + literal(schemaPrefix(drop.table().schema()) + name) + ") IS NOT NULL " + text;
    }

    /** CREATE SCHEMA must be the only statement of its batch. */
    @Override
    protected String createSchema(CreateSchema create) {
        var text = "CREATE SCHEMA " + name(create.name());
        return create.ifNotExists() ? "IF SCHEMA_ID(" + literal(create.name()) + ") IS NULL EXEC(" + literal(text) + ")"
                : text;
    }

    @Override
    protected String dropSchema(DropSchema drop) {
        if (drop.isCascading()) {
            traits.require(Feature.DROP_CASCADE, "DROP SCHEMA ... CASCADE");
        }
        return ifExists(drop.ifExists(), "DROP SCHEMA ", "SCHEMA_ID(" + literal(drop.name()) + ") IS NOT NULL ",
                name(drop.name()));
    }

    /** Returns a DROP statement; it has IF EXISTS since 2016, before which a condition tests for existence. */
    private String ifExists(boolean isWanted, String drop, String question, String name) {
        return !isWanted ? drop + name
                : traits.version().isAtLeast(WITH_IF_EXISTS) ? drop + "IF EXISTS " + name
                        : "IF " + question + drop + name;
    }

    /** Returns the call for the object id of a table, which is NULL if it does not exist. */
    private String objectId(Table table) {
        boolean isTemporary = table.schema().isEmpty() && table.name().startsWith("#");
        return "OBJECT_ID(" + literal((isTemporary ? "tempdb.." : "") + tableName(table)) + ")";
    }

    private String catalog(Table table) {
        return table.schema().isEmpty() && table.name().startsWith("#") ? "tempdb." : "";
    }

    private String literal(String text) {
        return renderers.literals().renderString(text);
    }

    /**
     * A comment is an extended property. The server refuses to add a second one; an empty text removes it.
     */
    @Override
    protected String setTableComment(SetTableComment set) {
        return comment(set.text(), set.isFirst(), set.table(), null);
    }

    @Override
    protected String setColumnComment(SetColumnComment set) {
        return comment(set.text(), set.isFirst(), set.column().table(), set.column().name());
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }

    /** A property is added once and updated afterwards, so a statement that may not be the first one tests for it. */
    private String comment(String text, boolean isFirst, Table table, @Nullable String column) {
        var schema = table.schema().isEmpty() ? DEFAULT_SCHEMA : last(traits.quoter().schemaParts(table.schema()));
        var kind = table.isView() ? "'view', " : "'table', ";
        var place = "'schema', " + (table.schema().isEmpty() ? schema : traits.quoter().quote(schema)) + ", " + kind
                + name(table.name()) + (column == null ? "" : ", 'column', " + name(column));
        var add = "execute sp_addextendedproperty 'MS_Description', " + comment(text) + ", " + place;
        if (isFirst && !text.isEmpty()) {
            return add;
        }
        var exists = "IF EXISTS (SELECT 1 FROM sys.fn_listextendedproperty('MS_Description', 'schema', "
                + literal(schema) + ", " + kind + literal(table.name()) + ", "
                + (column == null ? "NULL, NULL" : "'column', " + literal(column)) + ")) ";
        return text.isEmpty() ? exists + "execute sp_dropextendedproperty 'MS_Description', " + place
                : exists + "execute sp_updateextendedproperty 'MS_Description', " + comment(text) + ", " + place
                        + " ELSE " + add;
    }

    @Override
    protected String replaceWord() {
        return "OR ALTER";
    }

    /** The table is created by SELECT ... INTO. */
    @Override
    protected String createTableAs(CreateTableAs create) {
        if (!create.table().prefixes().isEmpty() || !create.table().options(traits.name()).isEmpty()) {
            throw new InvalidStatementException("SELECT ... INTO creates table \"" + create.table().label()
                    + "\" without keywords before TABLE and without options. Remove them, and name it #name if it is "
                    + "temporary.");
        }
        return (create.ifNotExists() ? "IF " + objectId(create.table()) + " IS NULL " : "") + "SELECT * INTO "
                + tableName(create.table()) + " FROM ("
                + statements.compileWithValues(create.query()) + ") AS made";
    }
}
