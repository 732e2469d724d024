package dev.rubedo.examples.rest.migrations;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;

import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.Revision;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.UniqueConstraint;

/** Creates authors and their books. */
@Revision(id = "2b00c5e001", message = "create authors and books", created = "2026-11-30T12:00")
public final class R2b00c5e001_create_authors_and_books implements Migration {

    /** Created by the class path. */
    public R2b00c5e001_create_authors_and_books() {}

    @Override
    public void upgrade(Operations op) {
        op.createTable("authors", column("id", BIGINT).primaryKey(), column("name", string(100)).notNull(),
                UniqueConstraint.on("name").named("uq_authors_name"));
        op.createTable("books", column("id", BIGINT).primaryKey(), column("title", string(200)).notNull(),
                column("isbn", string(13)).notNull(), column("pages", INTEGER).notNull(),
                column("version", BIGINT).notNull(), column("author_id", BIGINT).notNull(),
                UniqueConstraint.on("isbn").named("uq_books_isbn"),
                ForeignKey.on("author_id").references("authors.id").named("fk_books_author"));
        op.createIndex("ix_books_author_id", "books", "author_id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("books");
        op.dropTable("authors");
    }
}
