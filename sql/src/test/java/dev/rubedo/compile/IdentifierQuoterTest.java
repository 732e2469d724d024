package dev.rubedo.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifierQuoterTest {

    private final IdentifierQuoter quoter = new IdentifierQuoter('"', '"', Set.of("order", "select"));

    @Test
    void plainLowerCaseNamesStayBare() {
        assertThat(quoter.quote("users")).isEqualTo("users");
        assertThat(quoter.quote("_id")).isEqualTo("_id");
        assertThat(quoter.quote("x$1")).isEqualTo("x$1");
    }

    @Test
    void reservedWordsAreQuotedInAnyCase() {
        assertThat(quoter.quote("order")).isEqualTo("\"order\"");
        assertThat(quoter.isReserved("ORDER")).isTrue();
    }

    @Test
    void namesThatWouldBeReadAsOthersAreQuoted() {
        assertThat(quoter.quote("userName")).isEqualTo("\"userName\"");
        assertThat(quoter.quote("1st")).isEqualTo("\"1st\"");
        assertThat(quoter.quote("$x")).isEqualTo("\"$x\"");
        assertThat(quoter.quote("größe")).isEqualTo("\"größe\"");
        assertThat(quoter.quote("a b")).isEqualTo("\"a b\"");
    }

    @Test
    void aQuoteInsideANameIsDoubled() {
        assertThat(quoter.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(new IdentifierQuoter('`', '`', Set.of()).quote("a`b")).isEqualTo("`a``b`");
    }

    @Test
    void noNameEndsItsOwnQuotes() {
        var random = new Random(17);
        for (int i = 0; i < 2000; i++) {
            var name = randomName(random);

            var quoted = quoter.quote(name);

            assertThat(unquote(quoted)).isEqualTo(name);
        }
    }

    private static String randomName(Random random) {
        var alphabet = "ab_$\"'`;- )Z9é";
        var name = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            name.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return name.toString();
    }

    /** Reads an identifier as a database does, and takes nothing but one identifier. */
    private static String unquote(String text) {
        if (text.charAt(0) != '"') {
            assertThat(text).matches("[a-z_][a-z0-9_$]*");
            return text;
        }
        var inside = text.substring(1, text.length() - 1);
        assertThat(inside.replace("\"\"", "")).doesNotContain("\"");
        return inside.replace("\"\"", "\"");
    }

    @Test
    void anEmptyNameAndANulCharacterAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> quoter.quote("")).withMessageContaining("empty");
        assertThatIllegalArgumentException().isThrownBy(() -> quoter.quote("a\0b")).withMessageContaining("NUL");
    }

    @Test
    void aSchemaMayHaveParts() {
        var bracketed = new IdentifierQuoter('[', ']', Set.of("order"));
        assertThat(bracketed.quoteSchema("my.schema")).isEqualTo("[my.schema]");

        var parted = bracketed.withSchemaParts();
        assertThat(parted.quoteSchema("archive.dbo")).isEqualTo("archive.dbo");
        assertThat(parted.quoteSchema("Archive.order")).isEqualTo("[Archive].[order]");
        assertThat(parted.quoteSchema("[my.schema]")).isEqualTo("[my.schema]");
        assertThat(parted.quoteSchema("[a.b]].c].[d]")).isEqualTo("[a.b]].c].d");
        assertThat(parted.quoteSchema("archive..")).isEqualTo("archive..");
        assertThat(parted.quoting(Set.of("x")).quoteSchema("x.y")).isEqualTo("[x].y");
        assertThat(parted.quote("my.table")).isEqualTo("[my.table]");
        assertThatIllegalArgumentException().isThrownBy(() -> parted.quoteSchema("[open"))
                .withMessageContaining("not closed");
    }
}
