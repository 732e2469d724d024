package dev.rubedo.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypesTest {
    enum Color {
        RED, GREEN
    }

    @Test
    void typesAreEqualByWhatTheySay() {
        assertThat(Types.string(5)).isEqualTo(Types.string(5)).isNotEqualTo(Types.string(6));
        assertThat(Types.numeric(10, 2)).isEqualTo(Types.numeric(10, 2)).isNotEqualTo(Types.NUMERIC);
        assertThat(Types.json(List.class)).isNotEqualTo(Types.json(Object.class));
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Types.string(0))
                .withMessage("string(0): the number must be positive");
        assertThatIllegalArgumentException().isThrownBy(() -> Types.numeric(2, 3))
                .withMessage("numeric(2, 3): precision must be positive and scale between 0 and precision");
        assertThatIllegalArgumentException().isThrownBy(() -> Types.binary(-1));
    }

    @Test
    void aSecondHasAtMostNineDigits() {
        assertThat(Types.timestamp(6)).isEqualTo(Types.timestamp(6)).isNotEqualTo(Types.timestamp(3))
                .isNotEqualTo(Types.TIMESTAMP);
        assertThatIllegalArgumentException().isThrownBy(() -> Types.instant(10))
                .withMessage("Fractional seconds cannot have 10 digits. Pass 0 to 9 (6 for microseconds), or use the "
                        + "constant of the type without digits.");
        assertThatIllegalArgumentException().isThrownBy(() -> Types.time(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Types.timestampTz(-2));
    }

    @Test
    void enumsAreKeptByName() {
        var type = Types.enumType(Color.class);

        assertThat(type.labels()).containsExactly("RED", "GREEN");
        assertThat(type.length()).isEqualTo(5);
        assertThat(type.name()).isEqualTo("color");
        assertThat(type.asText().isNative()).isFalse();
    }

    @Test
    void classesHaveTheirTypes() {
        assertThat(Types.ofJava(int.class)).contains(Types.INTEGER);
        assertThat(Types.ofJava(Color.class)).contains(Types.enumType(Color.class));
        assertThat(Types.ofJava(Thread.class)).isEmpty();
    }

    @Test
    void customTypesHaveTheFamilyOfTheirStorage() {
        var type = new Upper();

        assertThat(type.family()).isEqualTo(TypeFamily.TEXT);
        assertThat(type.toStorage("a")).isEqualTo("A");
    }

    private record Upper() implements CustomType<String, String> {
        @Override
        public SqlType<String> storage() {
            return Types.TEXT;
        }

        @Override
        public Class<?> javaType() {
            return String.class;
        }

        @Override
        public String toStorage(String value) {
            return value.toUpperCase(Locale.ROOT);
        }

        @Override
        public String fromStorage(String stored) {
            return stored;
        }
    }
}
