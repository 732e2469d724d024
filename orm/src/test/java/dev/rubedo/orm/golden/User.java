package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with addresses, orders and a profile. Confined to one thread at a time. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        @Id(assigned = true)
        Integer id();

        @Column(length = 50)
        String name();

        @Column(length = 100)
        @Nullable
        String fullname();

        @Column(length = 120, unique = true)
        @Nullable
        String email();

        @Nullable
        Integer age();

        boolean active();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal score();

        @Nullable
        LocalDateTime createdAt();

        @Relationship(backPopulates = "user", orderBy = "id")
        List<Address> addresses();

        @Relationship(backPopulates = "user", orderBy = "id")
        List<Order> orders();

        @Relationship(backPopulates = "user")
        @Nullable
        Profile profile();
    }
}
