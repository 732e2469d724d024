package dev.rubedo.orm.mixin;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.Setter;
import dev.rubedo.sql.Sql;
import java.time.LocalDateTime;

/** What every entity has: an abstract base. */
@Index(name = "ix_{table}_created", on = "createdAt")
interface BaseModel {

    @Id
    Long id();

    @Default(from = Sql.class, method = "localTimestamp")
    @Setter(Access.NONE)
    LocalDateTime createdAt();

    @Default(from = Sql.class, method = "localTimestamp")
    @OnUpdate(from = Sql.class, method = "localTimestamp")
    @Setter(Access.NONE)
    LocalDateTime updatedAt();

    /** Returns whether the row was changed since it was inserted. */
    default boolean wasChanged() {
        return !createdAt().equals(updatedAt());
    }
}
