package dev.rubedo.processor;

import java.util.List;
import java.util.function.Consumer;

/** The rules for read-only relationships, and for the options of the others. Stateless and thread-safe. */
final class ViewOnlyRules {

    private ViewOnlyRules() {}

    /** Reports options that contradict each other. */
    static void check(EntityModel entity, RelationshipAttribute relationship, boolean hasCondition,
            Consumer<Problem> problems) {
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        DeclaredAnnotation annotation = relationship.annotation();
        if (relationship.isViewOnly()) {
            for (String option : List.of("cascade", "backPopulates", "overlaps", "singleParent", "activeHistory",
                    "passiveDeletes")) {
                if (annotation.written(option) != null) {
                    problems.accept(Problem.at(relationship.element(), annotation, option, path
                            + " is viewOnly, so it is never written and " + option + " has no effect. Remove one of the"
                            + " two."));
                }
            }
        }
        for (String other : annotation.strings("overlaps")) {
            if (entity.relationship(other).isEmpty()) {
                problems.accept(Problem.at(relationship.element(), annotation, "overlaps", path + " overlaps \"" + other
                        + "\", which is not a relationship of \"" + entity.name() + "\"."
                        + Names.suggestion(other,
                                entity.relationships().stream().map(MappedAttribute::name).toList())));
            }
        }
        if (annotation.isTrue("activeHistory") && relationship.toMany()) {
            problems.accept(Problem.at(relationship.element(), annotation, "activeHistory",
                    path + " is a collection, whose history is always known. Remove activeHistory."));
        }
        if (hasCondition && !relationship.toMany() && !relationship.accessor().nullable()) {
            problems.accept(Problem.at(relationship.element(), path
                    + " is never null, but there may be no target that satisfies its join condition. Mark it"
                    + " @Nullable."));
        }
    }
}
