package dev.rubedo.schema;

import java.util.List;

/**
 * A listener for the creation and removal of the tables of a {@link MetaData}, for example to add a trigger to a table.
 *
 * <p>The order of calls: {@code beforeCreate}; for each table in dependency order {@code beforeCreateTable}, its DDL with
 * indexes and comments, {@code afterCreateTable}; {@code afterCreate}; and accordingly for dropping. DDL that a listener
 * executes on the target is part of the same transaction, if the database has one for DDL. Implementations must be
 * thread-safe.
 */
public interface DdlListener {

    /**
     * Called before tables are created.
     *
     * @param target the database, in the transaction of the creation
     * @param tables the tables that do not exist yet and will be created; possibly none
     */
    default void beforeCreate(DdlTarget target, List<Table> tables) {}

    /**
     * Called after tables were created.
     *
     * @param target the database, in the transaction of the creation
     * @param tables the tables that were created; possibly none
     */
    default void afterCreate(DdlTarget target, List<Table> tables) {}

    /** Called before a table is created. */
    default void beforeCreateTable(DdlTarget target, Table table) {}

    /** Called after a table was created, with its indexes and comments. */
    default void afterCreateTable(DdlTarget target, Table table) {}

    /**
     * Called before tables are dropped.
     *
     * @param target the database, in the transaction of the removal
     * @param tables the tables that exist and will be dropped; possibly none
     */
    default void beforeDrop(DdlTarget target, List<Table> tables) {}

    /**
     * Called after tables were dropped.
     *
     * @param target the database, in the transaction of the removal
     * @param tables the tables that were dropped; possibly none
     */
    default void afterDrop(DdlTarget target, List<Table> tables) {}

    /** Called before a table is dropped. */
    default void beforeDropTable(DdlTarget target, Table table) {}

    /** Called after a table was dropped. */
    default void afterDropTable(DdlTarget target, Table table) {}
}
