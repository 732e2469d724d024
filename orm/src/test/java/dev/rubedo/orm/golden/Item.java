package dev.rubedo.orm.golden;

import dev.rubedo.mapping.AssociationProxy;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be ordered. Confined to one thread at a time. */
@Entity(table = "items")
public final class Item extends ItemBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 80)
        String name();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal price();

        @Column(length = 200)
        @Deferred
        @Nullable
        String description();

        @Relationship(joinTable = "item_keywords", backPopulates = "items", orderBy = "id", loading = Loading.LAZY)
        List<Keyword> keywords();

        @Relationship(backPopulates = "item", orderBy = "orderId", loading = Loading.LAZY)
        List<OrderItem> orderLines();

        @AssociationProxy(of = "keywords", value = "word", creator = "ofWord")
        List<String> words();
    }

    static Keyword ofWord(String word) {
        return new Keyword().word(word);
    }

}
