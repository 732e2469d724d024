package dev.rubedo.orm.visible;

import dev.rubedo.mapping.Criteria;
import dev.rubedo.mapping.Mixin;
import dev.rubedo.sql.Condition;

/** Rows that can be archived, which hides them. */
@Mixin
interface Archived {
    boolean archived();

    @Criteria
    static Condition current(Archived_ row) {
        return row.archived.eq(false);
    }
}
