package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The joins of a query: those over relationships become joins of tables, and the conditions for a joined entity become
 * part of the join. Used for one statement. Confined to one thread at a time.
 */
final class EntityJoins {

    private final EntityRewriter rewriter;

    EntityJoins(EntityRewriter rewriter) {
        this.rewriter = rewriter;
    }

    <T extends @Nullable Object> Select<T> expand(Select<T> select) {
        List<JoinStep> steps = new ArrayList<>();
        boolean changed = false;
        for (JoinStep step : select.joins()) {
            if (step.relationship() instanceof Relationship<?, ?> relationship) {
                steps.addAll(expand(step, relationship));
                changed = true;
            } else {
                JoinStep filtered = filtered(step);
                steps.add(filtered);
                changed |= filtered != step;
            }
        }
        return changed ? select.withJoins(steps) : select;
    }

    /**
     * Adds the condition for a joined entity to the condition of the join, so that an outer join remains an outer join.
     */
    private JoinStep filtered(JoinStep step) {
        FromClause left = step.left() instanceof EntityPath<?> path
                && rewriter.place(path).from() != rewriter.place(path).source()
                        ? rewriter.place(path).source() : step.left();
        if (!(step.right() instanceof EntityPath<?> path)) {
            return left == step.left() ? step : new JoinStep(left, step.right(), null, step.kind(), step.on());
        }
        Condition filter = rewriter.filter(rewriter.place(path));
        if (filter == NoCondition.NONE) {
            return left == step.left() ? step : new JoinStep(left, step.right(), null, step.kind(), step.on());
        }
        if (step.on() == null) {
            throw new InvalidStatementException("\"" + path
                    + "\" is joined by an inferred foreign key, but criteria must be added to the condition of the join."
                    + " Join over the relationship, or specify the condition.");
        }
        return new JoinStep(left, path, null, step.kind(), Place.all(List.of(step.on(), filter)));
    }

    private List<JoinStep> expand(JoinStep step, Relationship<?, ?> relationship) {
        RelationshipProperty property = rewriter.property(relationship);
        EntityPath<?> target = (EntityPath<?>) relationship.target();
        if (target.equals(relationship.owner())) {
            throw new InvalidStatementException("\"" + relationship + "\" refers to \"" + target
                    + "\" itself: join it under another name, " + property.owner().definition().constant()
                    + "." + property.name() + ".to(" + property.target().definition().constant() + ".as(\"other\")).");
        }
        Place right = rewriter.place(target);
        List<Condition> more = new ArrayList<>();
        if (step.on() != null) {
            more.add(step.on());
        }
        more.addAll(relationship.criteria());
        more.add(rewriter.filter(right));
        return RelationshipJoin.to(rewriter, right, property).steps(rewriter.place(relationship.owner()), step.kind(),
                more);
    }
}
