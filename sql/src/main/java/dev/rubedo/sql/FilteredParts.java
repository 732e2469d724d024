package dev.rubedo.sql;

import java.util.List;

/** The parts of an UPDATE or DELETE. Confined to one thread at a time until they are in a statement. */
class FilteredParts extends DmlParts {
    List<FromClause> froms = List.of();
    Condition conditions = NoCondition.NONE;

    FilteredParts(DmlTarget target) {
        super(target);
    }

    @Override
    FilteredParts copy() {
        return (FilteredParts) super.copy();
    }

    @Override
    void rewrite(Rewriter rewriter) {
        super.rewrite(rewriter);
        froms = Rewriter.list(froms, rewriter::from);
        conditions = rewriter.condition(conditions);
    }
}
