package dev.rubedo.dialect;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.dialect.EntityNames.NamedAttribute;
import dev.rubedo.dialect.EntityNames.NamedEntity;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.NewValue;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementRenderer;
import dev.rubedo.sql.TableReference;
import dev.rubedo.type.TypeFamily;

/**
 * A printer of human-readable trees in standard syntax. Entities and attributes appear with their own names, without
 * quotes, because only their mapping knows tables and columns. Thread-safe.
 */
final class TreeTextRenderer implements StatementRenderer {

    private final StatementCompiler compiler;

    TreeTextRenderer(Renderers standard) {
        this.compiler = new StatementCompiler(new Renderers(standard.traits(), new Expressions(standard.traits()),
                standard.functions(), standard.conditions(), new Names(standard.traits()), standard.inserts(),
                standard.updates(), standard.deletes(), standard.returning(), standard.types(), standard.literals()));
    }

    @Override
    public String render(Statement<?> statement) {
        return readable(compiler.compile(new EntityNames().statement(statement)).sql());
    }

    @Override
    public String render(Expression<?> expression) {
        return readable(compiler.compileFragment(new EntityNames().expression(expression)).sql());
    }

    @Override
    public String render(FromClause from) {
        return readable(compiler.compile(new EntityNames().from(from)));
    }

    /** The columns of an entity have no collective name. */
    private static String readable(String sql) {
        return sql.replace(" AS \"*\"", "");
    }

    /** Writes elements that are meaningful only inside a statement. Immutable. */
    private static final class Expressions extends AnsiDialect.AnsiExpressionRenderer {

        private Expressions(DialectTraits traits) {
            super(traits);
        }

        @Override
        protected void renderNewValue(NewValue<?> value, RenderContext out) {
            out.sql("newValue(").sql(value.column().name()).sql(")");
        }

        @Override
        protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
            boolean isCast = access.type().family() != TypeFamily.JSON;
            out.sql(isCast ? "CAST(" : "").expression(access.document());
            for (int i = 0; i < access.path().size(); i++) {
                boolean isText = i == access.path().size() - 1 && access.form() == JsonAccess.Form.VALUE;
                Object step = access.path().get(i);
                out.sql(isText ? " ->> " : " -> ")
                        .sql(step instanceof String name ? "'" + name.replace("'", "''") + "'" : step.toString());
            }
            out.sql(isCast ? " AS " + out.types().renderForCast(access.type()) + ")" : "");
        }
    }

    /** Writes entities and attributes with their Java names. Immutable. */
    private static final class Names extends SelectRenderer {

        private Names(DialectTraits traits) {
            super(traits);
        }

        @Override
        protected void renderTableName(TableReference table, RenderContext out) {
            if (table instanceof NamedEntity entity) {
                out.sql(entity.name().replace(" as ", " AS "));
            } else {
                super.renderTableName(table, out);
            }
        }

        @Override
        protected void renderColumnName(ColumnReference<?> column, RenderContext out) {
            if (column instanceof NamedAttribute<?> attribute) {
                out.sql(attribute.toString());
            } else {
                super.renderColumnName(column, out);
            }
        }
    }
}
