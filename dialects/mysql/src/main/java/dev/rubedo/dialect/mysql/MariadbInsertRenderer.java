package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Insert;

/** The INSERT of MariaDB, where it differs from that of MySQL. Immutable. */
final class MariadbInsertRenderer extends MysqlInsertRenderer {

    MariadbInsertRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A function returns the values of the proposed row. */
    @Override
    protected void renderNewRowName(Insert<?> insert, RenderContext out) {
        // no name is needed
    }
}
