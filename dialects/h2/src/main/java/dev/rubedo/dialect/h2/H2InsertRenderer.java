package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Insert;

/** The INSERT of H2; with a conflict clause it is a MERGE. Immutable. */
final class H2InsertRenderer extends InsertRenderer {

    private final H2MergeRenderer upserts;

    H2InsertRenderer(DialectTraits traits) {
        super(traits);
        this.upserts = new H2MergeRenderer(traits);
    }

    @Override
    protected void render(Insert<?> insert, QueryPlace place, RenderContext out) {
        if (insert.conflicts().isEmpty()) {
            super.render(insert, place, out);
        } else {
            upserts.render(insert, place, out);
        }
    }

    @Override
    protected boolean commonTablesComeFirst() {
        return false;
    }
}
