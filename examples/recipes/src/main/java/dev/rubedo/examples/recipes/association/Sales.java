package dev.rubedo.examples.recipes.association;

import static dev.rubedo.examples.recipes.association.Item_.ITEM;
import static dev.rubedo.examples.recipes.association.SaleItem_.SALE_ITEM;
import static dev.rubedo.examples.recipes.association.Sale_.SALE;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import java.util.List;

/** Sales and the prices paid. Stateless and thread-safe. */
public final class Sales {

    /** The entities. */
    public static final Model MODEL = Model.of(SALE, ITEM, SALE_ITEM);

    private Sales() {}

    /** Returns the customers who bought an item for less than it costs now. */
    public static List<String> lucky(Session session) {
        return session.all(select(SALE.customer).join(SALE.saleItems).where(SALE_ITEM.price.lt(SALE_ITEM.item().price))
                .orderBy(SALE.customer));
    }
}
