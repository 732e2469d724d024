package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertRenderer;

/** The INSERT of H2. Immutable. */
final class H2InsertRenderer extends InsertRenderer {

    H2InsertRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean commonTablesComeFirst() {
        return false;
    }
}
