package dev.rubedo.schema;

/**
 * {@code DROP VIEW}. Immutable.
 *
 * @param view the view: a table with a {@link ViewDefinition}
 * @param ifExists whether to do nothing if the view does not exist, instead of failing
 * @param isCascading whether to drop dependent views too
 */
public record DropView(Table view, boolean ifExists, boolean isCascading) implements DdlElement {
    /** Checks the view. */
    public DropView {
        view.requireView("dropped as one");
    }

    /**
     * Drops a view, failing if it does not exist.
     *
     * @param view the view
     */
    public DropView(Table view) {
        this(view, false, false);
    }
}
