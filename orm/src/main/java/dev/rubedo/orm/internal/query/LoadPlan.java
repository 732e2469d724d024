package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.result.RowShape;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.SelectList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the rows of a statement become results. Immutable.
 *
 * @param parts one part for each selected element, in order
 * @param isSingle whether a result is its only part rather than a row
 * @param nodes the number of entities in a row
 * @param hasCollections whether collections are read from the rows, so that several rows can be one result
 * @param rows the keys by which values of a row are accessed
 * @param restrictions the conditions of the executed statement for the elements of collections, in place of those with
 *     which the plan was made
 */
public record LoadPlan(List<Part> parts, boolean isSingle, int nodes, boolean hasCollections, RowShape rows,
        List<Restriction> restrictions) {

    /** Copies the lists. */
    public LoadPlan {
        parts = List.copyOf(parts);
        restrictions = List.copyOf(restrictions);
        Objects.requireNonNull(rows, "rows");
    }

    /** Creates a plan whose rows have these parts. */
    public LoadPlan(List<Part> parts, boolean isSingle, int nodes, boolean hasCollections) {
        this(parts, isSingle, nodes, hasCollections,
                RowShape.ofParts(parts.stream().<Projection<?>>map(Part::projection).toList(), names(parts)),
                List.of());
    }

    /** Returns this plan for a statement with these restrictions. */
    LoadPlan with(List<Restriction> own) {
        return own.isEmpty() ? this : new LoadPlan(parts, isSingle, nodes, hasCollections, rows, own);
    }

    /** Returns how a node is loaded by the executed statement. */
    public FetchGraph fetch(LoadNode node) {
        return restrictions.isEmpty() ? node.fetch() : node.fetch()
                .restricted(one -> one.position() < 0 ? one : restrictions.get(one.position()));
    }

    /** One selected element. */
    public sealed interface Part {

        /** Returns the selected element. */
        Projection<?> projection();
    }

    /**
     * An entity. Immutable.
     *
     * @param projection the selected element
     * @param node how it is read
     */
    public record EntityPart(Projection<?> projection, LoadNode node) implements Part {}

    /**
     * A column. Immutable.
     *
     * @param projection the selected element
     * @param name its name in a row
     * @param position its 1-based column
     */
    public record ValuePart(Projection<?> projection, String name, int position) implements Part {}

    /**
     * An object that is created from several parts. Immutable.
     *
     * @param projection the selected element
     * @param parts the parts
     */
    public record IntoPart(Into<?> projection, List<Part> parts) implements Part {

        /** Copies the list. */
        public IntoPart {
            Objects.requireNonNull(projection, "projection");
            parts = List.copyOf(parts);
        }
    }

    /**
     * Returns this plan for the select list of another statement of the same shape, whose elements give access to the
     * values of rows.
     */
    public LoadPlan of(SelectList list) {
        if (isSingle && parts.get(0) instanceof EntityPart || isOf(list.projections())) {
            return this;
        }
        return new LoadPlan(of(parts, list.projections()), isSingle, nodes, hasCollections).with(restrictions);
    }

    private boolean isOf(List<Projection<?>> projections) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).projection() != projections.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> of(List<Part> parts, List<Projection<?>> projections) {
        List<Part> own = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Projection<?> projection = projections.get(i);
            own.add(switch (parts.get(i)) {
                case EntityPart entity -> new EntityPart(projection, entity.node);
                case ValuePart value -> new ValuePart(projection, value.name, value.position);
                case IntoPart into ->
                    new IntoPart((Into<?>) projection, of(into.parts, ((Into<?>) projection).parts()));
            });
        }
        return own;
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof ValuePart value ? value.name() : String.valueOf(part.projection()))
                .toList();
    }

    /** Returns the only entity of the plan. */
    public LoadNode root() {
        return ((EntityPart) parts.get(0)).node();
    }

    /** Returns whether results can be returned row by row, because nothing is loaded or grouped after the rows. */
    public boolean isRowByRow() {
        return !hasCollections && parts.stream().allMatch(LoadPlan::isRowByRow);
    }

    /**
     * Checks that results can be read some rows at a time.
     *
     * @throws InvalidStatementException if rows are grouped, or something is loaded by the whole query
     */
    public void checkChunks(int rows) {
        if (hasCollections || repeatsStatement()) {
            throw new InvalidStatementException("yieldPer(" + rows + ") reads rows in chunks, but the query "
                    + (hasCollections ? "loads a collection by a join, so an owner has several rows"
                            : "loads a relationship by a subquery that repeats it")
                    + ". Load it with selectIn(...), or remove yieldPer.");
        }
    }

    /**
     * Returns whether a relationship is loaded by a statement that contains the statement of this plan, with its
     * values.
     */
    public boolean repeatsStatement() {
        return parts.stream().anyMatch(LoadPlan::repeatsStatement);
    }

    private static boolean repeatsStatement(Part part) {
        return switch (part) {
            case EntityPart entity -> repeatsStatement(entity.node);
            case ValuePart value -> false;
            case IntoPart into -> into.parts.stream().anyMatch(LoadPlan::repeatsStatement);
        };
    }

    private static boolean repeatsStatement(LoadNode node) {
        return node.afterRows().stream().anyMatch(step -> step.strategy() instanceof SubqueryLoading)
                || node.joined().stream().anyMatch(joined -> repeatsStatement(joined.target()));
    }

    private static boolean isRowByRow(Part part) {
        return switch (part) {
            case EntityPart entity -> isRowByRow(entity.node);
            case ValuePart value -> true;
            case IntoPart into -> into.parts.stream().allMatch(LoadPlan::isRowByRow);
        };
    }

    private static boolean isRowByRow(LoadNode node) {
        return !node.isLoadedFurther() && node.joined().stream().allMatch(joined -> isRowByRow(joined.target()));
    }
}
