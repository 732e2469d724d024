package dev.rubedo.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.ResultException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @Test
    void writesSqlAlchemysForm() {
        assertThat(TimeText.format(LocalDate.of(2024, 1, 2))).isEqualTo("2024-01-02");
        assertThat(TimeText.format(LocalTime.of(3, 4))).isEqualTo("03:04:00.000000");
        assertThat(TimeText.format(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 6000)))
                .isEqualTo("2024-01-02 03:04:05.000006");
    }

    @Test
    void writesNineDigitsOnlyWhereTheyAreNeededAndSortsStill() {
        var micros = TimeText.format(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_000));
        var nanos = TimeText.format(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_789));
        var next = TimeText.format(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_457_000));

        assertThat(nanos).isEqualTo("2024-01-02 03:04:05.123456789").isGreaterThan(micros).isLessThan(next);
        assertThat(TimeText.parseTimestamp(nanos)).isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_789));
    }

    @Test
    void writesAPointOfTimeInUtc() {
        var stamp = OffsetDateTime.of(2024, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(2));

        assertThat(TimeText.format(stamp)).isEqualTo("2024-01-02 01:04:05.000000");
        assertThat(TimeText.parseOffset(TimeText.format(stamp)).toInstant()).isEqualTo(stamp.toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2024-01-02 03:04:05, 2024-01-02T03:04:05", "2024-01-02T03:04, 2024-01-02T03:04",
            "2024-01-02, 2024-01-02T00:00",
            "2024-01-02 03:04:05.5, 2024-01-02T03:04:05.5", "2024-01-02 03:04:05+02:00, 2024-01-02T01:04:05",
            "2024-01-02T03:04:05Z, 2024-01-02T03:04:05"})
    void readsShorterForms(String text, LocalDateTime stamp) {
        assertThat(TimeText.parseTimestamp(text)).isEqualTo(stamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024", "2024/01/02", "2024-13-02 00:00:00", "2024-01-02 3:04:05", "today",
            "2024-01-02 03:04:05.1234567890"})
    void refusesWhatIsNoTimestamp(String text) {
        assertThatThrownBy(() -> TimeText.parseTimestamp(text)).isInstanceOf(ResultException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void refusesAYearThatWouldNotSort() {
        assertThatThrownBy(() -> TimeText.format(LocalDate.of(10_000, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
