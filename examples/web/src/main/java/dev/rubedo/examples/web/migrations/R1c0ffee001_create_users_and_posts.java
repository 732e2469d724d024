package dev.rubedo.examples.web.migrations;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.string;

import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.Revision;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.UniqueConstraint;

/** Creates users and their posts. */
@Revision(id = "1c0ffee001", message = "create users and posts", created = "2026-11-30T12:00")
public final class R1c0ffee001_create_users_and_posts implements Migration {

    /** Created by the class path. */
    public R1c0ffee001_create_users_and_posts() {}

    @Override
    public void upgrade(Operations op) {
        op.createTable("users", column("id", BIGINT).primaryKey(), column("name", string(100)).notNull(),
                column("email", string(200)).notNull(), column("version", BIGINT).notNull(),
                UniqueConstraint.on("email").named("uq_users_email"));
        op.createTable("posts", column("id", BIGINT).primaryKey(), column("title", string(200)).notNull(),
                column("content", TEXT).notNull(), column("owner_id", BIGINT).notNull(),
                ForeignKey.on("owner_id").references("users.id").named("fk_posts_owner"));
        op.createIndex("ix_posts_owner_id", "posts", "owner_id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("posts");
        op.dropTable("users");
    }
}
