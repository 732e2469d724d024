package dev.rubedo.schema;

/**
 * {@code CREATE VIEW}. Immutable.
 *
 * @param view the view: a table with a {@link ViewDefinition}
 * @param orReplace whether to replace an existing view
 * @param ifNotExists whether to do nothing if the view exists, instead of failing
 */
public record CreateView(Table view, boolean orReplace, boolean ifNotExists) implements DdlElement {
    /** Checks the view. */
    public CreateView {
        view.requireView("created as one");
        if (orReplace && ifNotExists) {
            throw new IllegalArgumentException("orReplace and ifNotExists contradict each other. Set only one of them");
        }
    }

    /**
     * Creates a view, failing if it exists.
     *
     * @param view the view
     */
    public CreateView(Table view) {
        this(view, false, false);
    }
}
