package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.internal.query.Place.SubqueryPlace;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.HybridAttribute;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Sql;

/**
 * The expressions that attributes stand for in a statement: columns, formulas, and hybrids with their labels. Used for
 * one statement. Confined to one thread at a time.
 */
final class AttributeExpressions {

    private final EntityRewriter rewriter;
    private final FormulaExpressions formulas;

    AttributeExpressions(EntityRewriter rewriter, FormulaExpressions formulas) {
        this.rewriter = rewriter;
        this.formulas = formulas;
    }

    /** Returns the column or formula of an attribute. */
    Expression<?> resolved(Attribute<?, ?> attribute) {
        EntityPath<?> owner = attribute.entity();
        if (owner.$origin() instanceof PathOrigin.Through through) {
            RelationshipProperty property = rewriter.property(through.relationship());
            for (int i = 0; property.kind() == Kind.MANY_TO_ONE && property.condition() == null
                    && i < property.remote().length; i++) {
                if (property.remote()[i] == attribute.index() && !rewriter.scopes().isJoined(owner)) {
                    return column(through.relationship().owner(), property.local()[i]);
                }
            }
        }
        Expression<?> found = column(owner, attribute.index());
        return owner.$origin() instanceof PathOrigin.Treated ? ofClass(owner, attribute.index(), found) : found;
    }

    /** Restricts a column that other classes use too to the rows of the class that a path is treated as. */
    private Expression<?> ofClass(EntityPath<?> owner, int attribute, Expression<?> found) {
        Mapper<?> mapper = rewriter.model().mapper(owner);
        if (!(mapper.definition().attribute(attribute) instanceof ColumnDefinition)
                || !mapper.hierarchy().isShared(mapper, attribute)) {
            return found;
        }
        Place place = rewriter.place(owner);
        Condition test = place.test(one -> at(place, one));
        return test == NoCondition.NONE ? found : Sql.caseWhen(test, found);
    }

    private Expression<?> column(EntityPath<?> owner, int attribute) {
        return at(rewriter.place(owner), attribute);
    }

    /** Returns the column of an attribute at a place, or its formula in terms of the columns there. */
    Expression<?> at(Place place, int attribute) {
        return place.mapper().definition().attribute(attribute) instanceof FormulaDefinition formula
                ? formulas.at(place, formula) : place.column(attribute);
    }

    /** Returns an attribute as an element of a select list, in which a formula has a label. */
    Expression<?> selected(Place place, int attribute) {
        if (!(place.mapper().definition().attribute(attribute) instanceof FormulaDefinition formula)) {
            return place.column(attribute);
        }
        return place instanceof SubqueryPlace outer ? outer.source().column(selected(outer.inner(), attribute))
                : new Labeled<>(formulas.at(place, formula), formula.label());
    }

    /** Returns the expression that a query gives to a formula as an element of a select list. */
    Expression<?> selected(Place place, int attribute, ColumnFetch.Given given) {
        if (place instanceof SubqueryPlace outer) {
            return outer.source().column(selected(outer.inner(), attribute, given));
        }
        FormulaDefinition formula = (FormulaDefinition) place.mapper().definition().attribute(attribute);
        return new Labeled<>(formulas.given(place, given), formula.label());
    }

    /** Returns an attribute as an element of a select list, in which a formula has a label. */
    Expression<?> selected(Attribute<?, ?> attribute) {
        Expression<?> resolved = resolved(attribute);
        return attribute.owner().$definition().attribute(attribute.index()) instanceof FormulaDefinition formula
                ? new Labeled<>(resolved, formula.label()) : resolved;
    }

    /** Returns an expression as an element of a select list, in which formulas and hybrids have labels. */
    Expression<?> selected(Expression<?> node) {
        return switch (node) {
            case Attribute<?, ?> attribute -> selected(attribute);
            case HybridAttribute<?, ?> hybrid -> labelled(hybrid);
            case BooleanCondition(HybridAttribute<?, Boolean> hybrid) -> labelled(hybrid);
            case Expression<?> other -> rewriter.expression(other);
        };
    }

    private Expression<?> labelled(HybridAttribute<?, ?> hybrid) {
        return new Labeled<>(rewriter.expression(hybrid.definition()), hybrid.label());
    }
}
