package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.Recognition;
import dev.rubedo.compile.SelectRenderer;

/** The queries of DuckDB. Immutable. */
final class DuckDbSelectRenderer extends SelectRenderer {

    DuckDbSelectRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected Recognition recognition() {
        return Recognition.POSITION;
    }
}
