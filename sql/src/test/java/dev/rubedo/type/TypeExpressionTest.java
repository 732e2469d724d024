package dev.rubedo.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Java expressions of types. */
class TypeExpressionTest {

    private static String text(SqlType<?> type) {
        var each = TypeExpression.of(type).orElseThrow();
        var arguments = each.arguments().stream().map(argument -> argument instanceof SqlType<?> inner ? text(inner)
                : argument instanceof Class<?> java ? java.getSimpleName() + ".class" : argument.toString())
                .collect(Collectors.joining(", ", "(", ")"));
        return switch (each.form()) {
            case CONSTANT -> each.owner().getSimpleName() + "." + each.member();
            case CALL -> each.owner().getSimpleName() + "." + each.member() + arguments;
            case CONSTRUCTOR -> "new " + each.owner().getSimpleName() + arguments;
        };
    }

    @Test
    void aTypeIsAConstantACallOrAConstructor() {
        var expected = Map.ofEntries(Map.entry(Types.BOOLEAN, "Types.BOOLEAN"),
                Map.entry(Types.checkedBoolean(), "Types.checkedBoolean()"),
                Map.entry(Types.checkedBoolean("ck_x"), "Types.checkedBoolean(ck_x)"),
                Map.entry(Types.numeric(10, 2), "Types.numeric(10, 2)"), Map.entry(Types.NUMERIC, "Types.NUMERIC"),
                Map.entry(new NumericType(5, -1), "new NumericType(5, -1)"),
                Map.entry(Types.string(9), "Types.string(9)"), Map.entry(Types.STRING, "Types.STRING"),
                Map.entry(Types.character(3), "Types.character(3)"),
                Map.entry(new StringType(9, true, true, "C"), "new StringType(9, true, true, C)"),
                Map.entry(new TextType("C"), "new TextType(C)"), Map.entry(Types.timestamp(3), "Types.timestamp(3)"),
                Map.entry(Types.interval(3, 2), "Types.interval(3, 2)"), Map.entry(Types.binary(7), "Types.binary(7)"),
                Map.entry(Types.json(List.class), "Types.json(List.class)"),
                Map.entry(Types.array(Types.array(Types.BIGINT)), "Types.array(Types.array(Types.BIGINT))"));

        expected.forEach((type, text) -> assertThat(text(type)).isEqualTo(text));
    }

    /** The constants of {@link Types} are written as themselves, so that none is forgotten. */
    @Test
    void everyConstantIsWrittenAsItself() {
        var constants = List.of(Types.BOOLEAN, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.DOUBLE,
                Types.NUMERIC, Types.UNBOUNDED_NUMERIC, Types.EXACT_DECIMAL, Types.STRING, Types.TEXT, Types.DATE,
                Types.TIME, Types.TIME_TZ, Types.TIMESTAMP, Types.TIMESTAMP_TZ, Types.INSTANT, Types.INTERVAL,
                Types.BINARY, Types.UUID, Types.UNKNOWN);

        assertThat(constants).extracting(TypeExpressionTest::text).doesNotHaveDuplicates()
                .allMatch(text -> text.matches("Types\\.[A-Z_]+"));
    }

    @Test
    void typesThatDependOnTheProgramHaveNone() {
        assertThat(TypeExpression.of(Types.labels("mood", "good"))).isEmpty();
        assertThat(TypeExpression.of(Types.exact("POINT", Types.TEXT))).isEmpty();
        assertThat(TypeExpression.of(new RenamedType<>(Set.of("acme"), "POINT", Types.TEXT))).isEmpty();
    }
}
