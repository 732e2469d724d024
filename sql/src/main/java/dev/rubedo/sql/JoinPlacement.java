package dev.rubedo.sql;

import dev.rubedo.error.AmbiguousJoinException;
import dev.rubedo.error.UnresolvedElementException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for the left side of each join: the named one, or the only from clause that can be joined. The rules are
 * those of SQLAlchemy ({@code find_left_clause_to_join_from}). Confined to one thread at a time.
 */
final class JoinPlacement {
    private final Select<?> select;
    private final List<FromClause> froms;

    private JoinPlacement(Select<?> select) {
        this.select = select;
        this.froms = new ArrayList<>(select.explicitFroms());
    }

    static List<FromClause> place(Select<?> select) {
        var placement = new JoinPlacement(select);
        select.joins().forEach(placement::place);
        return placement.froms;
    }

    private void place(JoinStep step) {
        if (step.right() == null) {
            throw new UnresolvedElementException("A join along the relationship \"" + step.relationship()
                    + "\" needs its mapping. Run the statement through a Session, or resolve it with "
                    + "model.resolve(...)");
        }
        if (step.left() != null) {
            explicit(step, step.left(), step.right());
        } else {
            implicit(step, step.right());
        }
    }

    private void explicit(JoinStep step, FromClause left, FromClause right) {
        for (int i = 0; i < froms.size(); i++) {
            if (FromList.members(List.of(froms.get(i))).contains(left)) {
                froms.set(i, join(froms.get(i), left, right, step));
                return;
            }
        }
        froms.add(join(left, left, right, step));
    }

    private void implicit(JoinStep step, FromClause right) {
        if (!froms.isEmpty()) {
            int index = candidate(froms, right, step.on());
            var left = froms.get(index);
            froms.set(index, join(left, left, right, step));
            return;
        }
        var possible = new LinkedHashSet<FromClause>(FromList.sources(select.selectList().projections()));
        possible.addAll(FromList.sources(List.of(select.conditions())));
        if (possible.size() > 1) {
            possible.remove(right);
        }
        if (possible.isEmpty()) {
            throw new AmbiguousJoinException(
                    "There is nothing to join " + label(right) + " to. Name the left side with from(...) or "
                            + "joinFrom(...)");
        }
        var list = List.copyOf(possible);
        var left = list.get(candidate(list, right, step.on()));
        froms.add(join(left, left, right, step));
    }

    private static int candidate(List<FromClause> lefts, FromClause right, @Nullable Condition on) {
        if (lefts.size() == 1) {
            return 0;
        }
        var fitting = new ArrayList<Integer>();
        for (int i = 0; i < lefts.size(); i++) {
            if (fits(lefts.get(i), right, on)) {
                fitting.add(i);
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        var names = lefts.stream().map(JoinPlacement::label).toList();
        if (fitting.isEmpty() && on == null) {
            throw new AmbiguousJoinException("Cannot join " + label(right) + " to any of " + names
                    + " by a foreign key. Pass a condition, or name the left side with joinFrom(...)");
        }
        throw new AmbiguousJoinException("Several of " + names + " can be joined to " + label(right)
                + ". Name the left side with from(...) or joinFrom(...)");
    }

    /**
     * Returns whether the sides can be joined: with a condition, if all its columns are on one of the sides; without
     * one, if there is a foreign key.
     */
    private static boolean fits(FromClause left, FromClause right, @Nullable Condition on) {
        if (on == null) {
            return ForeignKeyJoin.exists(left, right);
        }
        var sides = new LinkedHashSet<>(FromList.members(List.of(left)));
        sides.addAll(FromList.members(List.of(right)));
        Set<FromClause> spoken = FromList.sources(List.of(on));
        return sides.containsAll(spoken);
    }

    private static Join join(FromClause whole, FromClause left, FromClause right, JoinStep step) {
        var on = step.on();
        return new Join(whole, right, step.kind(), on != null ? on : ForeignKeyJoin.between(whole, left, right));
    }

    static String label(FromClause from) {
        return switch (from) {
            case RowSource source -> "\"" + source.label() + "\"";
            case UnresolvedEntity<?> entity -> "\"" + entity + "\"";
            case Join join -> label(join.left()) + " joined with " + label(join.right());
        };
    }
}
