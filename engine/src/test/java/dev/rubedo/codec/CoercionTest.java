package dev.rubedo.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoercionTest {

    enum Color {
        RED, GREEN
    }

    @Test
    void convertsNumbersThatFit() {
        assertThat(Coercion.coerce(5, Types.BIGINT)).isEqualTo(5L);
        assertThat(Coercion.coerce(5L, Types.INTEGER)).isEqualTo(5);
        assertThat(Coercion.coerce(2.5, Types.NUMERIC)).isEqualTo(new BigDecimal("2.5"));
        assertThat(Coercion.coerce(1, Types.BOOLEAN)).isEqualTo(true);
        assertThat(Coercion.coerce(null, Types.INTEGER)).isNull();
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertThatThrownBy(() -> Coercion.coerce(5_000_000_000L, Types.INTEGER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Long").hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> Coercion.coerce(2.5, Types.INTEGER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Coercion.coerce(2, Types.BOOLEAN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesFloatingPointNumbersThatWouldBecomeOthers() {
        assertThat(Coercion.coerce(0.1, Types.REAL)).isEqualTo(0.1f);
        assertThat(Coercion.coerce(9_007_199_254_740_992L, Types.DOUBLE)).isEqualTo(9_007_199_254_740_992d);
        assertThat(Coercion.coerce(Double.POSITIVE_INFINITY, Types.REAL)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Coercion.coerce(9_007_199_254_740_993L, Types.DOUBLE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("without loss");
        assertThatThrownBy(() -> Coercion.coerce(16_777_217, Types.REAL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Coercion.coerce(1e300, Types.REAL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Coercion.coerce(new BigDecimal("1e400"), Types.DOUBLE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotTakeTheAddressOfAnArrayForItsText() {
        assertThat(Coercion.coerce(Color.RED, String.class)).isEqualTo("RED");
        for (Object container : List.of(List.of("a"), Map.of("a", 1), Optional.of("a"), new String[]{"a"})) {
            assertThatThrownBy(() -> Coercion.coerce(container, Types.STRING))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be used as java.lang.String without loss");
        }
        assertThatThrownBy(() -> Coercion.coerce(new byte[]{1, 2}, String.class))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[B cannot be used as");
    }

    @Test
    void convertsTextAndTimes() {
        var instant = Instant.parse("2024-01-02T03:04:05Z");

        assertThat(Coercion.coerce("RED", Types.enumType(Color.class))).isEqualTo(Color.RED);
        assertThat(Coercion.coerce("2024-01-02", Types.DATE)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(Coercion.coerce(instant, Types.TIMESTAMP_TZ))
                .isEqualTo(OffsetDateTime.parse("2024-01-02T03:04:05Z"));
        assertThat(Coercion.coerce("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", Types.UUID))
                .isEqualTo(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
        assertThatThrownBy(() -> Coercion.coerce("BLUE", Types.enumType(Color.class)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Coercion.coerce("5", Types.INTEGER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsDurationsAsTimestamps() {
        assertThat(Durations.ofTimestamp(Durations.toTimestamp(Duration.ofMillis(-1500))))
                .isEqualTo(Duration.ofMillis(-1500));
    }
}
