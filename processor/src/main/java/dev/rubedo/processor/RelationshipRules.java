package dev.rubedo.processor;

import dev.rubedo.processor.Link.Broken;
import dev.rubedo.processor.Link.ByForeignKey;
import dev.rubedo.processor.Link.ByJoinTable;
import dev.rubedo.processor.RelationshipAttribute.JoinTableNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The rules for the relationships of an entity. Confined to one thread at a time. */
final class RelationshipRules {

    private static final Pattern ORDER_TERM = Pattern.compile("\\s*(\\w+)(?:\\s+(?i:asc|desc))?\\s*",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final EntityModels models;
    private final LinkResolver links;

    RelationshipRules(EntityModels models, LinkResolver links) {
        this.models = models;
        this.links = links;
    }

    /** Reports errors in the relationships. */
    void check(EntityModel entity, Consumer<Problem> problems) {
        Map<Object, RelationshipAttribute> users = new HashMap<>();
        JoinConditions conditions = models.joinConditions();
        conditions.check(entity, problems);
        for (RelationshipAttribute relationship : entity.ownRelationships()) {
            EntityModel target = models.model(relationship.target());
            Link link = links.of(entity, relationship);
            if (target.isConcrete() && (target.parent() == null
                    || target.element().getModifiers().contains(Modifier.ABSTRACT))) {
                problems.accept(Problem.at(relationship.element(), relationship.annotation(), "\"" + entity.name() + "."
                        + relationship.name() + "\" refers to \"" + target.name()
                        + "\", whose subclasses have tables of their own, so no foreign key can refer to all of"
                        + " them. Let it refer to one of the subclasses."));
                continue;
            }
            boolean named = checkBackPopulates(entity, relationship, target, problems);
            if (named && link instanceof Broken broken && broken.problem() != null) {
                problems.accept(broken.problem());
            }
            checkCascade(entity, relationship, link, problems);
            checkOrderBy(entity, relationship, target, problems);
            checkOptions(entity, relationship, target, link, problems);
            LoadingRules.check(entity, relationship, target, problems);
            MapKeys.check(entity, relationship, target, problems);
            new CollectionRules(models.environment()).check(entity, relationship, target, problems);
            ViewOnlyRules.check(entity, relationship, conditions.of(entity, relationship).isPresent(), problems);
            if (link instanceof ByForeignKey key && key.owning()
                    && relationship.annotation().written("passiveDeletes") != null) {
                problems.accept(Problem.at(relationship.element(), relationship.annotation(), "passiveDeletes", "\""
                        + entity.name() + "." + relationship.name()
                        + "\" has the foreign key, so deleting its owner changes no other row. Put passiveDeletes on"
                        + " the other side."));
            }
            checkUpdateCascade(entity, relationship, link, problems);
            if (named) {
                checkShared(entity, relationship, target, link, users, problems);
                checkSameKey(entity, relationship, target, link, problems);
            }
        }
    }

    /** Returns whether {@code backPopulates} is valid or absent, so that errors that depend on it may be reported. */
    private boolean checkBackPopulates(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Consumer<Problem> problems) {
        Optional<String> name = relationship.backPopulates();
        if (name.isEmpty()) {
            return true;
        }
        String path = entity.name() + "." + relationship.name();
        Optional<RelationshipAttribute> other = target.relationship(name.get());
        String message = null;
        if (other.isEmpty()) {
            List<String> candidates = target.relationships().stream()
                    .filter(candidate -> models.model(candidate.target()).isSame(entity))
                    .map(RelationshipAttribute::name).toList();
            message = "\"" + path + "\" back-populates \"" + name.get() + "\", which is not a relationship of \""
                    + target.name() + "\"."
                    + Names.suggestion(name.get(), candidates);
        } else if (!models.model(other.get().target()).isSame(entity)) {
            message = "\"" + path + "\" back-populates \"" + target.name() + "." + name.get()
                    + "\", but that refers to \""
                    + other.get().target().getSimpleName() + "\" and not back to \"" + entity.name() + "\".";
        } else if (target.isSame(entity) && name.get().equals(relationship.name())) {
            message = "\"" + path + "\" back-populates itself. Name the relationship that goes the other way.";
        } else {
            Optional<String> back = other.get().backPopulates();
            boolean isWrongThere = back.isPresent() && entity.relationship(back.get())
                    .map(named -> !named.backPopulates().equals(name) || !models.model(named.target()).isSame(target))
                    .orElse(true);
            if (isWrongThere && !isNamedInACircle(entity, relationship)) {
                return false;
            }
            if (!back.equals(Optional.of(relationship.name()))) {
                message = "\"" + path + "\" back-populates \"" + target.name() + "." + name.get() + "\", but that "
                        + back.map(text -> "back-populates \"" + text + "\"").orElse("does not name it")
                        + ". Both sides must name each other: "
                        + "write backPopulates = \"" + relationship.name() + "\" there.";
            }
        }
        if (message != null) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), "backPopulates", message));
        }
        return message == null;
    }

    /**
     * Returns whether following {@code backPopulates} from a relationship leads back to it through more than two
     * relationships, so that all of them are equally wrong.
     */
    private boolean isNamedInACircle(EntityModel entity, RelationshipAttribute relationship) {
        Set<RelationshipAttribute> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        EntityModel here = entity;
        RelationshipAttribute current = relationship;
        while (passed.add(current)) {
            Optional<RelationshipAttribute> next = links.reverse(here, current);
            if (next.isEmpty()) {
                return false;
            }
            here = models.model(current.target());
            current = next.get();
        }
        return current == relationship && passed.size() > 2;
    }

    private static void checkUpdateCascade(EntityModel entity, RelationshipAttribute relationship, Link link,
            Consumer<Problem> problems) {
        String advice = switch (link) {
            case ByForeignKey key when !key.owning() -> "Put updateCascade on the side that has the foreign key.";
            case ByForeignKey key when !key.isSynthetic() -> "The foreign key is declared: write updateCascade in its"
                    + " @ForeignKey.";
            case ByForeignKey key -> "";
            case ByJoinTable table -> "Map the join table by an entity, and write updateCascade in its @ForeignKey.";
            case Link.ByCondition condition -> "Its condition needs no foreign key: remove updateCascade.";
            case Broken broken -> "";
        };
        if (relationship.annotation().isTrue("updateCascade") && !advice.isEmpty()) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), "updateCascade", "\""
                    + entity.name() + "." + relationship.name() + "\" creates no foreign key that could follow changed"
                    + " keys. " + advice));
        }
    }

    private void checkCascade(EntityModel entity, RelationshipAttribute relationship, Link link,
            Consumer<Problem> problems) {
        List<String> cascade = relationship.annotation().constants("cascade");
        if (cascade.stream().noneMatch(value -> value.endsWith("DELETE_ORPHAN"))) {
            return;
        }
        boolean manyToOne = link instanceof ByForeignKey key && key.owning();
        if (relationship.annotation().isTrue("singleParent")) {
            return;
        }
        if (manyToOne || link instanceof ByJoinTable) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), "cascade",
                    "\"" + entity.name() + "."
                            + relationship.name() + "\" cannot delete orphans: "
                            + (manyToOne ? "several \"" + entity.name() + "\" may share one \""
                                    + relationship.target().getSimpleName()
                                    + "\", so it is not an orphan when one of them removes it. Put it on the other side."
                                    : "an object that is removed from a many-to-many relationship may still be in others.")
                            + " Remove DELETE_ORPHAN, or write singleParent = true if each has only one."));
        }
    }

    private void checkOrderBy(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Consumer<Problem> problems) {
        String orderBy = relationship.annotation().string("orderBy");
        if (orderBy.isEmpty()) {
            return;
        }
        String path = entity.name() + "." + relationship.name();
        if (relationship.collection() == null || !relationship.collection().isOrdered()) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), "orderBy",
                    "\"" + path + "\" has no order: only a List "
                            + "of entities has. Remove orderBy."));
            return;
        }
        List<String> known = target.columns().stream().map(ColumnAttribute::name).toList();
        for (String term : orderBy.split(",", -1)) {
            Matcher matcher = ORDER_TERM.matcher(term);
            if (!matcher.matches()) {
                problems.accept(Problem.at(relationship.element(), relationship.annotation(), "orderBy",
                        "\"" + term.strip()
                                + "\" is not an order. Write attributes of \"" + target.name()
                                + "\" with asc or desc, as in \"created desc, id\"."));
            } else if (!known.contains(matcher.group(1))
                    && links.synthetic(target).stream().noneMatch(made -> made.name().equals(matcher.group(1)))) {
                problems.accept(Problem.at(relationship.element(), relationship.annotation(), "orderBy",
                        "\"" + path + "\" is ordered by \""
                                + matcher.group(1) + "\", which is not an attribute of \"" + target.name()
                                + "\" with a column."
                                + Names.suggestion(matcher.group(1), known)));
            }
        }
    }

    private void checkOptions(EntityModel entity, RelationshipAttribute relationship, EntityModel target, Link link,
            Consumer<Problem> problems) {
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        DeclaredAnnotation annotation = relationship.annotation();
        if (!relationship.toMany() && relationship.joinTable() != null) {
            String value = annotation.written("joinTable") == null ? "" : "joinTable";
            problems.accept(
                    Problem.at(relationship.element(), annotation, value,
                            path + " refers to a single \"" + target.name()
                                    + "\" and needs no join table. Remove it, or make the attribute a List or Set."));
        }
        if (link instanceof ByJoinTable table) {
            checkJoinTable(entity, relationship, target, table.table(), problems);
            if (!relationship.foreignKey().isEmpty()) {
                problems.accept(Problem.at(relationship.element(), annotation, "foreignKey", path
                        + " uses a join table, which has its own foreign keys. Remove foreignKey."));
            }
        }
        if (!relationship.remoteSide().isEmpty()) {
            checkRemoteSide(relationship, path, entity, target, link, problems);
        }
        if (link instanceof ByForeignKey key && key.owning() && !relationship.accessor().nullable()
                && !key.isSynthetic()) {
            key.key().stream().filter(ColumnAttribute::nullable).findFirst()
                    .ifPresent(column -> problems
                            .accept(Problem.at(relationship.element(), path + " is never null, but its foreign key \""
                                    + column.name() + "\" is nullable. Mark both @Nullable or neither.")));
        }
        if (link instanceof ByForeignKey key && !key.owning() && !relationship.toMany()
                && !relationship.accessor().nullable()) {
            problems.accept(Problem.at(relationship.element(),
                    path + " is never null, but its foreign key is in \"" + target.name()
                            + "\", whose row may be missing. Mark it @Nullable."));
        }
        if (link instanceof ByForeignKey key && key.owning()) {
            checkComposite(relationship, path, target, key, problems);
        }
    }

    private static void checkComposite(RelationshipAttribute relationship, String path, EntityModel target,
            ByForeignKey link,
            Consumer<Problem> problems) {
        int columns = target.primaryKey().size();
        if (columns > 1 && link.key().size() == 1
                && target.primaryKey().stream().anyMatch(key -> link.key().get(0).foreignKey() != null
                        && key.column().equals(link.key().get(0).foreignKey().column()))) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(),
                    path + " has a foreign key of one column, but the key of \""
                            + target.name() + "\" has " + columns
                            + ". Declare a foreign key to each of them, or none."));
        }
    }

    private void checkRemoteSide(RelationshipAttribute relationship, String path, EntityModel entity,
            EntityModel target, Link link,
            Consumer<Problem> problems) {
        if (!entity.isSame(target)) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(), "remoteSide",
                    path + " refers to another entity, so its "
                            + "sides are unambiguous. Remove remoteSide: it is for self-references."));
        } else if (link instanceof ByForeignKey key) {
            List<String> expected = key.owning() ? links.referenced(key, target) : key.names();
            if (!Set.copyOf(expected).equals(Set.copyOf(relationship.remoteSide()))) {
                problems.accept(Problem.at(relationship.element(), relationship.annotation(), "remoteSide",
                        "The far side of " + path + " is "
                                + String.join(", ", expected) + ", not " + String.join(", ", relationship.remoteSide())
                                + ". Write it so, or leave it out."));
            }
        }
    }

    private void checkJoinTable(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            JoinTableNames table,
            Consumer<Problem> problems) {
        DeclaredAnnotation annotation = relationship.annotation();
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        Optional<RelationshipAttribute> reverse = links.reverse(entity, relationship);
        if (reverse.isPresent() && !reverse.get().toMany()) {
            problems.accept(Problem.at(relationship.element(), annotation, "backPopulates",
                    path + " uses a join table, but \""
                            + target.name() + "." + reverse.get().name()
                            + "\" refers to a single object. Make that a List or Set, or remove the join table."));
            return;
        }
        if (table.name().isBlank() || table.columns().stream().anyMatch(String::isBlank)
                || table.inverseColumns().stream().anyMatch(String::isBlank)) {
            problems.accept(Problem.at(relationship.element(), annotation,
                    "The join table of " + path + " or one of its columns has an empty name. Write it."));
            return;
        }
        if (table.name().equals(entity.qualifiedTable()) || table.name().equals(target.qualifiedTable())) {
            problems.accept(Problem.at(relationship.element(), annotation, "joinTable", path
                    + " uses join table \""
                    + table.name()
                    + "\", which is the table of one of the two entities. Name a join table, or omit it if the foreign key is in \""
                    + target.name() + "\"."));
            return;
        }
        JoinTableNames other = reverse.map(RelationshipAttribute::joinTable).map(JoinTableNames::inverse).orElse(null);
        if (relationship.joinTable() != null && other != null && !other.equals(relationship.joinTable())
                && LinkResolver.isFirst(entity, relationship, target, reverse.get())) {
            problems.accept(Problem.at(relationship.element(), annotation, path + " and \"" + target.name() + "."
                    + reverse.get().name()
                    + "\" describe their join table differently. One description is enough: remove the other."));
        }
        checkCount(relationship, path, entity, "columns", table.columns(), problems);
        checkCount(relationship, path, target, "inverseColumns", table.inverseColumns(), problems);
        var columns = new HashSet<String>();
        var all = new ArrayList<>(table.columns());
        all.addAll(table.inverseColumns());
        for (String column : all) {
            if (!columns.add(column)) {
                problems.accept(Problem.at(relationship.element(), annotation,
                        (table.columns().size() > Set.copyOf(table.columns()).size()
                                || table.inverseColumns().size() > Set
                                        .copyOf(table.inverseColumns()).size() ? "Two keys in join table \""
                                                : "Both sides of join table \"")
                                + table.name()
                                + "\" would be column \"" + column + "\". Name them: @JoinTable(name = \""
                                + table.name()
                                + "\", columns = \"...\", inverseColumns = \"...\")."));
            }
        }
    }

    private static void checkCount(RelationshipAttribute relationship, String path, EntityModel side, String option,
            List<String> columns,
            Consumer<Problem> problems) {
        int expected = side.primaryKey().size();
        if (!columns.isEmpty() && columns.size() != expected && expected > 0) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(),
                    "The join table of " + path + " has " + columns.size()
                            + " " + option + ", but the key of \"" + side.name() + "\" has " + expected
                            + ". Name one column for each."));
        }
    }

    /** Two relationships with one key or table would both write it, unless they are inverse sides. */
    private void checkShared(EntityModel entity, RelationshipAttribute relationship, EntityModel target, Link link,
            Map<Object, RelationshipAttribute> users, Consumer<Problem> problems) {
        Object route = switch (link) {
            case ByForeignKey key -> key.names().isEmpty() ? null
                    : List.of(key.owning(), relationship.target().getQualifiedName().toString(), key.names());
            case ByJoinTable table -> table.table().name();
            case Link.ByCondition condition -> null;
            case Broken broken -> null;
        };
        if (route == null || relationship.isViewOnly()) {
            return;
        }
        RelationshipAttribute first = users.putIfAbsent(route, relationship);
        if (first != null && (first.backPopulates().equals(Optional.of(relationship.name()))
                || (target.isSame(entity) && isSameRoute(link, links.of(entity, first), true)))) {
            return;
        }
        if (first != null && (overlaps(first, relationship) || overlaps(relationship, first))) {
            return;
        }
        if (first != null) {
            problems.accept(Problem.at(relationship.element(), relationship.annotation(),
                    "\"" + entity.name() + "." + relationship.name()
                            + "\" and \"" + entity.name() + "." + first.name()
                            + "\" use the same foreign key or join table, so both would write it. Remove one, or make it viewOnly."));
            return;
        }
        boolean reportedThere = link instanceof ByForeignKey key ? key.owning()
                : entity.name().compareTo(target.name()) > 0;
        if (relationship.backPopulates().isPresent() || reportedThere) {
            return;
        }
        for (RelationshipAttribute other : target.relationships()) {
            boolean back = models.model(other.target()).isSame(entity)
                    && !other.element().equals(relationship.element())
                    && other.backPopulates().isEmpty() && !other.isViewOnly();
            if (back && isSameRoute(link, links.of(target, other), target.isSame(entity))) {
                problems.accept(Problem.at(relationship.element(), relationship.annotation(),
                        "\"" + entity.name() + "." + relationship.name()
                                + "\" and \"" + target.name() + "." + other.name()
                                + "\" are two sides of one relationship, and neither names the other. "
                                + "Write backPopulates = \"" + other.name() + "\" here and backPopulates = \""
                                + relationship.name() + "\" there."));
            }
        }
    }

    private static boolean overlaps(RelationshipAttribute one, RelationshipAttribute other) {
        return one.annotation().strings("overlaps").contains(other.name());
    }

    /** Returns whether one link is the inverse of the other. */
    private static boolean isSameRoute(Link here, Link there, boolean self) {
        if (here instanceof ByForeignKey key && there instanceof ByForeignKey other) {
            return key.owning() != other.owning() && other.names().equals(key.names());
        }
        return here instanceof ByJoinTable table && there instanceof ByJoinTable other
                && (self ? table.table().inverse().equals(other.table())
                        : table.table().name().equals(other.table().name()));
    }

    /** Two inverse relationships must use the same foreign key, which one of them owns. */
    private void checkSameKey(EntityModel entity, RelationshipAttribute relationship, EntityModel target, Link link,
            Consumer<Problem> problems) {
        RelationshipAttribute reverse = links.reverse(entity, relationship).orElse(null);
        if (reverse == null || !LinkResolver.isFirst(entity, relationship, target, reverse)
                || !(link instanceof ByForeignKey here) || !(links.of(target, reverse) instanceof ByForeignKey there)
                || (here.owning() != there.owning() && here.names().equals(there.names()))) {
            return;
        }
        String remedy = relationship.remoteSide().isEmpty() || reverse.remoteSide().isEmpty()
                ? "Write the same foreignKey at both." : "Remove remoteSide from the one that has no foreign key.";
        problems.accept(Problem.at(relationship.element(), relationship.annotation(), "\"" + entity.name() + "."
                + relationship.name() + "\" and \"" + target.name() + "." + reverse.name()
                + "\" name each other, but use different foreign keys: " + String.join(" and ", here.names()) + ", "
                + String.join(" and ", there.names()) + ". " + remedy));
    }
}
