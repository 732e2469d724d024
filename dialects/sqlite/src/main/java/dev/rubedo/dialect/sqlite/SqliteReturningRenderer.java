package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;

/** The RETURNING clause of SQLite, which can contain only columns of the changed table. Immutable. */
final class SqliteReturningRenderer extends ReturningRenderer {

    SqliteReturningRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void require(Feature feature, Statement<?> statement, TableReference table) {
        super.require(feature, statement, table);
        for (var source : FromList.sources(statement.selectList().projections())) {
            if (!source.equals(table)) {
                throw new UnsupportedFeatureException(feature, traits.name(),
                        "columns of \"" + source + "\" in RETURNING");
            }
        }
    }

    @Override
    protected boolean qualifies() {
        return false;
    }
}
