package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;

/** The RETURNING clause of MariaDB, for statements on a single table. MySQL has no such clause. Immutable. */
final class MysqlReturningRenderer extends ReturningRenderer {

    MysqlReturningRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void require(Feature feature, Statement<?> statement, TableReference table) {
        super.require(feature, statement, table);
        if (statement instanceof Delete<?> delete && !FromList.besides(delete).isEmpty()) {
            throw new UnsupportedFeatureException(feature, traits.name(),
                    "RETURNING of a DELETE over several tables");
        }
    }
}
