package dev.rubedo.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.sql.TextSyntax.Trait;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void namesMayHaveLettersOfEveryScript() {
        assertThat(NamedText.names("a = :größe and b = :Ελλάς")).containsExactly("größe", "Ελλάς");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'see :y' and :x
            'it''s :y' and :x
            "it's :y" and :x
            "a""b :y" and :x
            a := 1 and :x
            a[1:2] and :x
            a[lo:hi] and :x
            at12:30 and :x
            a -- it's :y ~
            a /* it's :y */ and :x
            a / b * :x
            a - :x - b
            :x::text::int
            """)
    void quotesAndCommentsHoldNoNames(String text) {
        var names = NamedText.marks(text, TextSyntax.STANDARD).stream().map(TextMark::name).toList();

        assertThat(names).isEqualTo(text.contains("-- it's") ? List.of() : List.of("x"));
    }

    @Test
    void aQuoteThatDoesNotEndHoldsTheRest() {
        assertThat(names("a = 'open :y", TextSyntax.STANDARD)).isEmpty();
        assertThat(names("a /* open :y", TextSyntax.STANDARD)).isEmpty();
        assertThat(names("a = :x -- :y\n and b = :z", TextSyntax.STANDARD)).containsExactly("x", "z");
    }

    @Test
    void aTraitChangesWhatIsQuoted() {
        assertThat(names("'a\\' :x '", TextSyntax.STANDARD)).containsExactly("x");
        assertThat(names("'a\\' :x '", TextSyntax.of(Trait.BACKSLASH_ESCAPES))).isEmpty();
        assertThat(names("E'a\\' :x ' || some'\\' || :y", TextSyntax.of(Trait.ESCAPE_STRINGS))).containsExactly("y");
        assertThat(names("$t$ $$ :x $t$ :y $$ :z $$ $1 :a", TextSyntax.of(Trait.DOLLAR_QUOTES)))
                .containsExactly("y", "a");
        assertThat(names("q'[it's :x]' nq'!:x!' :y q'(open :z", TextSyntax.of(Trait.ALTERNATIVE_QUOTES)))
                .containsExactly("y");
        assertThat(names("`it's :x` :y", TextSyntax.of(Trait.BACKTICKS))).containsExactly("y");
        assertThat(names("[it's :x] :y", TextSyntax.of(Trait.BRACKETS))).containsExactly("y");
        assertThat(names("/* /* */ :x */ :y", TextSyntax.of(Trait.NESTED_COMMENTS))).containsExactly("y");
        assertThat(names("# it's :x\n:y", TextSyntax.of(Trait.HASH_COMMENTS))).containsExactly("y");
        assertThat(names("1--:x", TextSyntax.of(Trait.SPACED_DASHES))).containsExactly("x");
    }

    @Test
    void aNameThatOnlySomeDatabasesQuoteMayHaveAValue() {
        assertThat(NamedText.names("a # :x\n and 'a\\' :y '")).containsExactlyInAnyOrder("x", "y");
        assertThat(NamedText.names("a = 'see :y'")).isEmpty();
    }

    @Test
    void whatIsQuotedTakesNoValue() {
        assertThatThrownBy(() -> Sql.text("select 'see :y' where a = :x").bind("y", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The text has no parameter \":y\"; it has [x]. Quotes and comments contain no parameters: "
                        + "select 'see :y' where a = :x");
    }

    @Test
    void namesWithoutValueAreGivenAtExecution() {
        var text = Sql.text("select :a, :b").bind("a", 1);

        assertThat(text.parameters()).extracting(BindParameter::name).containsExactly("a", "b");
        assertThat(text.parameters()).extracting(BindParameter::isRequired).containsExactly(false, true);
    }

    @Test
    void numbersChangeTheirClassOnlyWithoutLoss() {
        assertThat(NumberConversion.as(Integer.class, 5L)).isEqualTo(5);
        assertThat(NumberConversion.as(Integer.class, 5_000_000_000L)).isNull();
        assertThat(NumberConversion.as(Short.class, 5)).isEqualTo((short) 5);
        assertThat(NumberConversion.as(Long.class, 2.5)).isNull();
        assertThat(NumberConversion.as(BigDecimal.class, 2.5)).isEqualTo(new BigDecimal("2.5"));
        assertThat(NumberConversion.as(Double.class, 0.1)).isNull();
        assertThat(NumberConversion.as(Integer.class, "5")).isNull();
    }

    private static List<String> names(String text, TextSyntax syntax) {
        return NamedText.marks(text, syntax).stream().filter(mark -> mark.kind() == TextMark.Kind.NAME)
                .map(TextMark::name).toList();
    }
}
