package dev.rubedo.orm.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.orm.state.KeyType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When two keys are the same. */
class KeyTypeTest {

    private static KeyType type(Class<?>... types) {
        return new KeyType("Thing", List.of("first", "second").subList(0, types.length), new int[types.length], types);
    }

    @Test
    void wholeNumbersOfEachSizeAreTheSame() {
        KeyType type = type(Integer.class);

        assertThat(type.normalise(new Object[]{7})).isEqualTo(7L).isEqualTo(type.normalise(new Object[]{(short) 7}))
                .isEqualTo(type.normalise(new Object[]{7L}));
        assertThat(KeyType.isSame(7, 7L)).isTrue();
        assertThat(KeyType.isSame((short) 7, 8L)).isFalse();
        assertThat(type.values(7L)).containsExactly(7);
        assertThat(type(Short.class).values(7L)).containsExactly((short) 7);
        assertThat(type.isWhole()).isTrue();
        assertThat(type(String.class).isWhole()).isFalse();
        assertThat(type(Long.class, Long.class).isWhole()).isFalse();
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        KeyType type = type(Short.class);

        assertThat(type.given(7L)).containsExactly((short) 7);
        assertThatThrownBy(() -> type.given(70_000)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key of \"Thing\" is a Short, but a Integer was given: 70000.");
    }

    @Test
    void decimalsAreTheSameInEachScale() {
        Object normal = KeyType.normal(new BigDecimal("1.50"));

        assertThat(normal).isEqualTo(KeyType.normal(new BigDecimal("1.5"))).hasSameHashCodeAs(
                KeyType.normal(new BigDecimal("1.500")));
        assertThat(KeyType.isSame(new BigDecimal("100"), new BigDecimal("1E+2"))).isTrue();
        assertThat(KeyType.isSame(new BigDecimal("1.5"), new BigDecimal("1.51"))).isFalse();
    }

    @Test
    void bytesAreComparedByContentAndComeBackAsBytes() {
        KeyType type = type(byte[].class);
        Object key = type.normalise(new Object[]{new byte[]{1, 2}});

        assertThat(key).isEqualTo(type.normalise(new Object[]{new byte[]{1, 2}}))
                .isNotEqualTo(type.normalise(new Object[]{new byte[]{1, 3}}));
        assertThat((byte[]) type.values(key)[0]).containsExactly(1, 2);
    }

    @Test
    void eachPartOfACompositeKeyHasItsNormalForm() {
        KeyType type = type(Integer.class, BigDecimal.class);
        Object key = type.normalise(new Object[]{1, new BigDecimal("2.0")});

        assertThat(key).isEqualTo(List.of(1L, new BigDecimal("2")));
        assertThat(type.values(key)).containsExactly(1, new BigDecimal("2"));
        assertThat(type.given(List.of(1L, BigDecimal.ONE))).containsExactly(1, BigDecimal.ONE);
        assertThat(type.given(new Object[]{(short) 1, BigDecimal.ONE})).containsExactly(1, BigDecimal.ONE);
        assertThat(type.given(IdentityKey.of(Object.class, 1, BigDecimal.ONE))).containsExactly(1, BigDecimal.ONE);
    }

    @Test
    void aKeyWithMissingPartsIsRefused() {
        KeyType type = type(Long.class, Long.class);

        assertThatThrownBy(() -> type.given(1L)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key of \"Thing\" has 2 parts [first, second], but 1 were given: [1].");
        assertThatThrownBy(() -> type.given(Arrays.asList(1L, null))).isInstanceOf(NullPointerException.class)
                .hasMessage("A part of the key of \"Thing\" is null.");
        assertThatThrownBy(() -> type.given(null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key of \"Thing\" is null. Pass the primary key of a row.");
    }

    @Test
    void textsThatACollationMayTakeForEqualAreEqualInTheirCollatedFormOnly() {
        assertThat(KeyType.collated("Ann ")).isEqualTo(KeyType.collated("aNN"));
        assertThat(KeyType.collated("Ann")).isNotEqualTo(KeyType.collated("Bob"));
        assertThat(KeyType.collated("Émile")).isEqualTo(KeyType.collated("emile"));
        assertThat(KeyType.collated(7)).isEqualTo(7L);
        assertThat(KeyType.isSame("Ann", "ann")).isFalse();
        assertThat(KeyType.isSame(null, "ann")).isFalse();
        assertThat(KeyType.isSame(null, null)).isTrue();
    }

    @Test
    void aCollationAppliesToKeysWithText() {
        assertThat(type(String.class).isCollated()).isTrue();
        assertThat(type(Long.class, String.class).isCollated()).isTrue();
        assertThat(type(Long.class, BigDecimal.class).isCollated()).isFalse();
        assertThat(type(byte[].class).isCollated()).isFalse();
    }
}
