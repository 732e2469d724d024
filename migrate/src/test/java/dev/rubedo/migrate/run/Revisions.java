package dev.rubedo.migrate.run;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.revision.VersionStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Revisions in memory, for tests. Confined to one thread at a time while it is built. */
final class Revisions {
    private final List<RevisionNode> nodes = new ArrayList<>();
    private final Map<String, Migration> code = new LinkedHashMap<>();

    Revisions add(RevisionNode node, Consumer<Operations> up, Consumer<Operations> down) {
        nodes.add(node);
        return replace(node.id(), up, down);
    }

    /** Adds a revision that follows the last one. */
    Revisions next(String id, Consumer<Operations> up, Consumer<Operations> down) {
        return add(nodes.isEmpty() ? RevisionNode.of(id) : RevisionNode.of(id, nodes.get(nodes.size() - 1).id()), up,
                down);
    }

    Revisions replace(String id, Consumer<Operations> up, Consumer<Operations> down) {
        code.put(id, new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                down.accept(op);
            }
        });
        return this;
    }

    RevisionMap map() {
        return new RevisionMap(nodes);
    }

    MigrationSource source() {
        return code::get;
    }

    List<? extends VersionStep> upgrade(Engine engine, String target, MigrationOptions options) {
        try (var connection = engine.connect()) {
            return MigrationContext.of(connection, options).run(heads -> map().upgrade(target, heads), source());
        }
    }

    List<? extends VersionStep> downgrade(Engine engine, String target, MigrationOptions options) {
        try (var connection = engine.connect()) {
            return MigrationContext.of(connection, options).run(heads -> map().downgrade(target, heads), source());
        }
    }

    static Set<String> heads(Engine engine) {
        return engine.fromTransaction(
                connection -> MigrationContext.of(connection, MigrationOptions.DEFAULT).currentHeads());
    }
}
