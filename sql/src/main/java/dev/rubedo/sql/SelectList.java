package dev.rubedo.sql;

import dev.rubedo.error.UnresolvedElementException;
import java.util.ArrayList;
import java.util.List;

/**
 * The select list, or the items of a {@code RETURNING} clause. Immutable.
 *
 * @param projections the items, in order; empty for no rows
 * @param isSingle whether a row is the value of its single item instead of a {@link Row}
 */
public record SelectList(List<Projection<?>> projections, boolean isSingle) {
    /** No rows. */
    public static final SelectList NONE = new SelectList(List.of(), false);

    /** Copies the list. */
    public SelectList {
        projections = List.copyOf(projections);
        if (isSingle && projections.size() != 1) {
            throw new IllegalArgumentException("A single projection requires exactly one item, not "
                    + projections.size());
        }
    }

    /**
     * Returns a list of one projection; each row is its value.
     *
     * @param projection the projection
     */
    public static SelectList one(Projection<?> projection) {
        return new SelectList(List.of(projection), true);
    }

    /**
     * Returns a list whose rows are of type {@link Row}.
     *
     * @param projections the projections
     */
    public static SelectList many(List<? extends Projection<?>> projections) {
        return new SelectList(List.copyOf(projections), false);
    }

    /** Returns whether the list is empty. */
    public boolean isEmpty() {
        return projections.isEmpty();
    }

    /**
     * Returns the columns, in order. A source is expanded to all its columns, an object to its parts.
     *
     * @throws UnresolvedElementException if there is an entity
     */
    public List<Expression<?>> columns() {
        var columns = new ArrayList<Expression<?>>();
        projections.forEach(projection -> expand(projection, columns));
        return List.copyOf(columns);
    }

    private static void expand(Projection<?> projection, List<Expression<?>> columns) {
        switch (projection) {
            case Expression<?> expression -> columns.add(expression);
            case RowSource source -> columns.addAll(source.columns());
            case Into<?> into -> into.parts().forEach(part -> expand(part, columns));
            case UnresolvedEntity<?> entity -> throw new UnresolvedElementException("Entity \"" + entity
                    + "\" has no columns without its mapping. Run the statement through a Session, or resolve it with "
                    + "model.resolve(...)");
        }
    }

    /** Returns whether the columns are known, that is, whether there is no unresolved entity. */
    public boolean isResolved() {
        return projections.stream().allMatch(SelectList::isResolved);
    }

    private static boolean isResolved(Projection<?> projection) {
        return switch (projection) {
            case Expression<?> expression -> true;
            case RowSource source -> true;
            case Into<?> into -> into.parts().stream().allMatch(SelectList::isResolved);
            case UnresolvedEntity<?> entity -> false;
        };
    }

    static void requireOneColumn(Selectable<?> query, String method) {
        if (query.isResolved() && query.columns().size() != 1) {
            throw new IllegalArgumentException(
                    method + " requires a query of one column; this one has " + query.columns().size());
        }
    }

    void describe(Structure out) {
        out.projections(projections);
        out.aside(isSingle);
    }

    @Override
    public String toString() {
        return projections.toString();
    }
}
