package dev.rubedo.examples.recipes.generic;

import static dev.rubedo.examples.recipes.generic.Customer_.CUSTOMER;
import static dev.rubedo.examples.recipes.generic.Line_.LINE;
import static dev.rubedo.examples.recipes.generic.Notebook_.NOTEBOOK;
import static dev.rubedo.examples.recipes.generic.Place_.PLACE;
import static dev.rubedo.examples.recipes.generic.Remark_.REMARK;
import static dev.rubedo.examples.recipes.generic.Supplier_.SUPPLIER;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Queries everything that has addresses. Stateless and thread-safe. */
public final class Owners {

    /** The entities. */
    public static final Model MODEL = Model.of(CUSTOMER, SUPPLIER, PLACE, REMARK, NOTEBOOK, LINE);

    private Owners() {}

    /** Returns the owners of both kinds that have a place in a town. */
    public static List<String> in(Session session, String town) {
        List<String> names = new ArrayList<>(
                session.all(select(CUSTOMER.name).where(CUSTOMER.places.any(PLACE.town.eq(town)))));
        names.addAll(session.all(select(SUPPLIER.company).where(SUPPLIER.places.any(PLACE.town.eq(town)))));
        return names;
    }
}
