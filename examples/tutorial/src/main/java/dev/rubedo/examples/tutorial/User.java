package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Validates;
import dev.rubedo.mapping.Version;
import dev.rubedo.orm.Orm;
import dev.rubedo.sql.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user of the shop. Confined to one thread at a time. */
@Entity(table = "users")
@Index(name = "ix_users_name_age", on = {"name", "age"})
public final class User extends UserBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Column(length = 100)
        @Nullable
        String fullName();

        @Column(length = 100, unique = true)
        @Nullable
        String email();

        @Nullable
        Integer age();

        @Column(length = 30)
        @Default("sales")
        String department();

        @Column(precision = 10, scale = 2)
        @Default("1000.00")
        BigDecimal salary();

        @Version
        int version();

        @Relationship(backPopulates = "user", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "email")
        List<Address> addresses();

        @Relationship(backPopulates = "user", cascade = Cascade.ALL_DELETE_ORPHAN)
        @Nullable
        Profile profile();

        @Relationship(joinTable = "user_tags", backPopulates = "users")
        Set<Tag> tags();

        @Relationship(backPopulates = "user", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Membership> memberships();

        @Relationship(backPopulates = "user", orderBy = "id")
        List<Purchase> purchases();
    }

    User() {}

    /** Creates a user. */
    public User(String name) {
        name(name);
    }

    /** The name with the full name. */
    @Hybrid
    public String label() {
        return name() + ": " + fullName();
    }

    @Hybrid
    static Expression<String> label(User_ user) {
        return user.name.concat(": ").concat(user.fullName);
    }

    @Formula
    static Expression<Long> addressCount(User_ user) {
        return Orm.select(Orm.count(Address_.ADDRESS.id)).where(Address_.ADDRESS.userId.eq(user.id)).scalar();
    }

    @Validates("email")
    @Nullable
    String checkEmail(@Nullable String email) {
        if (email != null && !email.contains("@")) {
            throw new IllegalArgumentException("not an e-mail address: " + email);
        }
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
