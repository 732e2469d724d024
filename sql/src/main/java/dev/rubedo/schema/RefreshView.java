package dev.rubedo.schema;

import dev.rubedo.error.InvalidSchemaException;

/**
 * {@code REFRESH MATERIALIZED VIEW}: executes the query of a materialized view again and stores its rows. Immutable.
 *
 * @param view the view: a table with a {@link ViewDefinition#materialized() materialized} definition
 * @param isConcurrent whether the view can be read during the refresh (PostgreSQL), which requires a unique index
 */
public record RefreshView(Table view, boolean isConcurrent) implements DdlElement {
    /** Checks the view. */
    public RefreshView {
        var definition = view.requireView("refreshed");
        if (!definition.isMaterialized()) {
            throw new InvalidSchemaException("View \"" + view.label()
                    + "\" is not materialized, so there is nothing to refresh");
        }
    }
}
