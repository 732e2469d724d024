package dev.rubedo.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.revision.VersionChange.Delete;
import dev.rubedo.migrate.revision.VersionChange.Insert;
import dev.rubedo.migrate.revision.VersionChange.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How steps change the version table. */
class VersionStepTest {
    private static final RevisionMap MAP = RevisionMap.of(RevisionNode.of("a"), RevisionNode.of("b1", "a"),
            RevisionNode.of("b2", "a"), RevisionNode.of("c", "b1", "b2"));

    private static RevisionStep up(String id) {
        return RevisionStep.upgrade(MAP, MAP.require(id));
    }

    private static RevisionStep down(String id) {
        return RevisionStep.downgrade(MAP, MAP.require(id));
    }

    @Test
    void theFirstRevisionIsInsertedAndTheNextReplacesIt() {
        assertThat(up("a").changes(List.of())).containsExactly(new Insert("a"));
        assertThat(up("b1").changes(List.of("a"))).containsExactly(new Update("a", "b1"));
    }

    @Test
    void aSecondBranchIsInserted() {
        assertThat(up("b2").changes(List.of("b1"))).containsExactly(new Insert("b2"));
    }

    @Test
    void aMergeDeletesAllButOneOfTheRowsThatItReplaces() {
        assertThat(up("c").changes(List.of("b1", "b2"))).containsExactly(new Delete("b1"), new Update("b2", "c"));
    }

    @Test
    void undoingAMergeBringsItsParentsBack() {
        assertThat(down("c").changes(List.of("c"))).containsExactly(new Insert("b1"), new Update("c", "b2"));
    }

    @Test
    void undoingABranchDeletesItsRowWhileAnotherRemains() {
        assertThat(down("b1").changes(List.of("b1", "b2"))).containsExactly(new Delete("b1"));
        assertThat(down("b1").changes(List.of("b1"))).containsExactly(new Update("b1", "a"));
    }

    @Test
    void undoingABaseDeletesItsRow() {
        assertThat(down("a").changes(List.of("a"))).containsExactly(new Delete("a"));
        assertThat(down("a").apply(List.of("a"))).isEmpty();
    }

    @Test
    void stepsTellWhereTheyLead() {
        assertThat(up("c").from()).containsExactly("b1", "b2");
        assertThat(up("c").to()).containsExactly("c");
        assertThat(down("c")).hasToString("downgrade c -> b1, b2");
        assertThat(MAP.stamp(List.of("heads"), List.of("b1", "b2"))).singleElement()
                .hasToString("stamp b1, b2 -> c");
    }
}
