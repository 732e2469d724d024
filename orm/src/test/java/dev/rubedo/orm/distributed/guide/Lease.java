package dev.rubedo.orm.distributed.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A contract of a tenant of the program. Confined to one thread at a time. */
@Entity(table = "leases")
public final class Lease extends LeaseBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String tenant();

        @Column(length = 20)
        String flat();
    }

    Lease() {}

    /** Makes one. */
    public Lease(String tenant, String flat) {
        tenant(tenant);
        flat(flat);
    }
}
