package dev.rubedo.orm.loading;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;

/** Something in a category, which its mapping joins by an inner join. Confined to one thread at a time. */
@Entity(table = "products")
public final class Product extends ProductBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "products", loading = Loading.JOINED, innerJoin = true)
        Category category();
    }

    Product() {}

    /** Makes one. */
    public Product(String name) {
        name(name);
    }
}
