package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a tree. Confined to one thread at a time. */
@Entity(table = "nodes")
public final class Node extends NodeBase {
    interface Mapped {
        @Id(assigned = true)
        Integer id();

        @ForeignKey("nodes.id")
        @Nullable
        Integer parentId();

        @Column(length = 30)
        @Nullable
        String label();

        @Relationship(backPopulates = "parent", orderBy = "id")
        List<Node> children();

        @Relationship(backPopulates = "children")
        @Nullable
        Node parent();
    }
}
