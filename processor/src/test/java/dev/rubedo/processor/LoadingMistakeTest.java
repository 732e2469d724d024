package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;

import org.junit.jupiter.api.Test;

/** Options of loading that would have no effect. */
class LoadingMistakeTest {

    private static String node(String relationship) {
        return """
                @Entity(table = "nodes") class Node extends NodeBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                        @Relationship @Nullable Node other();
                    }
                }
                """.formatted(relationship);
    }

    @Test
    void anInnerJoinIsForJoinedLoading() {
        assertMistake(
                "\"Node.parent\" is not loaded by a join, so innerJoin has no effect. Remove it, or write loading = JOINED.",
                node("@ForeignKey(\"nodes.id\") @Nullable Long parentId(); @Relationship(foreignKey = \"parentId\", "
                        + "innerJoin = true) @Nullable Node parent(); // wrong")
                        .replace("@Relationship @Nullable Node other();",
                                ""));
    }

    @Test
    void passiveDeletesAreForTheSideWithoutTheForeignKey() {
        assertMistake(
                "\"Node.parent\" has the foreign key, so deleting its owner changes no other row. Put passiveDeletes on "
                        + "the other side.",
                node("@Relationship(passiveDeletes = PassiveDeletes.ALL) @Nullable Node parent(); // wrong"));
    }

    @Test
    void aDepthIsAtLeastOne() {
        assertMistake("\"Node.parent\" has depth 0. Give at least 1, or leave it out.",
                node("@Relationship(depth = 0) @Nullable Node parent(); // wrong"));
    }

    @Test
    void aDepthIsForLoadingWithTheOwner() {
        assertMistake(
                "\"Node.parent\" is loaded on access, one level at a time, so depth has no effect. Remove it, or load it "
                        + "with JOINED, SELECT_IN or IMMEDIATE.",
                node("@Relationship(depth = 2) @Nullable Node parent(); // wrong"));
    }

    @Test
    void aDepthIsForSelfReferences() {
        assertMistake(
                "\"Leaf.node\" refers to another entity, so it has no depth. Remove it: it is for self-references.",
                """
                @Entity(table = "leaves") class Leaf extends LeafBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(loading = Loading.JOINED, depth = 2) Node node(); // wrong
                    }
                }
                """, node(""));
    }
}
