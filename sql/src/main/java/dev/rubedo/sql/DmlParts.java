package dev.rubedo.sql;

import java.util.List;

/** The parts of a statement that changes a table. Confined to one thread at a time until they are in a statement. */
class DmlParts extends StatementParts {
    DmlTarget target;
    SelectList returning = SelectList.NONE;

    DmlParts(DmlTarget target) {
        this.target = target;
    }

    void returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
        returning = SelectList.many(SelectParts.append(List.of(first, second), more));
    }

    @Override
    DmlParts copy() {
        return (DmlParts) super.copy();
    }

    @Override
    void rewrite(Rewriter rewriter) {
        super.rewrite(rewriter);
        target = rewriter.target(target);
        returning = rewriter.selectList(returning);
    }
}
