package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;

import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.Revision;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.util.List;
import java.util.Map;

@Revision(id = "9c2f61e0b3", downRevision = "4be1c09a7d", message = "move roles", created = "2026-12-01T09:30")
public final class R9c2f61e0b3_move_roles implements Migration {

    private static final MetaData TABLES = new MetaData();
    private static final Table USERS = TABLES.table("users", column("id", INTEGER), column("name", string(50)),
            column("role_id", INTEGER));

    @Override
    public void upgrade(Operations op) {
        Table roles = op.createTable("roles", column("id", INTEGER).primaryKey(), column("name", string(50)).notNull());
        op.bulkInsert(roles, List.of(Map.of("id", 1, "name", "user"), Map.of("id", 2, "name", "admin")));
        op.addColumn("users", column("role_id", INTEGER));
        op.execute(update(USERS).set(USERS.column("role_id", Integer.class), 1));
        op.execute(update(USERS).set(USERS.column("role_id", Integer.class), 2)
                .where(USERS.column("name", String.class).eq("root")));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("users", "role_id");
        op.dropTable("roles");
    }
}
