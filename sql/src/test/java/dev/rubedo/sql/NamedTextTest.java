package dev.rubedo.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NamedTextTest {
    @Test
    void namesFollowASingleColon() {
        assertThat(NamedText.names("a = :a and b = :b_2")).containsExactlyInAnyOrder("a", "b_2");
    }

    @Test
    void castsAndEscapedColonsAndTimesAreNoNames() {
        assertThat(NamedText.names("a::text, '12:30:00', \\:x, :real::int")).containsExactly("real");
    }

    @Test
    void namesWithoutValueAreGivenAtExecution() {
        var text = Sql.text("select :a, :b").bind("a", 1);

        assertThat(text.parameters()).extracting(BindParameter::name).containsExactly("a", "b");
        assertThat(text.parameters()).extracting(BindParameter::isRequired).containsExactly(false, true);
    }

    @Test
    void numbersChangeTheirClassOnlyWithoutLoss() {
        assertThat(Numbers.as(Integer.class, 5L)).isEqualTo(5);
        assertThat(Numbers.as(Integer.class, 5_000_000_000L)).isNull();
        assertThat(Numbers.as(Short.class, 5)).isEqualTo((short) 5);
        assertThat(Numbers.as(Long.class, 2.5)).isNull();
        assertThat(Numbers.as(BigDecimal.class, 2.5)).isEqualTo(new BigDecimal("2.5"));
        assertThat(Numbers.as(Double.class, 0.1)).isNull();
        assertThat(Numbers.as(Integer.class, "5")).isNull();
    }
}
