package dev.rubedo.orm.golden;

import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.select;

import dev.rubedo.mapping.AssociationProxy;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Synonym;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with addresses, orders, notes, vehicles and a profile. Confined to one thread at a time. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        @Id
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

        @Default("true")
        boolean active();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal score();

        @Nullable
        LocalDateTime createdAt();

        @Relationship(backPopulates = "user", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id", loading = Loading.LAZY)
        List<Address> addresses();

        @Relationship(backPopulates = "user", cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "name", loading = Loading.LAZY)
        Map<String, Note> notes();

        @Relationship(viewOnly = true, orderBy = "id", loading = Loading.LAZY)
        List<Order> openOrders();

        @Relationship(backPopulates = "user", orderBy = "id", loading = Loading.LAZY)
        List<Order> orders();

        @Relationship(backPopulates = "user", loading = Loading.LAZY)
        @Nullable
        Profile profile();

        @Relationship(backPopulates = "owner", orderBy = "id", loading = Loading.LAZY)
        List<Vehicle> vehicles();

        @Synonym("email")
        @Nullable
        String mail();

        @AssociationProxy(of = "addresses", value = "city", creator = "ofCity")
        List<String> cities();
    }

    static Address ofCity(String city) {
        return new Address().city(city);
    }

    @JoinCondition("openOrders")
    static Condition isOpen(User_ user, Order_ order) {
        return order.status.eq("open");
    }

    @Formula
    @Deferred
    static Expression<Long> addressCount(User_ user) {
        return select(count(ADDRESS.id)).where(ADDRESS.userId.eq(user.id)).scalar();
    }

    @Hybrid
    public String label() {
        return name() + " <" + email() + ">";
    }

    @Hybrid
    static Expression<String> label(User_ user) {
        return user.name.concat(" <").concat(user.email).concat(">");
    }

    @Hybrid
    public boolean olderThan(int years) {
        return age() != null && age() > years;
    }

    @Hybrid
    static Condition olderThan(User_ user, int years) {
        return user.age.gt(years);
    }

}
