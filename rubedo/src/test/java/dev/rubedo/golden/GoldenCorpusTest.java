package dev.rubedo.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rubedo.golden.GoldenCase.Expected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Recorded SQL of SQLAlchemy, from a folder that the environment variable {@code RUBEDO_GOLDEN} names: statements and values
 * must be equal. Where a twin is meant to differ it says so, and {@link GoldenTextTest} holds its text.
 */
class GoldenCorpusTest {

    @TestFactory
    Stream<DynamicNode> statementsAreThoseOfTheRecord() {
        var folder = GoldenCorpus.folder();
        if (folder.isEmpty()) {
            return Stream.of(dynamicTest("no folder",
                    () -> abort("Recorded SQL is not there: set " + GoldenCorpus.VARIABLE + " to its folder")));
        }
        return Twins.groups().stream().map(group -> {
            var twins = Twins.of(group);
            return dynamicContainer(group,
                    GoldenCorpus.read(folder.get(), group).stream().flatMap(recorded -> tests(recorded, twins)));
        });
    }

    private static Stream<DynamicNode> tests(GoldenCase recorded, Twins twins) {
        var construct = twins.all().get(recorded.id());
        if (construct == null) {
            var reason = twins.uncovered().getOrDefault(recorded.id(), "it has no twin yet");
            return Stream.of(dynamicTest(recorded.id(), () -> abort(reason)));
        }
        return GoldenCorpus.dialects().entrySet().stream()
                .filter(names -> !twins.isDifferent(recorded.id(), names.getValue()))
                .flatMap(names -> {
                    var test = recorded.id() + " on " + names.getValue();
                    var expected = recorded.expected().get(names.getKey());
                    if (recorded.refusedEverywhere() || recorded.refused().contains(names.getKey())) {
                        return isAnsi(names.getValue())
                                ? Stream.of()
                                : Stream.of(dynamicTest(test, () -> assertThatThrownBy(
                                        () -> Compiled.of(construct.get(), names.getValue()))
                                        .isInstanceOf(RuntimeException.class)));
                    }
                    return expected == null || isAnsi(names.getValue())
                            ? Stream.of()
                            : Stream.of(dynamicTest(test,
                                    () -> check(Compiled.of(construct.get(), names.getValue()), expected)));
                });
    }

    /** The standard's dialect shows everything that a tree holds, the recorded one does not. */
    private static boolean isAnsi(String dialect) {
        return dialect.equals("ansi");
    }

    private static void check(Compiled actual, Expected expected) {
        assertThat(actual.sql()).isEqualTo(withoutImpliedKey(expected.sql(), actual.sql()));
        if (expected.parameters() != null) {
            assertThat(actual.parameters()).isEqualTo(expected.parameters());
        }
    }

    /** The record asks for a generated key in every INSERT of one row; here the connection asks the driver for it. */
    private static List<String> withoutImpliedKey(List<String> expected, List<String> actual) {
        var only = expected.get(0);
        int returning = only.lastIndexOf(" RETURNING ");
        boolean isImplied = expected.size() == 1 && only.startsWith("INSERT ") && returning > 0
                && actual.stream().noneMatch(text -> text.contains(" RETURNING "));
        return isImplied ? List.of(only.substring(0, returning)) : expected;
    }
}
