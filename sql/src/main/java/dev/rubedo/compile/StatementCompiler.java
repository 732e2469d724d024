package dev.rubedo.compile;

import dev.rubedo.compile.RenderContext.OutputStyle;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.Types;
import java.util.List;

/**
 * A compiler of statements to SQL. It collects the values of a statement in one walk, then lets the renderers write the
 * SQL.
 *
 * <p>Thread-safe.
 */
public final class StatementCompiler {

    private final Renderers renderers;

    /** Creates a compiler that uses the given renderers. */
    public StatementCompiler(Renderers renderers) {
        this.renderers = renderers;
    }

    /**
     * Returns the SQL of a statement with its parameters.
     *
     * @throws UnsupportedFeatureException if the dialect lacks a feature that the statement needs
     * @throws dev.rubedo.error.CompileException if the statement cannot be compiled for another reason
     */
    public CompiledStatement compile(Statement<?> statement) {
        return compile(statement, OutputStyle.STATEMENT);
    }

    /** Returns the SQL of a statement with its values inlined, for scripts and logs. */
    public String compileWithValues(Statement<?> statement) {
        return compile(statement, OutputStyle.STATEMENT.withValuesInline()).sql();
    }

    private CompiledStatement compile(Statement<?> statement, OutputStyle style) {
        try {
            return write(statement, style);
        } catch (StackOverflowError e) {
            throw StatementShape.tooDeep(e);
        }
    }

    private CompiledStatement write(Statement<?> statement, OutputStyle style) {
        return statement instanceof Explain explain
                ? write(explain.statement(), StatementShape.of(explain), renderers.selects().explanation(explain),
                        style)
                        .withoutColumns()
                : write(statement, StatementShape.of(statement), "", style);
    }

    private CompiledStatement write(Statement<?> statement, StatementShape shape, String prefix, OutputStyle style) {
        var out = new RenderContext(renderers, shape.numbers(), style);
        var body = out.apart(() -> renderers.render(statement, QueryPlace.STATEMENT, out));
        out.sql(prefix);
        if (!out.commonTables().isEmpty()) {
            if (!(statement instanceof Selectable<?>)) {
                renderers.traits().require(Feature.COMMON_TABLE_EXPRESSIONS_ON_DML, "WITH");
            }
            out.fragment().append(out.commonTables().clause());
        }
        out.fragment().valuesRow = null;
        out.fragment().append(body);
        return out.finish();
    }

    /** Returns an expression as text, with markers for its values. */
    public String compile(Expression<?> expression) {
        return compileFragment(expression).sql();
    }

    /** Returns the SQL of an expression with its parameters. */
    public CompiledStatement compileFragment(Expression<?> expression) {
        try {
            var shape = new ShapeWriter();
            shape.expression(expression);
            var out = new RenderContext(renderers, shape.shape().numbers(), OutputStyle.STATEMENT);
            out.expression(expression);
            return out.finish();
        } catch (StackOverflowError e) {
            throw StatementShape.tooDeep(e);
        }
    }

    /** Returns the SQL of a FROM item. */
    public String compile(FromClause from) {
        Select<?> select = Sql.select(Sql.literalColumn("1", Types.INTEGER)).from(from);
        var out = new RenderContext(renderers, StatementShape.of(select).numbers(), OutputStyle.STATEMENT);
        renderers.selects().renderFrom(from, out);
        return out.finish().sql();
    }

    /** Returns whether an expression is an operation, which needs parentheses in some places. */
    public boolean isOperation(Expression<?> expression) {
        return Parentheses.needed(expression, Parentheses.EVERYTHING, renderers);
    }

    /** Returns the SQL of an expression in DDL: values are inlined, and columns are not qualified. */
    public String define(Expression<?> expression) {
        var out = new RenderContext(renderers, new ValueNumbers(), OutputStyle.DEFINITION);
        return out.expression(expression).finish().sql();
    }

    /** Returns the SQL of expressions in DDL, separated by {@code ", "}. */
    public String define(List<? extends Expression<?>> expressions) {
        var out = new RenderContext(renderers, new ValueNumbers(), OutputStyle.DEFINITION);
        out.expressions(expressions);
        return out.finish().sql();
    }
}
