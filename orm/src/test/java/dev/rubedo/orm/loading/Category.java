package dev.rubedo.orm.loading;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree whose mapping joins two levels of children. Confined to one thread at a time. */
@Entity(table = "categories")
public final class Category extends CategoryBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "children", loading = Loading.RAISE_ON_SQL)
        @Nullable
        Category parent();

        @Relationship(backPopulates = "parent", loading = Loading.JOINED, depth = 2, orderBy = "id")
        List<Category> children();

        @Relationship(backPopulates = "category", loading = Loading.SELECT_IN, orderBy = "id")
        List<Product> products();
    }

    Category() {}

    /** Makes one. */
    public Category(String name) {
        name(name);
    }
}
