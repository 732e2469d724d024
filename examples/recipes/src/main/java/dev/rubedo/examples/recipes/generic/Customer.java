package dev.rubedo.examples.recipes.generic;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An owner of addresses. Confined to one thread at a time. */
@Entity(table = "customers")
public final class Customer extends CustomerBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(joinTable = "customer_places", cascade = Cascade.ALL_DELETE_ORPHAN, singleParent = true)
        Set<Place> places();

        @Relationship(viewOnly = true, orderBy = "id")
        List<Remark> remarks();

        @Relationship(cascade = Cascade.ALL)
        @Nullable
        Notebook notebook();
    }

    Customer() {}

    /** Creates a customer. */
    public Customer(String name) {
        name(name);
    }

    @JoinCondition(value = "remarks", standalone = true)
    static Condition isOwn(Customer_ customer, Remark_ remark) {
        return remark.ownerKind.eq("customer").and(remark.ownerId.eq(customer.id));
    }
}
