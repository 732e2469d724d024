package dev.rubedo.migrate.revision;

import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.NotAnAncestorException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of an application, and the resolution of references to them.
 *
 * <p>A reference is an id or the unambiguous beginning of one, a branch label, {@code base} (no revision), {@code head}
 * (the only head), {@code heads} (all of them), {@code label@head} (the head of a branch), {@code id+2} or {@code id-2}
 * (further up or down), {@code +2} or {@code -2} (relative to the database), {@code label@+2} (on a branch). Immutable.
 */
public final class RevisionMap {
    private final RevisionGraph graph;

    /**
     * Creates a map.
     *
     * @param revisions the revisions, whose order is used where the graph allows several
     * @throws RevisionException if two have the same id or label, or a named revision is missing
     * @throws dev.rubedo.migrate.error.RevisionCycleException if they form a cycle
     */
    public RevisionMap(Collection<RevisionNode> revisions) {
        this.graph = new RevisionGraph(revisions);
    }

    /**
     * Creates a map.
     *
     * @param revisions the revisions
     */
    public static RevisionMap of(RevisionNode... revisions) {
        return new RevisionMap(List.of(revisions));
    }

    /**
     * Returns this map with one more revision.
     *
     * @param revision the revision
     */
    public RevisionMap with(RevisionNode revision) {
        var all = new ArrayList<>(graph.nodes().values());
        all.add(revision);
        return new RevisionMap(all);
    }

    RevisionGraph graph() {
        return graph;
    }

    /** Returns all revisions, in the order in which they were given. */
    public List<RevisionNode> revisions() {
        return List.copyOf(graph.nodes().values());
    }

    /** Returns the ids of the revisions that no other follows. */
    public List<String> heads() {
        return ids(node -> graph.next(node.id()).isEmpty());
    }

    /** Returns the ids of the heads on which no other revision depends, which a database at all heads records. */
    public List<String> effectiveHeads() {
        return ids(node -> graph.allNext(node.id()).isEmpty());
    }

    /** Returns the ids of the revisions that follow no other. */
    public List<String> bases() {
        return ids(RevisionNode::isBase);
    }

    /** Returns the ids of the bases that depend on no other revision. */
    public List<String> effectiveBases() {
        return ids(node -> node.isBase() && graph.dependencies(node.id()).isEmpty());
    }

    private List<String> ids(Predicate<RevisionNode> condition) {
        return graph.nodes().values().stream().filter(condition).map(RevisionNode::id).toList();
    }

    /**
     * Returns the ids of the revisions that follow a revision.
     *
     * @param id the id
     */
    public List<String> next(String id) {
        return List.copyOf(graph.next(id));
    }

    /**
     * Returns the ids of the revisions that a revision depends on, with labels resolved.
     *
     * @param id the id
     */
    public List<String> dependencies(String id) {
        return List.copyOf(graph.dependencies(id));
    }

    /**
     * Returns the labels of all branches that a revision belongs to.
     *
     * @param id the id
     */
    public Set<String> branchLabels(String id) {
        return Set.copyOf(graph.branches(id));
    }

    /**
     * Returns whether several revisions follow a revision.
     *
     * @param id the id
     */
    public boolean isBranchPoint(String id) {
        return graph.next(id).size() > 1;
    }

    /**
     * Returns the only head.
     *
     * @return the id, or empty if there are no revisions
     * @throws MultipleHeadsException if there are several
     */
    public Optional<String> currentHead() {
        return one("head", heads());
    }

    /**
     * Returns the head of a branch.
     *
     * @param label the label
     * @return the id, or empty if the branch has none
     * @throws MultipleHeadsException if there are several
     */
    public Optional<String> currentHead(String label) {
        return one(label + "@head", sharing(heads(), label, false));
    }

    private static Optional<String> one(String symbol, List<String> heads) {
        if (heads.size() > 1) {
            throw new MultipleHeadsException(symbol, heads);
        }
        return heads.stream().findFirst();
    }

    /**
     * Returns the revisions that a reference denotes; none for {@code base}.
     *
     * @param symbol an absolute reference, or {@code label@-2} for a revision below the heads of a branch
     * @throws RevisionNotFoundException if there is none
     * @throws MultipleHeadsException if it should refer to one head, but there are several
     */
    public List<RevisionNode> resolve(String symbol) {
        var parsed = RevisionSymbol.parse(symbol);
        if (parsed.isRelative()) {
            return new RevisionWalk(this).resolve(parsed, symbol);
        }
        var label = parsed.label();
        return switch (parsed.name()) {
            case "heads" -> nodes(label.isEmpty() ? effectiveHeads() : sharing(heads(), label, false));
            case "head" -> (label.isEmpty() ? currentHead() : currentHead(label)).stream().map(graph::node).toList();
            case "base" -> {
                if (!label.isEmpty()) {
                    branch(label);
                }
                yield List.of();
            }
            default -> List.of(identified(parsed.name(), label));
        };
    }

    /**
     * Returns the revisions that several references denote, each once.
     *
     * @param symbols absolute references
     */
    public List<RevisionNode> resolve(Collection<String> symbols) {
        var found = new LinkedHashSet<RevisionNode>();
        symbols.forEach(symbol -> found.addAll(resolve(symbol)));
        return List.copyOf(found);
    }

    /**
     * Returns the revision that a reference denotes.
     *
     * @param symbol an absolute reference to one revision
     * @throws RevisionException if it refers to none or to several
     */
    public RevisionNode require(String symbol) {
        var found = resolve(symbol);
        if (found.isEmpty()) {
            throw new RevisionNotFoundException(symbol,
                    "\"" + symbol + "\" does not refer to a revision. Specify one by its id.");
        }
        if (found.size() > 1) {
            throw new MultipleHeadsException(symbol, ids(found));
        }
        return found.get(0);
    }

    /**
     * Finds a revision by its whole id.
     *
     * @param id the id
     */
    public Optional<RevisionNode> find(String id) {
        return Optional.ofNullable(graph.nodes().get(id));
    }

    static List<String> ids(Collection<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).toList();
    }

    List<RevisionNode> nodes(Collection<String> ids) {
        return ids.stream().map(graph::node).toList();
    }

    /** Returns the revision with an id, the beginning of an id or a label. */
    RevisionNode identified(String name, String branch) {
        var limit = branch.isEmpty() ? null : branch(branch);
        var exact = graph.nodes().get(graph.labels().getOrDefault(name, name));
        var found = exact != null ? exact : beginning(name, limit);
        if (limit != null && !lineage(found.id(), false).contains(limit.id())) {
            throw new RevisionNotFoundException(name, "Revision \"" + found.id() + "\" is not on the branch of \""
                    + branch + "\". Remove \"" + branch + "@\", or specify a revision of that branch.");
        }
        return found;
    }

    private RevisionNode beginning(String name, @Nullable RevisionNode limit) {
        var line = limit == null || name.isEmpty() ? null : lineage(limit.id(), false);
        var found = name.isEmpty() ? List.<String>of()
                : ids(node -> node.id().startsWith(name) && (line == null || line.contains(node.id())));
        if (found.size() > 1) {
            throw new RevisionNotFoundException(name, "Several revisions begin with \"" + name + "\": "
                    + RevisionGraph.quoted(found.subList(0, Math.min(found.size(), 3)))
                    + (found.size() > 3 ? " and others" : "") + ". Write more characters of the id.");
        }
        if (found.isEmpty()) {
            throw new RevisionNotFoundException(name, "There is no revision and no branch \"" + name
                    + "\". List the revisions with the command history, the branches with branches.");
        }
        return graph.node(found.get(0));
    }

    /** Returns the revision by which a branch is named: with a label or an id. */
    RevisionNode branch(String label) {
        return identified(label, "");
    }

    /** Returns a revision with its ancestors and descendants. */
    private Set<String> lineage(String id, boolean withDependencies) {
        var line = new LinkedHashSet<>(graph.ancestors(List.of(id), withDependencies));
        line.addAll(graph.descendants(List.of(id), withDependencies));
        return line;
    }

    /** Returns the given revisions that are the one a reference denotes, or its ancestors or descendants. */
    List<String> sharing(Collection<String> ids, String symbol, boolean withDependencies) {
        var parsed = RevisionSymbol.parse(symbol);
        var against = new LinkedHashSet<String>();
        if (!parsed.label().isEmpty()) {
            against.add(branch(parsed.label()).id());
        }
        if (parsed.isRelative() || !parsed.name().equals("base") && !parsed.name().isEmpty()) {
            against.addAll(ids(resolve(symbol)));
        }
        if (against.isEmpty()) {
            return List.copyOf(ids);
        }
        var line = new LinkedHashSet<String>();
        against.forEach(id -> line.addAll(lineage(id, withDependencies)));
        return ids.stream().filter(line::contains).toList();
    }

    /**
     * Returns the revisions between two ends, both included, from the newest to the oldest.
     *
     * @param lower the older end, such as {@code base}, an id or {@code -3} below the upper end
     * @param upper the newer end
     * @throws NotAnAncestorException if the lower end is not an ancestor of the upper end
     */
    public List<RevisionNode> range(String lower, String upper) {
        return range(List.of(lower), List.of(upper));
    }

    /**
     * Returns the revisions between two ends, both included, from the newest to the oldest.
     *
     * @param lower references to the older end; empty for base
     * @param upper references to the newer end; empty for base
     * @throws NotAnAncestorException if the lower end is not an ancestor of the upper end
     */
    public List<RevisionNode> range(Collection<String> lower, Collection<String> upper) {
        return new UpgradePath(this).range(lower, upper);
    }

    /**
     * Returns the steps of an upgrade, the oldest first.
     *
     * @param target the target of the upgrade
     * @param current the ids that the database records; empty for base
     * @throws RevisionException if the target does not exist, is ambiguous or is not above
     */
    public List<RevisionStep> upgrade(String target, Collection<String> current) {
        return new UpgradePath(this).steps(target, current);
    }

    /**
     * Returns the steps of a downgrade, the newest first.
     *
     * @param target the target of the downgrade
     * @param current the ids that the database records; empty for base
     * @throws RevisionException if the target does not exist, is ambiguous or is not below
     */
    public List<RevisionStep> downgrade(String target, Collection<String> current) {
        return new DowngradePath(this).steps(target, current);
    }

    /**
     * Returns the steps that change what a database records, without running any revision.
     *
     * @param targets references to the revisions that it is to record
     * @param current the ids that it records; empty for base
     */
    public List<StampStep> stamp(Collection<String> targets, Collection<String> current) {
        return new StampPath(this).steps(targets, current);
    }

    /**
     * Returns revisions and all that follow them.
     *
     * @param symbols references to them; {@code base} for all revisions, {@code label@base} for those of a branch
     */
    public Set<String> following(Collection<String> symbols) {
        var found = new LinkedHashSet<String>();
        for (var symbol : symbols) {
            var nodes = resolve(symbol);
            found.addAll(graph.descendants(nodes.isEmpty() ? sharing(bases(), symbol, false) : ids(nodes), true));
        }
        return found;
    }

    /**
     * Returns the revisions that a new one is to follow.
     *
     * @param symbols references to them; {@code base} for none
     * @param isSplice whether they may be other revisions than heads, so that a new branch begins
     * @throws RevisionException if one is not a head, or one is an ancestor of another
     */
    public List<String> parents(Collection<String> symbols, boolean isSplice) {
        var found = ids(resolve(symbols));
        graph.separateAncestors(found);
        for (var id : found) {
            if (!isSplice && !graph.next(id).isEmpty()) {
                throw new RevisionException("Revision \"" + id + "\" is not a head: "
                        + RevisionGraph.quoted(graph.next(id))
                        + " already follow" + (graph.next(id).size() == 1 ? "s" : "")
                        + " it. To begin a new branch there, use the option splice.");
            }
        }
        return found;
    }
}
