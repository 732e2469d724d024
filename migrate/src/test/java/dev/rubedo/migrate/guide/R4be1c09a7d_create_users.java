package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;

import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.Revision;

@Revision(id = "4be1c09a7d", message = "create users", created = "2026-11-30T09:30")
public final class R4be1c09a7d_create_users implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("users", column("id", INTEGER).primaryKey(), column("name", string(50)).notNull());
        op.createIndex("ix_users_name", "users", "name");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
