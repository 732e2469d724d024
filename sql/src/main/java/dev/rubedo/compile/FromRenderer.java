package dev.rubedo.compile;

import dev.rubedo.error.UnresolvedElementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Alias;
import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.DerivedColumn;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.LabelStyle;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.TableFunction;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TableSample;
import dev.rubedo.sql.UnresolvedEntity;
import dev.rubedo.sql.ValuesTable;
import java.util.List;
import java.util.Locale;

/**
 * A renderer of FROM clauses and the column names that depend on them; the base class of {@link SelectRenderer}.
 * Overridable: one method per kind of source.
 *
 * <p>Immutable.
 */
abstract class FromRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    FromRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /** Writes an item of FROM. */
    public final void renderFrom(FromClause from, RenderContext out) {
        switch (from) {
            case TableReference t -> renderTable(t, out);
            case Alias a -> renderAlias(a, out);
            case Subquery s -> renderSubqueryTable(s, out);
            case CommonTableExpression c -> renderCommonTable(c, out);
            case TableFunction f -> renderTableFunction(f, out);
            case ValuesTable v -> renderValuesTable(v, out);
            case Join j -> renderJoin(j, out);
            case UnresolvedEntity<?> e -> throw new UnresolvedElementException("Entity \"" + e
                    + "\" has no table without its mapping. Run the statement through a Session, or resolve it with "
                    + "model.resolve(...).");
        }
    }

    /** Writes a table to read, and its alias if it has one. */
    protected void renderTable(TableReference table, RenderContext out) {
        requireUnchanged(table, out);
        renderHintsBefore(table, out);
        renderTableName(table, out);
        if (!table.alias().isEmpty()) {
            renderAliasName(table.alias(), out);
        }
        renderTableHints(table, out);
        renderTableClauses(table, out);
    }

    /** Writes the hints that precede a table or alias. */
    final void renderHintsBefore(FromClause table, RenderContext out) {
        var scope = out.scope();
        if (scope != null && !scope.tableClauses.isEmpty()) {
            for (var clause : List.copyOf(scope.tableClauses)) {
                if (clause instanceof TableHint hint && hint.isBefore() && hint.table().equals(table)) {
                    out.sql(isMeant(hint) ? hint.sql() + " " : "");
                    scope.tableClauses.remove(clause);
                }
            }
        }
    }

    private boolean isMeant(TableHint hint) {
        return isMeant(hint, traits);
    }

    /** Returns whether a hint is meant for a dialect. */
    static boolean isMeant(TableHint hint, DialectTraits traits) {
        return hint.dialect().isEmpty() || hint.dialect().equals(traits.name());
    }

    /** Writes the samples of a table or alias, and the hints that follow it. */
    final void renderTableClauses(FromClause table, RenderContext out) {
        var scope = out.scope();
        if (scope == null) {
            return;
        }
        for (var clause : List.copyOf(scope.tableClauses)) {
            switch (clause) {
                case TableSample sample when sample.table().equals(table) -> {
                    traits.require(Feature.TABLE_SAMPLE, sample.table());
                    renderSample(sample, out);
                    scope.tableClauses.remove(clause);
                }
                case TableHint hint when hint.table().equals(table) -> {
                    out.sql(isMeant(hint) ? " " + hint.sql() : "");
                    scope.tableClauses.remove(clause);
                }
                default -> {}
            }
        }
    }

    /** Writes a sample, with a leading space. */
    protected void renderSample(TableSample sample, RenderContext out) {
        out.sql(" TABLESAMPLE ").sql(sample.method().name().toLowerCase(Locale.ROOT)).sql("(")
                .expression(sample.percent()).sql(")");
        var seed = sample.seed();
        if (seed != null) {
            out.sql(" REPEATABLE (").expression(seed).sql(")");
        }
    }

    /** A derived table in between is evaluated first, so it may read the changed table. */
    private void requireUnchanged(TableReference table, RenderContext out) {
        var scope = out.scope();
        if (scope != null && scope.isChanged(table)) {
            traits.require(Feature.READ_OF_CHANGED_TABLE,
                    "a subquery that reads " + table.name() + ", the table that is changed,");
        }
    }

    /** Writes hints after a table or its alias. */
    protected void renderTableHints(FromClause table, RenderContext out) {
        // most databases have none
    }

    /** Writes the name of a table, qualified with its schema if it has one. */
    protected void renderTableName(TableReference table, RenderContext out) {
        if (out.style().qualifiesTables()) {
            out.sql(traits.qualifier(table.schema()));
        }
        out.identifier(table.name());
    }

    /** Writes an aliased table. */
    protected void renderAlias(Alias alias, RenderContext out) {
        if (alias.source() instanceof TableReference table) {
            requireUnchanged(table, out);
            renderHintsBefore(alias, out);
            renderTableName(table, out);
        } else {
            renderFrom(alias.source(), out);
        }
        renderAliasName(nameOf(alias.name(), out), out);
        renderTableHints(alias, out);
        renderTableClauses(alias, out);
    }

    /** Writes the alias of a source, with the keyword before it. */
    protected void renderAliasName(String name, RenderContext out) {
        out.sql(" AS ").identifier(name);
    }

    /** Writes a subquery as an item of FROM. */
    protected void renderSubqueryTable(Subquery subquery, RenderContext out) {
        if (subquery.isLateral()) {
            traits.require(Feature.LATERAL, subquery.label());
            out.sql("LATERAL ");
        }
        out.sql("(");
        renderQuery(subquery.query(), subquery.isLateral() ? QueryPlace.LATERAL : QueryPlace.FROM, out);
        out.sql(")");
        renderAliasName(nameOf(subquery.name(), out), out);
    }

    /** Writes the name of a common table expression, and its definition before the statement. */
    protected void renderCommonTable(CommonTableExpression cte, RenderContext out) {
        renderCommonTableDefinition(cte, out);
        out.identifier(nameOf(cte.name(), out));
    }

    /** Writes a query at the given place. */
    protected abstract void renderQuery(Selectable<?> query, QueryPlace place, RenderContext out);

    /** Writes a table-valued function as an item of FROM. */
    protected void renderTableFunction(TableFunction function, RenderContext out) {
        traits.require(Feature.TABLE_VALUED_FUNCTIONS, function.function().name());
        if (function.isLateral()) {
            traits.require(Feature.LATERAL, function.function().name());
            out.sql("LATERAL ");
        }
        if (function.hasOrdinality()) {
            traits.require(Feature.WITH_ORDINALITY, function.function().name());
        }
        out.expression(function.function()).sql(function.hasOrdinality() ? " WITH ORDINALITY" : "");
        renderAliasName(nameOf(function.name(), out), out);
        if (function.definesTypes()) {
            traits.require(Feature.RECORD_FUNCTIONS, function.function().name());
            out.sql("(").list(function.columnNames(), (column, to) -> to.identifier(column.name()).sql(" ")
                    .sql(to.types().render(column.type()))).sql(")");
        } else if (namesColumnsOf(function)) {
            out.sql("(").list(function.columnNames(), (column, to) -> to.identifier(column.name())).sql(")");
        }
    }

    /**
     * Returns whether the columns of a function are listed after its alias, because the database does not know them.
     */
    protected boolean namesColumnsOf(TableFunction function) {
        return function.hasOrdinality();
    }

    /** Returns whether a function returns single values, so that its alias is the name of its column. */
    protected static boolean isSingleValued(TableFunction function) {
        return function.columnNames().size() == 1
                && function.columnNames().get(0).name().equals(function.name().text());
    }

    /** Writes VALUES as an item of FROM. */
    protected void renderValuesTable(ValuesTable values, RenderContext out) {
        traits.require(Feature.VALUES_TABLE, values.label());
        out.sql("(VALUES ");
        renderRows(values.rows(), "(", out);
        out.sql(")");
        renderAliasName(nameOf(values.name(), out), out);
        out.sql(" (")
                .list(values.columnNames(), (column, to) -> to.identifier(column.name())).sql(")");
    }

    /** Writes rows of values, separated by {@code ", "}. */
    protected final void renderRows(List<List<Expression<?>>> rows, String opening, RenderContext out) {
        out.list(rows, (row, to) -> to.sql(opening).list(row, this::renderValue).sql(")"));
    }

    /** Writes a value in a row of values. */
    protected void renderValue(Expression<?> value, RenderContext out) {
        out.expression(value);
    }

    /** Writes a join; a join on its right side is put in parentheses. */
    protected void renderJoin(Join join, RenderContext out) {
        if (join.kind() == Join.Kind.FULL) {
            traits.require(Feature.FULL_JOIN, join.kind().token());
        }
        renderFrom(join.left(), out);
        out.sql(" ").sql(joinToken(join.kind())).sql(" ");
        if (join.right() instanceof Join) {
            out.sql("(");
            renderFrom(join.right(), out);
            out.sql(")");
        } else {
            renderFrom(join.right(), out);
        }
        out.sql(" ON ").operand(join.on(), Parentheses.LIKE_ONLY);
    }

    /** Returns the keywords of a join. */
    protected String joinToken(Join.Kind kind) {
        return kind.token();
    }

    /** Writes a column, qualified with the name of its source unless names are unqualified at this place. */
    protected void renderColumnName(ColumnReference<?> column, RenderContext out) {
        if (out.style().qualifiesColumns() && !isBare(column)) {
            var newName = out.newName(column.source());
            if (newName == null) {
                renderOwner(column.source(), out);
            } else {
                out.sql(newName);
            }
            out.sql(".");
        }
        out.identifier(nameOf(column, out));
    }

    private static boolean isBare(ColumnReference<?> column) {
        return column.source() instanceof TableFunction function && isSingleValued(function);
    }

    /** Writes the qualifier of a column. */
    protected void renderOwner(RowSource source, RenderContext out) {
        switch (source) {
            case TableReference t when !t.alias().isEmpty() -> out.identifier(t.alias());
            case TableReference t -> renderTableName(t, out);
            case Alias a -> out.identifier(nameOf(a.name(), out));
            case Subquery s -> out.identifier(nameOf(s.name(), out));
            case CommonTableExpression c -> out.identifier(nameOf(c.name(), out));
            case TableFunction f -> out.identifier(nameOf(f.name(), out));
            case ValuesTable v -> out.identifier(nameOf(v.name(), out));
        }
    }

    /** Returns the name of a source, generated if it has none. */
    protected static String sourceName(AliasName name, RenderContext out) {
        return nameOf(name, out);
    }

    /** Returns the prefix of column labels that contain the name of their source. */
    static String labelStart(RowSource source, RenderContext out) {
        return switch (source) {
            case TableReference t when !t.alias().isEmpty() -> t.alias();
            case TableReference t -> LabelStyle.tableNameOf(t);
            case Alias a -> nameOf(a.name(), out);
            case Subquery s -> nameOf(s.name(), out);
            case CommonTableExpression c -> nameOf(c.name(), out);
            case TableFunction f -> nameOf(f.name(), out);
            case ValuesTable v -> nameOf(v.name(), out);
        };
    }

    static String nameOf(AliasName name, RenderContext out) {
        return name.isAnonymous() ? out.names().of(name, name.text()) : name.text();
    }

    /** Generates the name of a column's source, because names are numbered in the order of the text. */
    static void nameSource(ColumnReference<?> column, RenderContext out) {
        switch (column.source()) {
            case Alias a -> nameOf(a.name(), out);
            case Subquery s -> nameOf(s.name(), out);
            case CommonTableExpression c -> nameOf(c.name(), out);
            case TableFunction f -> nameOf(f.name(), out);
            case ValuesTable v -> nameOf(v.name(), out);
            case TableReference t -> {
                // it has a name
            }
        }
    }

    /** Returns the name of a column in its source. */
    static String nameOf(ColumnReference<?> column, RenderContext out) {
        if (!(column instanceof DerivedColumn<?> derived) || derived.position() < 0) {
            return column.name();
        }
        return switch (derived.source()) {
            case Subquery s -> out.labelsOf(s.query()).referenceAt(derived.position(), out.names());
            case CommonTableExpression c -> out.labelsOf(c.query()).referenceAt(derived.position(), out.names());
            case Alias a -> nameOf(a.source().columns().get(derived.position()), out);
            case TableReference t -> derived.name();
            case TableFunction f -> derived.name();
            case ValuesTable v -> derived.name();
        };
    }

    static String nameIn(CommonTableExpression cte, int position, RenderContext out) {
        return out.labelsOf(cte.query()).nameAt(position, out.names());
    }

    /** Defines a common table expression, unless the statement has done so before. */
    final void renderCommonTableDefinition(CommonTableExpression cte, RenderContext out) {
        var scope = out.scope();
        if (cte.isNested() && scope != null) {
            if (!cte.isSelfReference() && !scope.nested.contains(cte)) {
                scope.nested.add(cte);
                scope.nestedTexts.add(define(cte, out));
            }
            return;
        }
        if (out.commonTables().meet(cte)) {
            out.commonTables().finish(define(cte, out));
        }
    }

    private Fragment define(CommonTableExpression cte, RenderContext out) {
        traits.require(cte.isRecursive()
                ? Feature.RECURSIVE_COMMON_TABLE_EXPRESSIONS
                : Feature.COMMON_TABLE_EXPRESSIONS, cte.label());
        return out.apart(() -> out.within(null, () -> {
            out.identifier(nameOf(cte.name(), out));
            if (namesColumnsOf(cte)) {
                out.sql("(");
                for (int i = 0; i < cte.query().columns().size(); i++) {
                    out.sql(i == 0 ? "" : ", ").identifier(nameIn(cte, i, out));
                }
                out.sql(")");
            }
            out.sql(" AS ").sql(hint(cte)).sql("(");
            switch (cte.query()) {
                case Selectable<?> query -> renderQuery(query, QueryPlace.COMMON_TABLE, out);
                case Statement<?> dml -> {
                    traits.require(Feature.DML_IN_COMMON_TABLE_EXPRESSIONS, cte.label());
                    out.renderers().render(dml, QueryPlace.COMMON_TABLE, out);
                }
            }
            out.sql(")");
        }));
    }

    /** Returns whether the columns of a common table expression are listed after its name. */
    protected boolean namesColumnsOf(CommonTableExpression cte) {
        return cte.isRecursive();
    }

    private String hint(CommonTableExpression cte) {
        return switch (cte.materialization()) {
            case DEFAULT -> "";
            case MATERIALIZED -> {
                traits.require(Feature.MATERIALIZED_HINT, cte.label());
                yield "MATERIALIZED ";
            }
            case NOT_MATERIALIZED -> {
                traits.require(Feature.MATERIALIZED_HINT, cte.label());
                yield "NOT MATERIALIZED ";
            }
        };
    }
}
