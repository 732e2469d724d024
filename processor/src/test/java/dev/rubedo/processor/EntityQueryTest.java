package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntityQueryTest {

    private static String total(String attribute, String query) {
        return """
                @Entity class Total extends TotalBase {
                    interface Mapped {
                        @Id @ForeignKey("total.id") Long id();
                        long amount();
                        %s
                    }
                    %s
                }
                """.formatted(attribute, query);
    }

    @ParameterizedTest
    @EnumSource
    void theQueryIsPartOfTheDefinitionAndNoAttributeHasASetter(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler,
                total("", "@FromQuery static dev.rubedo.sql.Selectable<?> rows() { return null; }"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Total_.java")).contains(".query(Total::rows)");
        assertThat(compilation.generated().get("TotalBase.java")).contains("long amount()")
                .doesNotContain("amount(long");
    }

    @Test
    void theMethodReturnsAQuery() {
        String message = "Query \"rows\" must be static, take no parameters and return a query: static Selectable<?> rows().";
        assertMistake(message, total("", "@FromQuery static String rows() { return null; } // wrong"));
        assertMistake(message,
                total("", "@FromQuery dev.rubedo.sql.Selectable<?> rows() { return null; } // wrong"));
        assertMistake(message,
                total("", "@FromQuery static dev.rubedo.sql.Selectable<?> rows(int most) { return null; } // wrong"));
    }

    @Test
    void theMethodIsNotPrivate() {
        assertMistake("Query \"rows\" is private, but \"Total_\" calls it. Remove private: package-private is enough.",
                total("", "@FromQuery private static dev.rubedo.sql.Selectable<?> rows() { return null; } // wrong"));
    }

    @Test
    void thereIsOneQuery() {
        assertMistake("Entity \"Total\" has two queries for its rows. Keep only one @FromQuery.",
                total("", """
                        @FromQuery static dev.rubedo.sql.Selectable<?> rows() { return null; }
                        @FromQuery static dev.rubedo.sql.Selectable<?> more() { return null; } // wrong"""));
    }

    @Test
    void relationshipsAreViewOnly() {
        assertMistake("Relationship \"same\" belongs to an entity that is read from a query, so it cannot be "
                + "written. Add viewOnly = true.",
                total("@Relationship Total same(); // wrong",
                        "@FromQuery static dev.rubedo.sql.Selectable<?> rows() { return null; }"));
    }
}
