package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.sql.Statement;

/** Executes SQL specified by the revision. Immutable. */
public sealed interface ExecuteOperation extends DatabaseOperation {

    @Override
    default MigrationOperation reverse() {
        throw new IrreversibleOperationException(describe(), "the reverse of SQL is not known");
    }

    @Override
    default OperationStep step() {
        return OperationStep.OTHERS;
    }

    @Override
    default SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    /**
     * A statement of the expression language.
     *
     * @param statement the statement
     */
    record OfStatement(Statement<?> statement) implements ExecuteOperation {
        @Override
        public String describe() {
            return "execute a statement";
        }
    }

    /**
     * Hand-written SQL.
     *
     * @param sql the SQL, executed verbatim
     */
    record OfText(String sql) implements ExecuteOperation {
        /** Checks the SQL. */
        public OfText {
            if (sql.isBlank()) {
                throw new IllegalArgumentException("execute(...): the SQL is empty");
            }
        }

        @Override
        public String describe() {
            var line = sql.strip().lines().findFirst().orElse("");
            return "execute \"" + (line.length() > 60 ? line.substring(0, 57) + "..." : line) + "\"";
        }
    }

    /**
     * DDL.
     *
     * @param element the DDL
     */
    record OfDdl(DdlElement element) implements ExecuteOperation {
        @Override
        public String describe() {
            return "execute DDL";
        }
    }
}
