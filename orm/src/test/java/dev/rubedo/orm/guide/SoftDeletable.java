package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Mixin;
import dev.rubedo.sql.Expression;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows that are marked as deleted. */
@Mixin
@Index(name = "ix_{table}_deleted", on = "deletedAt")
interface SoftDeletable {
    @Nullable
    Instant deletedAt();

    @Formula
    static Expression<Boolean> deleted(SoftDeletable_ row) {
        return row.deletedAt.isNotNull();
    }
}
