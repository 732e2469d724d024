package dev.rubedo.sql;

import dev.rubedo.error.UnresolvedElementException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a select or a {@code RETURNING} gives. Immutable.
 *
 * @param projections what was asked for, in order; empty for no rows
 * @param isSingle whether a row is its one projection, and not a {@link Row}
 */
public record SelectList(List<Projection<?>> projections, boolean isSingle) {
    /** No rows. */
    public static final SelectList NONE = new SelectList(List.of(), false);

    /** Copies the list. */
    public SelectList {
        projections = List.copyOf(projections);
        if (isSingle && projections.size() != 1) {
            throw new IllegalArgumentException("A single projection is one, not " + projections.size());
        }
    }

    /**
     * Returns a list of one projection, whose value each row is.
     *
     * @param projection the projection
     */
    public static SelectList one(Projection<?> projection) {
        return new SelectList(List.of(projection), true);
    }

    /**
     * Returns a list that gives rows.
     *
     * @param projections the projections
     */
    public static SelectList many(List<? extends Projection<?>> projections) {
        return new SelectList(List.copyOf(projections), false);
    }

    /** Returns whether nothing is asked for. */
    public boolean isEmpty() {
        return projections.isEmpty();
    }

    /**
     * Returns the columns, in order: sources stand for all their columns, objects for their parts.
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
                    + "\" has no columns without its mapping. Run the statement through a Session, or resolve it with model.resolve(...)");
        }
    }

    /** Returns whether there is no entity, so that the columns are known. */
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
                    method + " needs a query of one column; this one has " + query.columns().size());
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
