package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.schema.Column;

/** The DDL of MariaDB, where it differs from that of MySQL. Immutable. */
final class MariadbDdlCompiler extends MysqlDdlCompiler {

    MariadbDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    /** A computed column takes no NOT NULL. */
    @Override
    protected boolean isNotNull(Column<?> column) {
        return super.isNotNull(column) && column.computation() == null;
    }

    @Override
    protected String checkWord() {
        return "CONSTRAINT";
    }
}
