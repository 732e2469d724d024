package dev.rubedo.migrate.script;

import dev.rubedo.migrate.revision.RevisionNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The revisions that others replace. A database that records a replaced revision continues with the rest of the
 * replaced ones, and then treats the replacement as applied. Immutable.
 */
final class Replacements {
    private final Map<String, Script> active;
    private final Map<String, Script> retired;

    /**
     * Creates replacements.
     *
     * @param active the revisions by id
     * @param retired the replaced revisions whose files are kept, by id
     */
    Replacements(Map<String, Script> active, Map<String, Script> retired) {
        this.active = active;
        this.retired = retired;
    }

    /**
     * Revisions as a database sees them.
     *
     * @param scripts the revisions by id
     * @param silent the ids of those that have nothing to do, because what they replace was applied
     * @param missing the ids of those whose files are gone
     */
    record View(Map<String, Script> scripts, Set<String> silent, Set<String> missing) {}

    /** Returns the replaced revisions whose files are kept and whose ids no other revision has. */
    Collection<Script> retired() {
        return retired.values().stream().filter(script -> !active.containsKey(script.id())).toList();
    }

    /** Returns the revisions as seen by a database that is at the given revisions. */
    View at(Collection<String> heads) {
        var scripts = new LinkedHashMap<>(active);
        var silent = new LinkedHashSet<String>();
        var missing = new LinkedHashSet<String>();
        for (var head : heads) {
            var replacement = replacing(head, scripts);
            while (!scripts.containsKey(head) && replacement.isPresent()) {
                restore(replacement.get(), scripts, missing);
                silent.add(replacement.get().id());
                replacement = replacing(head, scripts);
            }
        }
        return new View(scripts, silent, missing);
    }

    /** Returns the revision that replaces one, directly or through others. */
    private Optional<Script> replacing(String id, Map<String, Script> scripts) {
        return scripts.values().stream().filter(script -> isReplacedBy(id, script) && !scripts.containsKey(id))
                .findFirst();
    }

    private boolean isReplacedBy(String id, Script script) {
        return script.replaces().stream().anyMatch(each -> each.equals(id)
                || retired.containsKey(each) && isReplacedBy(id, retired.get(each)));
    }

    /**
     * Puts the replaced revisions before their replacement, except those that one of them replaces itself, because
     * their work would be done twice.
     */
    private void restore(Script replacement, Map<String, Script> scripts, Set<String> missing) {
        var before = replacement.node().downRevisions();
        for (var id : replacement.replaces()) {
            if (replacement.replaces().stream().anyMatch(each -> retired.containsKey(each)
                    && retired.get(each).replaces().contains(id))) {
                continue;
            }
            var kept = retired.get(id);
            if (kept == null) {
                missing.add(id);
            }
            var node = new RevisionNode(id, before, kept == null ? List.of() : kept.node().dependsOn(), List.of(),
                    kept == null ? replacement.node().origin() : kept.node().origin());
            scripts.put(id, kept == null ? new Script(node, "", "", replacement.file(), List.of(), false)
                    : new Script(node, kept.message(), kept.created(), kept.file(), kept.replaces(),
                            kept.isIrreversible()));
            before = List.of(id);
        }
        var node = replacement.node();
        scripts.put(node.id(), new Script(
                new RevisionNode(node.id(), before, node.dependsOn(), node.branchLabels(), node.origin()),
                replacement.message(), replacement.created(), replacement.file(), List.of(), false));
    }

    /** Returns the heads, where each head that ends a replaced line is replaced by its replacement. */
    Set<String> named(Collection<String> heads) {
        var named = new TreeSet<String>();
        for (var head : heads) {
            var id = head;
            var last = ending(id);
            while (last.isPresent()) {
                id = last.get();
                last = ending(id);
            }
            named.add(active.containsKey(id) ? id : head);
        }
        return named;
    }

    private Optional<String> ending(String id) {
        if (active.containsKey(id)) {
            return Optional.empty();
        }
        return java.util.stream.Stream.concat(active.values().stream(), retired.values().stream())
                .filter(script -> !script.replaces().isEmpty()
                        && script.replaces().get(script.replaces().size() - 1).equals(id))
                .map(Script::id).findFirst();
    }
}
