package dev.rubedo.orm.fromquery.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.fromquery.guide.Buyer_.BUYER;
import static dev.rubedo.orm.fromquery.guide.Purchase_.PURCHASE;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Functions.max;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.FromQuery;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Selectable;
import java.util.List;

/** What a buyer has bought. Confined to one thread at a time. */
@Entity
public class Turnover extends TurnoverBase {
    interface Mapped {
        @Id
        @ForeignKey("buyers.id")
        Long buyerId();

        String name();

        long purchaseCount();

        long largest();

        @Relationship(viewOnly = true)
        Buyer buyer();

        @Relationship(viewOnly = true, orderBy = "id")
        List<Purchase> purchases();
    }

    @JoinCondition(value = "purchases", standalone = true)
    static Condition sameBuyer(Turnover_ turnover, Purchase_ purchase) {
        return turnover.buyerId.eq(purchase.buyerId);
    }

    @FromQuery
    static Selectable<?> query() {
        return select(PURCHASE.buyerId, BUYER.name, count(PURCHASE.id).as("purchase_count"),
                max(PURCHASE.amount).as("largest")).join(PURCHASE.buyer).groupBy(PURCHASE.buyerId, BUYER.name);
    }
}
