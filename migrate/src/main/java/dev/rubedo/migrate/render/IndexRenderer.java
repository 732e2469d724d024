package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.Index;
import java.util.List;

/** A renderer of operations on indexes as DDL. Stateless. */
final class IndexRenderer {
    private IndexRenderer() {}

    static CreateIndex create(CreateIndexOperation create, Dialect dialect) {
        var index = Scratch.indexed(create.table(), create.index()).indexes().get(0);
        return new CreateIndex(concurrent(index, create.isConcurrent(), dialect), create.ifNotExists());
    }

    static DropIndex drop(DropIndexOperation drop, Dialect dialect) {
        var index = Scratch.indexed(drop.table(), IndexSnapshot.of(drop.name(), List.of("column"))).indexes().get(0);
        return new DropIndex(concurrent(index, drop.isConcurrent(), dialect), drop.ifExists());
    }

    /**
     * Other databases have no such option: the operation is short on SQLite and H2, and the table always remains
     * writable on MySQL and MariaDB.
     */
    private static Index concurrent(Index index, boolean isConcurrent, Dialect dialect) {
        return isConcurrent && dialect.supports(Feature.CONCURRENT_INDEXES)
                ? index.option(dialect.name(), "concurrently", "true")
                : index;
    }
}
