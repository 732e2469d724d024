package dev.rubedo.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rubedo.golden.GoldenCase.Expected;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Recorded SQL of SQLAlchemy, from a folder that the environment variable {@code RUBEDO_GOLDEN} names: statements and values
 * must be equal. Where a twin is meant to differ it says so, and {@link GoldenTextTest} holds its text.
 */
class GoldenCorpusTest {

    private static final Pattern IMPLIED_KEY = Pattern
            .compile(" RETURNING .*| OUTPUT inserted\\.[^ ]+(?:, inserted\\.[^ ]+)*");

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
                    var deviation = Deviations.reason(recorded.id(), names.getValue());
                    if (!deviation.isEmpty()) {
                        return Stream.of(dynamicTest(test + " differs: " + deviation,
                                () -> assertThat(isAsRecorded(recorded, construct, names)).isFalse()));
                    }
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
                                    () -> check(Compiled.of(construct.get(), names.getValue()), expected,
                                            names.getValue())));
                });
    }

    private static boolean isAsRecorded(GoldenCase recorded, Supplier<?> construct, Map.Entry<String, String> names) {
        var expected = recorded.expected().get(names.getKey());
        try {
            var actual = Compiled.of(construct.get(), names.getValue());
            check(actual, Objects.requireNonNull(expected), names.getValue());
            return true;
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    /** The standard's dialect shows everything that a tree holds, the recorded one does not. */
    private static boolean isAnsi(String dialect) {
        return dialect.equals("ansi");
    }

    private static void check(Compiled actual, Expected expected, String dialect) {
        var text = Normalized.of(actual.sql(), dialect);
        assertThat(text).isEqualTo(Normalized.of(withoutImpliedKey(expected.sql(), actual.sql()), dialect));
        if (expected.parameters() != null && !Normalized.isLimited(text)) {
            assertThat(actual.parameters()).isEqualTo(expected.parameters().stream()
                    .filter(each -> !each.startsWith(GoldenValues.OUT)).toList());
        }
    }

    /** The record asks for a generated key in every INSERT of one row; here the connection asks the driver for it. */
    private static List<String> withoutImpliedKey(List<String> expected, List<String> actual) {
        var only = expected.get(0);
        var key = IMPLIED_KEY.matcher(only);
        boolean isImplied = expected.size() == 1 && only.startsWith("INSERT ") && key.find()
                && actual.stream().noneMatch(text -> IMPLIED_KEY.matcher(text).find());
        return isImplied ? List.of(key.replaceFirst("")) : expected;
    }
}
