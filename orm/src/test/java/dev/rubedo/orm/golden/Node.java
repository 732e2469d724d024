package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a tree. Confined to one thread at a time. */
@Entity(table = "nodes")
public final class Node extends NodeBase {
    interface Mapped {
        @Id
        Integer id();

        @ForeignKey("nodes.id")
        @Nullable
        Integer parentId();

        @Column(length = 30)
        @Nullable
        String label();

        @Relationship(backPopulates = "parent", cascade = Cascade.ALL, orderBy = "id", loading = Loading.LAZY)
        List<Node> children();

        @Relationship(backPopulates = "children", loading = Loading.LAZY)
        @Nullable
        Node parent();
    }
}
