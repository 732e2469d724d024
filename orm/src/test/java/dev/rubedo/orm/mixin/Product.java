package dev.rubedo.orm.mixin;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;

/** Has what its mixins declare. Confined to one thread at a time. */
@Entity
final class Product extends ProductBase {
    interface Mapped extends BaseModel, SoftDeletable, Owned<Member> {
        @Column(length = 50)
        String title();
    }

    Product() {}

    Product(String title) {
        title(title);
    }
}
