package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Node_.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Trees of entities that one recursive query reads. */
class RecursiveQueryTest {

    private static SessionFactory tree(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Node root = new Node("root");
        Node inner = new Node("inner");
        root.children().addAll(List.of(inner, new Node("other")));
        inner.children().addAll(List.of(new Node("left"), new Node("right")));
        inner.children().get(0).children().add(new Node("leaf"));
        sessions.inTransaction(session -> session.add(root));
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void entitiesAreJoinedToTheKeysOfATree(Engine engine, StatementLog statements) {
        try (Session session = tree(engine, statements).open()) {
            var below = select(NODE.id).where(NODE.label.eq("inner")).recursive("below",
                    above -> select(NODE.id).join(above, NODE.parent().id.eq(above.column(NODE.id))));
            List<Node> nodes = session.all(select(NODE).join(below, NODE.id.eq(below.column(NODE.id)))
                    .orderBy(NODE.label));

            assertThat(nodes).extracting(Node::label).containsExactly("inner", "leaf", "left", "right");
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void theRowsOfATreeAreEntities(Engine engine, StatementLog statements) {
        try (Session session = tree(engine, statements).open()) {
            var tree = select(NODE).where(NODE.label.eq("inner")).recursive("tree",
                    above -> select(NODE).join(above, NODE.parent().id.eq(above.column(NODE.id))));
            var node = aliased(NODE, tree);
            List<Node> nodes = session.all(select(node).where(node.label.ne("leaf")).orderBy(node.label));

            assertThat(nodes).extracting(Node::label).containsExactly("inner", "left", "right");
            assertThat(nodes.get(1)).isSameAs(session.require(NODE, nodes.get(1).id()));
        }
    }
}
