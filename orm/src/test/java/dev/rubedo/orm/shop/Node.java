package dev.rubedo.orm.shop;

import static dev.rubedo.mapping.Cascade.ALL;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree: deletion is passed on to children. Confined to one thread at a time. */
@Entity(table = "nodes")
public final class Node extends NodeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String label();

        @Relationship(backPopulates = "children")
        @Nullable
        Node parent();

        @Relationship(backPopulates = "parent", cascade = ALL, orderBy = "id")
        List<Node> children();
    }

    Node() {}

    /** Makes one. */
    public Node(String label) {
        label(label);
    }
}
