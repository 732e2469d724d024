package dev.rubedo.migrate.compare;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.SetTableCommentOperation;

/** A comparator of the comments of tables. Stateless. */
final class CommentComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        if (!context.dialect().supports(Feature.COMMENTS)) {
            return;
        }
        for (var pair : context.tables()) {
            if (!pair.from().comment().equals(pair.to().comment())) {
                context.add(new SetTableCommentOperation(pair.name(), pair.to().comment(), pair.from().comment()));
            }
        }
    }
}
