package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** The other half of a cycle in which nothing may be null. */
@Entity(table = "locks")
public final class Lock extends LockBase {
    interface Mapped {
        @Id
        Long id();
        @ForeignKey("keys.id")
        Long keyId();
        @Relationship(foreignKey = "keyId")
        Key key();
    }
}
