package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.RefreshView;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.ViewDefinition;
import java.util.Objects;

/**
 * A renderer of views and tables created from queries; a base class of {@link DdlCompiler}. Overridable: one method per
 * kind of statement.
 *
 * <p>Immutable.
 */
abstract class ViewDefinitions extends TableDefinition {

    ViewDefinitions(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    /** Returns {@code IF NOT EXISTS} and a space, or nothing. */
    protected final String ifNotExists(boolean isWanted, Feature feature) {
        if (isWanted) {
            traits.require(feature, "IF NOT EXISTS");
        }
        return isWanted ? "IF NOT EXISTS " : "";
    }

    /** Returns {@code IF EXISTS} and a space, or nothing. */
    protected final String ifExists(boolean isWanted, Feature feature) {
        if (isWanted) {
            traits.require(feature, "IF EXISTS");
        }
        return isWanted ? "IF EXISTS " : "";
    }

    /** Writes CREATE VIEW. */
    protected String createView(CreateView create) {
        var view = definition(create.view());
        if (view.isTemporary()) {
            traits.require(Feature.TEMPORARY_VIEWS, create.view().label());
        }
        return "CREATE " + orReplace(create, view) + (view.isTemporary() ? "TEMPORARY " : "") + viewWord(view) + " "
                + conditionally(create, view) + tableName(create.view()) + " AS " + query(view);
    }

    /** Returns the definition of a view. */
    protected static ViewDefinition definition(Table view) {
        return Objects.requireNonNull(view.viewDefinition(), "view");
    }

    private String orReplace(CreateView create, ViewDefinition view) {
        if (create.orReplace() && (view.isMaterialized() || !traits.supports(Feature.REPLACEABLE_VIEWS))) {
            throw new UnsupportedFeatureException(Feature.REPLACEABLE_VIEWS, traits.name(),
                    "OR REPLACE of view \"" + create.view().label() + "\"");
        }
        return create.orReplace() ? replaceWord() + " " : "";
    }

    /** Returns the keywords that replace a view. */
    protected String replaceWord() {
        return "OR REPLACE";
    }

    /** Returns {@code IF NOT EXISTS} and a space, or nothing; by default for every kind of view. */
    protected String conditionally(CreateView create, ViewDefinition view) {
        return ifNotExists(create.ifNotExists(), Feature.IF_NOT_EXISTS_VIEW);
    }

    /** Returns {@code VIEW} or {@code MATERIALIZED VIEW}. */
    protected final String viewWord(ViewDefinition view) {
        if (view.isMaterialized()) {
            traits.require(Feature.MATERIALIZED_VIEWS, "MATERIALIZED VIEW");
        }
        return view.isMaterialized() ? "MATERIALIZED VIEW" : "VIEW";
    }

    private String query(ViewDefinition view) {
        var query = view.query();
        return query == null ? view.sql() : statements.compileWithValues(query);
    }

    /** Writes DROP VIEW. */
    protected String dropView(DropView drop) {
        if (drop.isCascading()) {
            traits.require(Feature.DROP_CASCADE, "DROP VIEW ... CASCADE");
        }
        return "DROP " + viewWord(definition(drop.view())) + " " + ifExists(drop.ifExists(), Feature.IF_EXISTS)
                + tableName(drop.view()) + (drop.isCascading() ? " CASCADE" : "");
    }

    /** Writes REFRESH MATERIALIZED VIEW. */
    protected String refreshView(RefreshView refresh) {
        traits.require(Feature.MATERIALIZED_VIEWS, "REFRESH MATERIALIZED VIEW");
        return "REFRESH MATERIALIZED VIEW " + (refresh.isConcurrent() ? "CONCURRENTLY " : "")
                + tableName(refresh.view());
    }

    /** Writes CREATE TABLE ... AS. */
    protected String createTableAs(CreateTableAs create) {
        var prefixes = create.table().prefixes();
        return "CREATE " + (prefixes.isEmpty() ? "" : String.join(" ", prefixes) + " ") + "TABLE "
                + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS) + tableName(create.table())
                + tableSuffix(create.table()) + " AS " + statements.compileWithValues(create.query());
    }
}
