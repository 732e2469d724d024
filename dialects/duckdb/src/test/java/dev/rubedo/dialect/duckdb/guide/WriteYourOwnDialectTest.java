package dev.rubedo.dialect.duckdb.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Operator;
import dev.rubedo.type.Types;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The samples of {@code docs/guide/write-your-own-dialect.md}; an architecture test compares the texts. */
class WriteYourOwnDialectTest {

    /** A language with its own operator for integer division. */
    static final class QuackDialect extends Dialect {

        QuackDialect(ServerVersion version) {
            this(new DialectTraits("quack", version,
                    DialectTraits.featuresWhere(feature -> feature == Feature.BOOLEAN_TYPE),
                    new IdentifierQuoter('"', '"', Set.of("select", "from", "where", "order")), 63, 1000));
        }

        private QuackDialect(DialectTraits traits) {
            super(renderers(traits), DdlCompiler::new);
        }

        @Override
        public Dialect with(DialectTraits traits) {
            return new QuackDialect(traits);
        }

        private static Renderers renderers(DialectTraits of) {
            return new Renderers(of, new QuackExpressions(of), new FunctionRenderer(of), new ConditionRenderer(of),
                    new SelectRenderer(of), new InsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of),
                    new ReturningRenderer(of), new TypeRenderer(of), new LiteralRenderer(of));
        }
    }

    static final class QuackExpressions extends ExpressionRenderer {

        QuackExpressions(DialectTraits traits) {
            super(traits);
        }

        @Override
        protected void renderWholeDivision(Binary<?> division, RenderContext out) {
            out.infix(division.left(), Operator.DIVIDE, "//", division.right());
        }
    }

    @Test
    void aDialectWritesOnlyItsDifferences() {
        Dialect dialect = new QuackDialect(new ServerVersion(1, 0, 0));
        Table things = new MetaData().table("things", column("order", Types.INTEGER));
        Column<Integer> order = things.column("order", Integer.class);

        String sql = select(order.dividedBy(literal(2)).as("half")).where(order.gt(literal(4))).sql(dialect);

        assertThat(sql).isEqualTo(
                "SELECT things.\"order\" // 2 AS half FROM things WHERE things.\"order\" > 4");
    }
}
