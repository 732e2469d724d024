package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The DDL of SQLite. Table options: {@code autoincrement}, {@code with_rowid} and {@code strict}, each {@code true} or
 * {@code false}. Option of primary keys, unique constraints and checks: {@code on_conflict}, such as {@code replace}.
 * Immutable.
 */
final class SqliteDdlCompiler extends DdlCompiler {

    private static final List<String> CONFLICT_ACTIONS = List.of("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE");
    private static final Set<String> OPTIONS = Set.of("autoincrement", "with_rowid", "strict");

    SqliteDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    @Override
    protected AlterRenderer alterRenderer() {
        return new SqliteAlterRenderer(this);
    }

    @Override
    protected String columnDefinition(Column<?> column) {
        if (Boolean.TRUE.equals(column.autoincrementOption())
                && column.table().primaryKey().columnNames().size() != 1) {
            throw new InvalidStatementException("Column \"" + column.path()
                    + "\": SQLite does not support autoincrement for composite primary keys. Remove "
                    + "autoincrement(true).");
        }
        return plainDefinition(column) + (isKeyInColumn(column.table()) && isAutoincrement(column)
                ? keyInColumn(column.table().primaryKey())
                : "");
    }

    private String keyInColumn(PrimaryKey key) {
        return (key.name().isEmpty() ? "" : " CONSTRAINT " + name(key.name())) + " PRIMARY KEY" + constraintSuffix(key)
                + " AUTOINCREMENT";
    }

    /** The GENERATED clause comes last here; an identity is empty or rejected. */
    private String plainDefinition(Column<?> column) {
        var computed = column.computation();
        return traits.quoter().quote(column.name()) + " " + columnType(column) + defaultClause(column)
                + identity(column) + (column.isNullable() ? "" : " NOT NULL")
                + (computed == null ? "" : " " + computedClause(computed));
    }

    /** Only a primary key of exactly this type is auto-incremented; it has eight bytes. */
    @Override
    protected String columnType(Column<?> column) {
        return isAutoincrement(column) ? "INTEGER" : super.columnType(column);
    }

    @Override
    protected String defaultText(Expression<?> value) {
        return inParentheses(super.defaultText(value));
    }

    /** An identity column can only be an auto-increment key here. */
    @Override
    protected String identity(Column<?> column) {
        if (!isAutoincrement(column)) {
            return super.identity(column);
        }
        requirePlainIdentity(column);
        return "";
    }

    @Override
    protected boolean isKeyInColumn(Table table) {
        return isOn(table, "autoincrement", false) && table.autoincrementColumn() != null;
    }

    /** Only foreign keys can be deferred. */
    @Override
    protected boolean canDefer(Constraint constraint) {
        return constraint instanceof ForeignKey;
    }

    @Override
    protected boolean hasConstraintOption(Constraint constraint, String option) {
        return option.equals("on_conflict") && !(constraint instanceof ForeignKey);
    }

    @Override
    protected String constraintSuffix(Constraint constraint) {
        var action = option(constraint, "on_conflict").toUpperCase(Locale.ROOT);
        if (!action.isEmpty() && !CONFLICT_ACTIONS.contains(action)) {
            throw new InvalidStatementException("\"" + action + "\" is not a conflict action of SQLite; it has "
                    + CONFLICT_ACTIONS + ".");
        }
        return action.isEmpty() ? "" : " ON CONFLICT " + action;
    }

    /** A foreign key cannot refer to another database file, so it contains no schema. */
    @Override
    protected String referredTable(Table table, Table target) {
        return traits.quoter().quote(target.name());
    }

    @Override
    protected String foreignKey(Table table, ForeignKey key) {
        if (!table.schema().equals(key.target().schema())) {
            throw new InvalidStatementException("Table \"" + table.label() + "\" refers to \"" + key.target().label()
                    + "\", but SQLite has no foreign keys between schemas. Put both into one schema.");
        }
        return super.foreignKey(table, key);
    }

    /** The schema qualifies the index and not the table. */
    @Override
    protected String createIndex(CreateIndex create) {
        var index = create.index();
        requireIndex(index);
        return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX "
                + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS_INDEX) + schemaPrefix(index.table().schema())
                + name(index.name()) + " ON " + traits.quoter().quote(index.table().name()) + " (" + indexTerms(index)
                + ")"
                + indexSuffix(index);
    }

    /** NULLs can be sorted first or last in queries, but not in an index. */
    @Override
    protected String indexTerm(Index index, OrderTerm term) {
        if (term instanceof Ordered ordered && ordered.nulls() != Ordered.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(Feature.NULLS_ORDER, traits.name(),
                    "index \"" + index.name() + "\" with NULLS FIRST or NULLS LAST");
        }
        return super.indexTerm(index, term);
    }

    @Override
    protected String tableSuffix(Table table) {
        for (var option : table.options(traits.name()).keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new InvalidStatementException(
                        "SQLite has no table option \"" + option + "\"; it has " + OPTIONS + ".");
            }
        }
        var words = new ArrayList<String>();
        if (!isOn(table, "with_rowid", true)) {
            words.add("WITHOUT ROWID");
        }
        if (isOn(table, "strict", false)) {
            words.add("STRICT");
        }
        return words.isEmpty() ? "" : " " + String.join(", ", words);
    }

    private boolean isOn(Table table, String option, boolean otherwise) {
        return Boolean.parseBoolean(table.options(traits.name()).getOrDefault(option, Boolean.toString(otherwise)));
    }
}
