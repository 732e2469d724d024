package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;
import java.util.Collections;

/** The RETURNING INTO clause of Oracle: output parameters after those of the statement. Immutable. */
final class OracleReturningRenderer extends ReturningRenderer {

    OracleReturningRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    public KeyWay way() {
        return KeyWay.OUT_PARAMETERS;
    }

    /** An INSERT returns rows only with VALUES, and a MERGE since 23. */
    @Override
    protected void require(Feature feature, Statement<?> statement, TableReference table) {
        super.require(feature, statement, table);
        if (statement instanceof Insert<?> insert && !traits.version().isAtLeast(23)
                && (insert.query() != null || insert.rows().size() > 1 || !insert.conflicts().isEmpty())) {
            throw new UnsupportedFeatureException(feature, traits.name(),
                    "RETURNING of an INSERT with a query, several rows or a conflict");
        }
    }

    @Override
    protected boolean writesLabels() {
        return false;
    }

    /** There is one parameter for each column. */
    @Override
    protected void renderEnd(Statement<?> statement, RenderContext out) {
        int columns = statement.columns().size();
        out.sql(" INTO ").sql(String.join(", ", Collections.nCopies(columns, "?")));
    }
}
