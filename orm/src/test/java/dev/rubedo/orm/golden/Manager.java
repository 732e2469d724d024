package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An employee with a budget. Confined to one thread at a time. */
@Entity(table = "managers")
@Polymorphic(identity = "manager")
public final class Manager extends ManagerBase {
    interface Mapped extends Employee.Mapped {
        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal budget();
    }
}
