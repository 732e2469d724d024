package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Sequence;

/** The DDL of MariaDB, where it differs from that of MySQL. Immutable. */
final class MariadbDdlCompiler extends MysqlDdlCompiler {

    MariadbDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    /** A computed column cannot be NOT NULL. */
    @Override
    protected boolean isNotNull(Column<?> column) {
        return super.isNotNull(column) && column.computation() == null;
    }

    /** The checks of a column are part of its definition. */
    @Override
    protected String checksToRepeat(Column<?> column) {
        return columnChecks(column);
    }

    @Override
    protected String checkWord() {
        return "CONSTRAINT";
    }

    /** The type was introduced in 11.5. */
    @Override
    protected String sequenceType(Sequence sequence) {
        return traits.version().isAtLeast(11, 5) ? super.sequenceType(sequence) : noSequenceType(sequence);
    }
}
