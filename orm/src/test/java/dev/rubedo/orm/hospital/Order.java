package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that are words of SQL or need quotes. */
@Entity(table = "order")
public final class Order extends OrderBase {
    interface Mapped {
        @Id
        Long id();
        String select();
        @Nullable
        Integer group();
        @Column(name = "from")
        @Nullable
        String source();
        @Column(name = "Mixed Case")
        @Nullable
        String where();
        @Column(name = "quo\"te`d")
        @Nullable
        String key();
        @Nullable
        String value();
        @Nullable
        String index();
        @Nullable
        String user();
        @Nullable
        String name();
        @Nullable
        String as();
        @Nullable
        Integer length();
        @Nullable
        Boolean table();
        @Relationship(backPopulates = "desc")
        @Nullable
        Order asc();
        @Relationship(backPopulates = "asc", orderBy = "select desc, id")
        List<Order> desc();
    }

    Order() {}

    Order(String select) {
        select(select);
    }
}
