package dev.rubedo.benchmarks;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same row for Rubedo. Confined to one thread at a time, as its session is. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Column(length = 100)
        String email();

        int age();

        LocalDateTime created();

        @Column(precision = 10, scale = 2)
        BigDecimal score();

        @Column(length = 200)
        @Nullable
        String bio();

        @Relationship(backPopulates = "user")
        List<Address> addresses();
    }

    User() {}

    /** Makes one with the values of a row. */
    public User(int row) {
        name(Rows.name(row));
        email(Rows.email(row));
        age(Rows.age(row));
        created(Rows.created(row));
        score(Rows.score(row));
        bio(Rows.bio(row));
    }
}
