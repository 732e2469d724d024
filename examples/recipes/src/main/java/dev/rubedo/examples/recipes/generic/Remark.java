package dev.rubedo.examples.recipes.generic;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;

/**
 * The second way: the kind of the owner and its key, without a foreign key. The database does not check them, so this is
 * for data that may be lost. Confined to one thread at a time.
 */
@Entity(table = "remarks")
@Index(name = "ix_remarks_owner", on = {"ownerKind", "ownerId"})
public final class Remark extends RemarkBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String text();

        @Column(length = 10)
        String ownerKind();

        Long ownerId();
    }

    Remark() {}

    private Remark(String text, String kind, Long owner) {
        text(text).ownerKind(kind).ownerId(owner);
    }

    /** Creates a remark on a customer, which must have been flushed. */
    public static Remark on(Customer customer, String text) {
        return new Remark(text, "customer", customer.id());
    }

    /** Creates a remark on a supplier, which must have been flushed. */
    public static Remark on(Supplier supplier, String text) {
        return new Remark(text, "supplier", supplier.id());
    }
}
