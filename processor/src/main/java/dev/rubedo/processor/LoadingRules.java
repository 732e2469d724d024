package dev.rubedo.processor;

import java.util.function.Consumer;

/** The rules for how a relationship is loaded by default. Stateless and thread-safe. */
final class LoadingRules {

    private LoadingRules() {}

    /** Reports options that have no effect with the loading that they are combined with. */
    static void check(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Consumer<Problem> problems) {
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        DeclaredAnnotation annotation = relationship.annotation();
        String loading = annotation.constant("loading");
        if (relationship.collection() != null && relationship.collection().isQueried()
                && annotation.written("loading") != null) {
            problems.accept(Problem.at(relationship.element(), annotation, "loading",
                    path + " is never loaded as a whole, so loading has no effect. Remove it."));
        }
        if (annotation.isTrue("innerJoin") && !loading.equals("JOINED")) {
            problems.accept(Problem.at(relationship.element(), annotation, "innerJoin", path
                    + " is not loaded by a join, so innerJoin has no effect. Remove it, or write loading = JOINED."));
        }
        if (annotation.written("depth") == null) {
            return;
        }
        if (annotation.integer("depth") < 1) {
            problems.accept(Problem.at(relationship.element(), annotation, "depth",
                    path + " has depth " + annotation.integer("depth") + ". Give at least 1, or leave it out."));
        } else if (!entity.isSame(target)) {
            problems.accept(Problem.at(relationship.element(), annotation, "depth",
                    path + " refers to another entity, so it has no depth. Remove it: it is for self-references."));
        } else if (!loading.equals("JOINED") && !loading.equals("SELECT_IN") && !loading.equals("IMMEDIATE")) {
            problems.accept(Problem.at(relationship.element(), annotation, "depth", path
                    + " is loaded on access, one level at a time, so depth has no effect. Remove it, or load it with"
                    + " JOINED, SELECT_IN or IMMEDIATE."));
        }
    }
}
