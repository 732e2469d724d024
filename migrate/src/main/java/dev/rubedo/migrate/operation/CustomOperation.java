package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * An operation of an application, such as creating a view or a function. An extension point. Implementations are
 * immutable.
 */
@Spi
public non-sealed interface CustomOperation extends MigrationOperation {

    /**
     * Returns the DDL that carries the operation out.
     *
     * @param dialect the dialect of the database
     */
    List<DdlElement> ddl(Dialect dialect);

    /**
     * Returns what the operation makes of the tables and sequences of a schema. By default they stay as they are.
     *
     * @param before the schema before the operation
     */
    default SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    @Override
    default MigrationOperation reverse() {
        throw new IrreversibleOperationException(describe(), "it does not say what undoes it");
    }
}
