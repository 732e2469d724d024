package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Excluded;
import dev.rubedo.type.TypeFamily;

/** The expressions of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbExpressionRenderer extends MysqlExpressionRenderer {

    MariadbExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    /** There is no cast to a document, but extracting the whole document checks it. */
    @Override
    protected void renderCast(Cast<?> cast, RenderContext out) {
        if (cast.type().family() == TypeFamily.JSON) {
            out.sql("JSON_EXTRACT(").expression(cast.operand()).sql(", '$')");
        } else {
            super.renderCast(cast, out);
        }
    }

    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("VALUES(").identifier(excluded.column().name()).sql(")");
    }
}
