package dev.rubedo.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.NotAnAncestorException;
import dev.rubedo.migrate.error.RevisionCycleException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.error.RevisionNotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What texts refer to, and which sets of revisions are refused. */
class RevisionMapTest {
    /** Two branches that begin at {@code b}, and a third with a base of its own. */
    private static final RevisionMap FORKED = RevisionMap.of(RevisionNode.of("a1b2c3"), RevisionNode.of("b1b2c3",
            "a1b2c3"), RevisionNode.of("c1b2c3", "b1b2c3").labeled("shop"), RevisionNode.of("d1b2c3", "c1b2c3"),
            RevisionNode.of("c9b2c3", "b1b2c3"), RevisionNode.of("e1b2c3").labeled("audit").dependsOn("shop"));

    @Test
    void anEmptyMapHasNoHeadAndResolvesBase() {
        var map = RevisionMap.of();

        assertThat(map.currentHead()).isEmpty();
        assertThat(map.resolve("head")).isEmpty();
        assertThat(map.resolve("base")).isEmpty();
        assertThat(map.upgrade("heads", List.of())).isEmpty();
    }

    @Test
    void headsAndBasesAreDistinguishedFromThoseThatOthersDependOn() {
        assertThat(FORKED.heads()).containsExactly("d1b2c3", "c9b2c3", "e1b2c3");
        assertThat(FORKED.effectiveHeads()).containsExactly("d1b2c3", "c9b2c3", "e1b2c3");
        assertThat(FORKED.bases()).containsExactly("a1b2c3", "e1b2c3");
        assertThat(FORKED.effectiveBases()).containsExactly("a1b2c3");
        assertThat(FORKED.isBranchPoint("b1b2c3")).isTrue();
        assertThat(FORKED.dependencies("e1b2c3")).containsExactly("c1b2c3");
    }

    @Test
    void aHeadThatAnotherRevisionDependsOnIsNoEffectiveHead() {
        var map = RevisionMap.of(RevisionNode.of("aaaa"), RevisionNode.of("bbbb").dependsOn("aaaa"));

        assertThat(map.heads()).containsExactly("aaaa", "bbbb");
        assertThat(map.effectiveHeads()).containsExactly("bbbb");
    }

    @Test
    void theBeginningOfAnIdIsEnough() {
        assertThat(FORKED.require("d1").id()).isEqualTo("d1b2c3");
        assertThat(FORKED.require("shop").id()).isEqualTo("c1b2c3");
        assertThat(FORKED.require("shop@head").id()).isEqualTo("d1b2c3");
        assertThat(FORKED.require("audit@head").id()).isEqualTo("e1b2c3");
        assertThat(FORKED.require("c9b2c3@b1").id()).isEqualTo("b1b2c3");
        assertThat(FORKED.require("shop@-2").id()).isEqualTo("b1b2c3");
        assertThat(FORKED.require("a1b2c3+1").id()).isEqualTo("b1b2c3");
        assertThat(FORKED.require("shop@b1b2c3+2").id()).isEqualTo("d1b2c3");
    }

    @Test
    void anAmbiguousBeginningNamesTheCandidates() {
        assertThatThrownBy(() -> FORKED.require("c")).isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Several revisions begin with \"c\": \"c1b2c3\", \"c9b2c3\". Write more characters of the "
                        + "id.");
        assertThat(FORKED.require("d1b2c3@c").id()).isEqualTo("c1b2c3");
    }

    @Test
    void anUnknownRevisionIsRefused() {
        assertThatThrownBy(() -> FORKED.resolve("fff")).isInstanceOfSatisfying(RevisionNotFoundException.class, e -> {
            assertThat(e.symbol()).isEqualTo("fff");
            assertThat(e.code()).isEqualTo(ErrorCode.REVISION_NOT_FOUND);
        }).hasMessage("There is no revision and no branch \"fff\". List the revisions with the command history, the "
                + "branches with branches.");
        assertThatThrownBy(() -> FORKED.resolve("nowhere@base")).isInstanceOf(RevisionNotFoundException.class);
    }

    @Test
    void aRevisionOfAnotherBranchIsRefused() {
        assertThatThrownBy(() -> FORKED.resolve("shop@c9b2c3")).isInstanceOf(RevisionNotFoundException.class)
                .hasMessage("Revision \"c9b2c3\" is not on the branch of \"shop\". Remove \"shop@\", or specify a "
                        + "revision of that branch.");
    }

    @Test
    void severalHeadsAreNamed() {
        assertThatThrownBy(() -> FORKED.resolve("head")).isInstanceOfSatisfying(MultipleHeadsException.class,
                e -> assertThat(e.heads()).containsExactly("d1b2c3", "c9b2c3", "e1b2c3"))
                .hasMessage("\"head\" could be any of the head revisions \"d1b2c3\", \"c9b2c3\", \"e1b2c3\". Specify "
                        + "one of them, \"label@head\" for the head of a branch or \"heads\" for all of them, or join"
                        + " them with the command merge.");
    }

    @Test
    void relativeStepsThatLeadTooFarOrApartAreRefused() {
        assertThatThrownBy(() -> FORKED.resolve("d1b2c3+1")).isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("\"d1b2c3+1\" leads too far");
        assertThatThrownBy(() -> FORKED.resolve("b1b2c3+1")).isInstanceOf(RevisionException.class)
                .hasMessage("The way up from revision \"b1b2c3\" is ambiguous: it leads to \"c1b2c3\", \"c9b2c3\". Name"
                        + " the revision by its id.");
        assertThatThrownBy(() -> FORKED.resolve("+1")).isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("\"+1\" counts from the current revision of a database");
    }

    @Test
    void labelsBelongToTheWholeLine() {
        assertThat(FORKED.branchLabels("d1b2c3")).containsExactly("shop");
        assertThat(FORKED.branchLabels("b1b2c3")).isEmpty();
        assertThat(FORKED.branchLabels("c9b2c3")).isEmpty();
    }

    @Test
    void aMissingParentIsRefused() {
        assertThatThrownBy(() -> RevisionMap.of(new RevisionNode("b", List.of("a"), List.of(), List.of(), "Rb.java")))
                .isInstanceOf(RevisionException.class)
                .hasMessage("Revision \"b\" (Rb.java) names \"a\" as its downRevision, but there is no such revision. "
                        + "Correct the id, or restore the missing revision.");
        assertThatThrownBy(() -> RevisionMap.of(RevisionNode.of("b").dependsOn("a")))
                .hasMessageStartingWith("Revision \"b\" names \"a\" as its dependsOn, but there is no such revision.");
    }

    @Test
    void duplicateIdsAndLabelsAreRefused() {
        assertThatThrownBy(() -> RevisionMap.of(new RevisionNode("a", List.of(), List.of(), List.of(), "Ra.java"),
                new RevisionNode("a", List.of(), List.of(), List.of(), "Ra2.java")))
                .hasMessage("Two revisions have the id \"a\": Ra.java and Ra2.java. Give one of them another id, or "
                        + "remove it.");
        assertThatThrownBy(() -> RevisionMap.of(RevisionNode.of("a").labeled("x"),
                RevisionNode.of("b", "a").labeled("x")))
                .hasMessage("The branch label \"x\" of revision \"b\" is already used by revision \"a\". Choose "
                        + "another one.");
        assertThatThrownBy(() -> RevisionMap.of(RevisionNode.of("a"), RevisionNode.of("b", "a").labeled("a")))
                .hasMessageStartingWith("The branch label \"a\" of revision \"b\" is already used by revision "
                        + "\"a\".");
    }

    @Test
    void cyclesAreRefused() {
        assertThatThrownBy(() -> RevisionNode.of("a", "a")).isInstanceOfSatisfying(RevisionCycleException.class,
                e -> assertThat(e.isLoop()).isTrue())
                .hasMessage("Revision \"a\" names itself as its downRevision. Name an earlier revision.");
        assertThatThrownBy(() -> RevisionMap.of(RevisionNode.of("a", "c"), RevisionNode.of("b", "a"),
                RevisionNode.of("c", "b"))).isInstanceOfSatisfying(RevisionCycleException.class, e -> {
                    assertThat(e.cycle()).containsExactlyInAnyOrder("a", "b", "c");
                    assertThat(e.isOfDependencies()).isFalse();
                }).hasMessageEndingWith("Correct the downRevision of one of them.");
        assertThatThrownBy(() -> RevisionMap.of(RevisionNode.of("a").dependsOn("b"), RevisionNode.of("b", "a")))
                .isInstanceOfSatisfying(RevisionCycleException.class,
                        e -> assertThat(e.isOfDependencies()).isTrue());
        assertThatThrownBy(() -> RevisionMap.of(RevisionNode.of("a").labeled("x").dependsOn("x")))
                .isInstanceOfSatisfying(RevisionCycleException.class, e -> assertThat(e.isLoop()).isTrue());
    }

    @Test
    void idsThatCannotBeReferredToAreRefused() {
        for (var id : List.of("a@b", "a-b", "a+b", "a:b", "a b", "a,b")) {
            assertThatThrownBy(() -> RevisionNode.of(id)).isInstanceOf(RevisionException.class)
                    .hasMessageContaining("contains the character");
        }
        assertThatThrownBy(() -> RevisionNode.of("head")).hasMessage("The id \"head\" of a revision is reserved. "
                + "Choose another one.");
        assertThatThrownBy(() -> RevisionNode.of(" ")).hasMessage("The id of a revision is empty. Give it one.");
        assertThatThrownBy(() -> RevisionNode.of("a").labeled("x@y")).isInstanceOf(RevisionException.class);
    }

    @Test
    void aRangeWhoseEndsAreNotOnOneLineIsRefused() {
        assertThatThrownBy(() -> FORKED.range("c9b2c3", "d1b2c3")).isInstanceOfSatisfying(
                NotAnAncestorException.class, e -> {
                    assertThat(e.lower()).containsExactly("c9b2c3");
                    assertThat(e.upper()).containsExactly("d1b2c3");
                })
                .hasMessage("Revision \"c9b2c3\" is not an ancestor of \"d1b2c3\". Specify two revisions on one line, "
                        + "the older one first.");
    }

    @Test
    void aRangeIsRelativeToItsOtherEnd() {
        assertThat(FORKED.range(List.of("-2"), List.of("d1b2c3"))).extracting(RevisionNode::id)
                .containsExactly("d1b2c3", "c1b2c3", "b1b2c3");
        assertThat(FORKED.range(List.of("-9"), List.of("d1b2c3"))).extracting(RevisionNode::id)
                .containsExactly("d1b2c3", "c1b2c3", "b1b2c3", "a1b2c3");
        assertThat(FORKED.range(List.of("c1b2c3"), List.of("+9"))).extracting(RevisionNode::id)
                .containsExactly("d1b2c3", "c1b2c3");
    }

    @Test
    void aRevisionBelowAnotherRequestedOneIsRefused() {
        assertThatThrownBy(() -> FORKED.upgrade("heads", List.of("d1b2c3", "b1b2c3")))
                .isInstanceOf(RevisionException.class)
                .hasMessage("Revision \"d1b2c3\" comes after the revision \"b1b2c3\" that is requested with it. Name "
                        + "only \"d1b2c3\".");
    }

    @Test
    void aNewRevisionFollowsAHeadUnlessItIsSpliced() {
        assertThat(FORKED.parents(List.of("d1b2c3", "c9b2c3"), false)).containsExactly("d1b2c3", "c9b2c3");
        assertThat(FORKED.parents(List.of("b1b2c3"), true)).containsExactly("b1b2c3");
        assertThat(FORKED.parents(List.of("base"), false)).isEmpty();
        assertThatThrownBy(() -> FORKED.parents(List.of("b1b2c3"), false)).isInstanceOf(RevisionException.class)
                .hasMessage("Revision \"b1b2c3\" is not a head: \"c1b2c3\", \"c9b2c3\" already follow it. To begin a "
                        + "new branch there, use the option splice.");
    }

    @Test
    void aDowngradeByStepsFromSeveralRevisionsIsRefused() {
        assertThatThrownBy(() -> FORKED.downgrade("-1", List.of("d1b2c3", "c9b2c3")))
                .hasMessage("A downgrade to \"-1\" is ambiguous: the database is at \"d1b2c3\", \"c9b2c3\". Name a "
                        + "branch, as in \"label@-1\", or the revision to downgrade to.");
        assertThatThrownBy(() -> FORKED.downgrade("+1", List.of("d1b2c3")))
                .hasMessage("A downgrade to \"+1\" would lead up. Use upgrade, or -1.");
        assertThatThrownBy(() -> FORKED.upgrade("-1", List.of("d1b2c3")))
                .hasMessage("An upgrade to \"-1\" would lead down. Use downgrade, or +1.");
    }

    @Test
    void aMapGrowsByOneRevision() {
        var map = FORKED.with(RevisionNode.of("f1", "d1b2c3", "c9b2c3"));

        assertThat(map.heads()).containsExactly("e1b2c3", "f1");
        assertThat(map.require("f1").isMerge()).isTrue();
    }

    @Test
    void longLinesNeedNoDeepStack() {
        var nodes = new java.util.ArrayList<>(List.of(RevisionNode.of("r0")));
        for (int i = 1; i < 20_000; i++) {
            nodes.add(RevisionNode.of("r" + i, "r" + (i - 1)));
        }

        assertThat(new RevisionMap(nodes).upgrade("head", List.of())).hasSize(20_000);
    }
}
