package dev.rubedo.orm.mixin;

import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Mixin;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Rows that are marked as deleted instead of being deleted. */
@Mixin
@Check(name = "ck_{table}_deleted", sql = "deleted_at IS NULL OR deleted_at > '2000-01-01'")
interface SoftDeletable {

    @Nullable
    LocalDateTime deletedAt();

    @Formula
    static Expression<Boolean> deleted(SoftDeletable_ row) {
        return row.deletedAt.isNotNull();
    }

    @Hybrid
    default boolean deletedBefore(LocalDateTime time) {
        LocalDateTime at = deletedAt();
        return at != null && at.isBefore(time);
    }

    @Hybrid
    static Condition deletedBefore(SoftDeletable_ row, LocalDateTime time) {
        return row.deletedAt.lt(time);
    }
}
