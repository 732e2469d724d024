package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.stability.Spi;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation of an application, such as creating a view or a function. An extension point. Implementations are
 * immutable.
 */
@Spi
public non-sealed interface CustomOperation extends DatabaseOperation {

    /**
     * Returns the DDL that performs the operation.
     *
     * @param dialect the dialect of the database
     */
    List<DdlElement> ddl(Dialect dialect);

    /**
     * Returns the schema after the operation; by default unchanged.
     *
     * @param before the schema before the operation
     */
    @Override
    default SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    /**
     * Returns the Java statement of a revision that performs the operation, in which {@code {op}} stands for the
     * variable with the {@link Operations}: {@code {op}.invoke(new GrantOperation("app"));}. By default there is none,
     * so that the operation cannot be part of a generated revision.
     */
    default Optional<Statement> source() {
        return Optional.empty();
    }

    /**
     * A Java statement. Immutable.
     *
     * @param code the statement, with its semicolon
     * @param imports the classes that it needs, each with its package
     */
    record Statement(String code, List<String> imports) {
        /** Checks the code and copies the list. */
        public Statement {
            Objects.requireNonNull(code, "code");
            imports = List.copyOf(imports);
        }
    }

    @Override
    default OperationStep step() {
        return OperationStep.OTHERS;
    }

    @Override
    default MigrationOperation reverse() {
        throw new IrreversibleOperationException(describe(), "it does not define its reverse");
    }
}
