package dev.rubedo.migrate.revision;

import dev.rubedo.migrate.error.RevisionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A walk of a number of revisions up or down from one. Every revision on the way must have only one neighbor in that
 * direction. Immutable.
 */
final class RevisionWalk {
    private final RevisionMap map;

    RevisionWalk(RevisionMap map) {
        this.map = map;
    }

    /**
     * The start or end of a walk.
     *
     * @param id the revision; empty for base
     */
    record Place(String id) {
        static final Place BASE = new Place("");

        boolean isBase() {
            return id.isEmpty();
        }
    }

    /**
     * Walks up.
     *
     * @param branch the label of the branch to stay on; empty for any
     * @return where the walk ends; empty if there are not enough revisions
     */
    Optional<Place> up(Place start, int steps, String branch) {
        var place = Optional.of(start);
        for (int i = 0; i < steps; i++) {
            place = place.flatMap(from -> above(from, branch));
        }
        return place;
    }

    /**
     * Walks up, but not above the last revision.
     *
     * @param branch the label of the branch to stay on; empty for any
     * @return where the walk ends; empty for base
     */
    Optional<Place> upAtMost(Place start, int steps, String branch) {
        var place = start;
        for (int i = 0; i < steps; i++) {
            place = above(place, branch).orElse(place);
        }
        return Optional.of(place).filter(end -> !end.isBase());
    }

    private Optional<Place> above(Place place, String branch) {
        Collection<String> above = place.isBase() ? map.bases() : map.graph().next(place.id());
        var choice = branch.isEmpty() ? List.copyOf(above) : map.sharing(above, branch, false);
        return choice.isEmpty() ? Optional.empty() : Optional.of(new Place(only(choice, place, "up")));
    }

    /**
     * Walks down.
     *
     * @return where the walk ends; empty if there are not enough revisions above base
     */
    Optional<Place> down(Place start, int steps) {
        var place = start;
        for (int i = 0; i < steps; i++) {
            if (place.isBase()) {
                return Optional.empty();
            }
            var below = map.graph().node(place.id()).downRevisions();
            place = below.isEmpty() ? Place.BASE : new Place(only(below, place, "down"));
        }
        return Optional.of(place);
    }

    private static String only(List<String> choice, Place from, String direction) {
        if (choice.size() > 1) {
            throw new RevisionException("The way " + direction + " from " + (from.isBase() ? "\"base\""
                    : "revision \"" + from.id() + "\"") + " is ambiguous: it leads to "
                    + RevisionGraph.quoted(choice) + ". Name the revision by its id.");
        }
        return choice.get(0);
    }

    /** Walks from a named revision, or down from the heads for {@code -2} and {@code label@-2}. */
    List<RevisionNode> resolve(RevisionSymbol symbol, String text) {
        if (symbol.name().isEmpty() && symbol.steps() > 0) {
            throw new RevisionException("\"" + text + "\" counts from the current revision of a database, which is "
                    + "not used here. Specify a revision to count from, as in \"ab12" + text + "\".");
        }
        var starts = new ArrayList<Place>();
        if (symbol.name().isEmpty()) {
            map.effectiveHeads().stream().filter(id -> symbol.label().isEmpty() || isOn(id, symbol.label()))
                    .forEach(id -> starts.add(new Place(id)));
        } else {
            map.resolve(symbol.start()).forEach(node -> starts.add(new Place(node.id())));
            if (starts.isEmpty()) {
                starts.add(Place.BASE);
            }
        }
        var found = new LinkedHashSet<RevisionNode>();
        for (var start : starts) {
            var end = symbol.steps() < 0 ? down(start, -symbol.steps()) : up(start, symbol.steps(), symbol.label());
            var place = end.orElseThrow(() -> tooFar(text));
            if (!place.isBase()) {
                found.add(map.graph().node(place.id()));
            }
        }
        return List.copyOf(found);
    }

    private boolean isOn(String id, String label) {
        return map.graph().branches(id).contains(label)
                || !map.sharing(Set.of(id), label, false).isEmpty();
    }

    static RevisionException tooFar(String text) {
        return new RevisionException("\"" + text + "\" leads too far: there are fewer revisions in that direction. "
                + "Use fewer steps, or specify a revision by its id.");
    }
}
