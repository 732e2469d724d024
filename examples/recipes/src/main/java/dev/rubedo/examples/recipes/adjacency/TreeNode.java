package dev.rubedo.examples.recipes.adjacency;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a tree, whose children are found by their names. Confined to one thread at a time. */
@Entity(table = "tree_nodes")
public final class TreeNode extends TreeNodeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "children")
        @Nullable
        TreeNode parent();

        @Relationship(backPopulates = "parent", cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "name")
        Map<String, TreeNode> children();
    }

    TreeNode() {}

    /** Creates a node without children. */
    public TreeNode(String name) {
        name(name);
    }

    /** Adds a child and returns it. */
    public TreeNode child(String name) {
        TreeNode child = new TreeNode(name);
        child.parent(this);
        return child;
    }

    /** Returns the names of this node and of those below it, each level in parentheses. */
    public String outline() {
        return children().isEmpty() ? name()
                : name() + children().values().stream().map(TreeNode::outline).sorted().toList();
    }
}
