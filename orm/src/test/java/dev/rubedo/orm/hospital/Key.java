package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** Half of a cycle in which nothing may be null. */
@Entity(table = "keys")
public final class Key extends KeyBase {
    interface Mapped {
        @Id
        Long id();
        @ForeignKey("locks.id")
        Long lockId();
        @Relationship(foreignKey = "lockId")
        Lock lock();
    }
}
