package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.Deferral;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Expression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns and formulas of an entity that a query loads. All others are loaded as mapped. Immutable.
 *
 * @param chosen the choices for individual attributes
 * @param rest the choice for all others, or null if that depends on the mapping
 * @param given the expressions that the query supplies for formulas
 */
public record ColumnFetch(Map<Integer, Choice> chosen, @Nullable Choice rest, Map<Integer, Given> given) {

    /** Loads everything as mapped. */
    public static final ColumnFetch AS_MAPPED = new ColumnFetch(Map.of(), null);

    /** How a query treats an attribute. Immutable. */
    public enum Choice {
        /** Loads it. */
        LOAD,
        /** Defers it until first access. */
        DEFER,
        /** Does not load it, and makes access an error. */
        RAISE
    }

    /**
     * An expression for a formula. Immutable.
     *
     * @param entity the entity that the expression refers to
     * @param expression the expression
     */
    public record Given(EntityPath<?> entity, Expression<?> expression) {}

    /** Copies the maps. */
    public ColumnFetch {
        chosen = Map.copyOf(chosen);
        given = Map.copyOf(given);
    }

    /** Creates a choice of columns without expressions. */
    ColumnFetch(Map<Integer, Choice> chosen, @Nullable Choice rest) {
        this(chosen, rest, Map.of());
    }

    /** Returns this combined with another, which takes precedence. */
    ColumnFetch and(ColumnFetch other) {
        Map<Integer, Choice> both = new HashMap<>(chosen);
        both.putAll(other.chosen);
        Map<Integer, Given> expressions = new HashMap<>(given);
        expressions.putAll(other.given);
        return new ColumnFetch(both, other.rest == null ? rest : other.rest, expressions);
    }

    /** Returns this choice with access to every deferred attribute being an error. */
    ColumnFetch raising() {
        Map<Integer, Choice> raised = new HashMap<>();
        chosen.forEach((attribute, choice) -> raised.put(attribute, choice == Choice.DEFER ? Choice.RAISE : choice));
        return new ColumnFetch(raised, rest == Choice.DEFER ? Choice.RAISE : rest, given);
    }

    /** Returns how the query treats an attribute that is not always read. */
    public Choice of(int attribute, AttributeDefinition definition) {
        Choice own = chosen.get(attribute);
        if (own != null) {
            return own;
        }
        if (rest != null) {
            return rest;
        }
        Deferral deferral = definition.deferral();
        return deferral == null ? Choice.LOAD : deferral.raises() ? Choice.RAISE : Choice.DEFER;
    }
}
