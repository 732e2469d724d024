package dev.rubedo.engine;

import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.string;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;

/** The table of these tests. */
final class Users extends Table {

    final Column<Long> id = column("id", BIGINT).primaryKey();
    final Column<String> name = column("name", string(50)).notNull();

    Users() {
        super("users", new MetaData());
    }
}
