package dev.rubedo.compile;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.CompileException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiteralRendererTest {

    private final LiteralRenderer literals = new LiteralRenderer(AnsiDialect.instance().traits());

    @Test
    void textIsQuoted() {
        assertThat(literals.render("it's", TEXT)).isEqualTo("'it''s'");
        assertThat(literals.render("", TEXT)).isEqualTo("''");
    }

    @Test
    void numbersAreWrittenInFull() {
        assertThat(literals.render(-5, INTEGER)).isEqualTo("-5");
        assertThat(literals.render(new BigDecimal("1E+3"), NUMERIC)).isEqualTo("1000");
        assertThat(literals.render(1.5, DOUBLE)).isEqualTo("1.5");
        assertThat(literals.render(1e20, DOUBLE)).isEqualTo("1e+20");
    }

    @Test
    void timesAreText() {
        assertThat(literals.render(LocalDate.of(2024, 1, 2), DATE)).isEqualTo("'2024-01-02'");
        assertThat(literals.render(LocalTime.of(3, 4, 5), TIME)).isEqualTo("'03:04:05'");
        assertThat(literals.render(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_900_000), TIMESTAMP))
                .isEqualTo("'2024-01-02 03:04:05.678900'");
    }

    @Test
    void nullTruthBytesAndUuids() {
        assertThat(literals.render(null, TEXT)).isEqualTo("NULL");
        assertThat(literals.render(true, BOOLEAN)).isEqualTo("true");
        assertThat(literals.render(new byte[]{1, (byte) 0xff}, BINARY)).isEqualTo("X'01ff'");
        assertThat(literals.render(new UUID(0, 7), UUID)).isEqualTo("'00000000-0000-0000-0000-000000000007'");
    }

    @Test
    void whatNoTextCanHoldIsRefused() {
        assertThatThrownBy(() -> literals.render("a\0b", TEXT)).isInstanceOf(CompileException.class)
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> literals.render(Double.NaN, DOUBLE)).isInstanceOf(CompileException.class);
        assertThatThrownBy(() -> literals.render(new StringBuffer[0], UNKNOWN)).isInstanceOf(CompileException.class)
                .hasMessageContaining("parameter");
    }

    @Test
    void aStatementCanBeWrittenWithItsValues() {
        var shop = new Shop();

        var sql = AnsiDialect.instance().compileWithValues(select(shop.users.id)
                .where(shop.users.name.eq("it's"), shop.users.id.in(1, 2), shop.users.age.in()).limit(3));

        assertThat(sql).isEqualTo("SELECT users.id FROM users WHERE users.name = 'it''s' AND users.id IN (1, 2) "
                + "AND users.age IN (NULL) AND (1 != 1) LIMIT 3");
    }
}
