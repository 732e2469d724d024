package dev.rubedo.orm.library;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refers to a stamp by its foreign key alone: no relationship orders the two. Confined to one thread at a time. */
@Entity
public final class Loan extends LoanBase {
    interface Mapped {
        @Id
        Long id();

        @ForeignKey("stamp.id")
        UUID stampId();

        @Relationship
        @Nullable
        Member member();
    }

    Loan() {}

    Loan(UUID stamp) {
        stampId(stamp);
    }
}
