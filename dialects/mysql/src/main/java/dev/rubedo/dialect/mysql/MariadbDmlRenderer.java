package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Insert;

/** INSERT, UPDATE and DELETE of MariaDB, where they differ from those of MySQL. Immutable. */
final class MariadbDmlRenderer extends MysqlDmlRenderer {

    MariadbDmlRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A function gives the values of the row that wanted in. */
    @Override
    protected void renderNewRowName(Insert<?> insert, RenderContext out) {
        // it needs no name
    }
}
