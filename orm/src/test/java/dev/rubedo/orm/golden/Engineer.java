package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** An employee with a language. Confined to one thread at a time. */
@Entity(table = "engineers")
@Polymorphic(identity = "engineer")
public final class Engineer extends EngineerBase {
    interface Mapped extends Employee.Mapped {
        @Column(length = 30)
        @Nullable
        String language();
    }
}
