package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AddColumn;

/** The changes to tables of DuckDB. Immutable. */
final class DuckDbAlterRenderer extends AlterRenderer {

    DuckDbAlterRenderer(DdlCompiler definitions) {
        super(definitions);
    }

    /** An added column cannot have checks or foreign keys. */
    @Override
    protected String addColumn(AddColumn add) {
        if (!add.column().checks().isEmpty() || !add.foreignKeys().isEmpty()) {
            throw new UnsupportedFeatureException(Feature.ALTER_TABLE_CONSTRAINTS, traits.name(),
                    "the constraint of the added column \"" + add.column().name() + "\"");
        }
        return super.addColumn(add);
    }
}
