package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * The object that a compiler derives from a query and keeps with it, so that a query that is executed again and again is
 * not walked each time. It lives as long as the query; a query that another one is made from does not pass it on. For
 * compilers. Stateless; races only derive it twice.
 */
public final class DerivedShape {

    private DerivedShape() {}

    /**
     * Returns what was kept with a query.
     *
     * @param query the query
     * @return the object, or null if nothing was kept
     */
    public static @Nullable Object of(OrderedQuery<?> query) {
        return query.parts().derived;
    }

    /**
     * Keeps an object with a query.
     *
     * @param query the query
     * @param derived an immutable object that follows from the query alone
     */
    public static void keep(OrderedQuery<?> query, Object derived) {
        query.parts().derived = derived;
    }
}
