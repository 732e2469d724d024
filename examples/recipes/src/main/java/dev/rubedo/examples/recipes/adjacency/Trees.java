package dev.rubedo.examples.recipes.adjacency;

import static dev.rubedo.examples.recipes.adjacency.TreeNode_.TREE_NODE;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;

/** Loads whole trees. Stateless and thread-safe. */
public final class Trees {

    /** The entities. */
    public static final Model MODEL = Model.of(TREE_NODE);

    private Trees() {}

    /** Loads a tree with one statement for each level. */
    public static TreeNode load(Session session, String root) {
        return session.one(select(TREE_NODE).where(TREE_NODE.parent.isNull(), TREE_NODE.name.eq(root))
                .options(selectIn(TREE_NODE.children).anyDepth()));
    }
}
