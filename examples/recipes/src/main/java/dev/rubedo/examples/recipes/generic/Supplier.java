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

/** Another owner of addresses. Confined to one thread at a time. */
@Entity(table = "suppliers")
public final class Supplier extends SupplierBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String company();

        @Relationship(joinTable = "supplier_places", cascade = Cascade.ALL_DELETE_ORPHAN, singleParent = true)
        Set<Place> places();

        @Relationship(viewOnly = true, orderBy = "id")
        List<Remark> remarks();

        @Relationship(cascade = Cascade.ALL)
        @Nullable
        Notebook notebook();
    }

    Supplier() {}

    /** Creates a supplier. */
    public Supplier(String company) {
        company(company);
    }

    @JoinCondition(value = "remarks", standalone = true)
    static Condition isOwn(Supplier_ supplier, Remark_ remark) {
        return remark.ownerKind.eq("supplier").and(remark.ownerId.eq(supplier.id));
    }
}
