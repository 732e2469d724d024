package dev.rubedo.spring.boot;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.string;

import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.Revision;
import dev.rubedo.schema.UniqueConstraint;

/** The first revision of the application. */
@Revision(id = "abcd123400", message = "create notes", created = "2026-11-30T12:00")
public final class CreateNotes implements Migration {

    /** Created by the class path. */
    public CreateNotes() {}

    @Override
    public void upgrade(Operations op) {
        op.createTable("notes", column("id", BIGINT).primaryKey(), column("text", string(50)).notNull(),
                UniqueConstraint.on("text").named("uq_notes_text"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("notes");
    }
}
