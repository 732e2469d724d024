package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Excluded;

/** The expressions of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbExpressionRenderer extends MysqlExpressionRenderer {

    MariadbExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("VALUES(").identifier(excluded.column().name()).sql(")");
    }
}
