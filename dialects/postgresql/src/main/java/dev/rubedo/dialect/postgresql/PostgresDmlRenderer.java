package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.DmlRenderer;

/** INSERT, UPDATE and DELETE of PostgreSQL, which speaks the common form. Immutable. */
final class PostgresDmlRenderer extends DmlRenderer {

    PostgresDmlRenderer(DialectTraits traits) {
        super(traits);
    }
}
