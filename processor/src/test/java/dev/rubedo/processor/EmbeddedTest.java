package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedTest {

    private static String user(String attributes) {
        return """
                @Index(on = "homeX")
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(attributes);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordIsStoredInColumns(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler,
                user("@Embedded(prefix = \"\") Point home(); @Embedded Optional<Point> work();"), """
                record Point(int x, @Column(name = "why") double y) {
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains(
                "ColumnDefinition.of(\"homeX\", \"x\", Types.INTEGER).notNull()",
                "ColumnDefinition.of(\"workX\", \"work_x\", Types.INTEGER))",
                "ColumnDefinition.of(\"workY\", \"work_why\", Types.DOUBLE))",
                "public final HomeColumns home = new HomeColumns();",
                "public final Attribute<User, Integer> x = column(\"homeX\");");
        assertThat(compilation.generated().get("UserBase.java")).contains(
                "if (homeX == null && homeY == null) {",
                "return new Point($required(HOME_X, homeX), $required(HOME_Y, homeY));",
                "return Optional.of(new Point($required(WORK_X, workX), $required(WORK_Y, workY)));",
                "Integer homeX = home == null ? null : home.x();");
    }

    @Test
    void whatIsEmbeddedIsARecord() {
        assertMistake(
                "Embedded \"home\" has the type java.lang.String. It must be a record with components and without type parameters, and not "
                        + "private.",
                user("@Embedded String home(); // wrong").replace("@Index(on = \"homeX\")", ""));
    }

    @Test
    void componentsAreColumns() {
        assertMistake(
                "Attribute \"homeX\" has the type java.util.Locale, which no column can hold. Use one of boolean, short, int, long, float, "
                        + "double and their wrapper classes, String, BigDecimal, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, UUID, byte[] and "
                        + "enums, store it as a document with @Json, or give it a custom type with @Type.",
                user("@Embedded Point home(); // wrong"), "record Point(Locale x) {\n}\n");
    }

    @Test
    void anEmbeddedRecordHasNoColumnOfItsOwn() {
        assertMistake(
                "Embedded \"home\" cannot have @Column. Remove it, or put @Column on the components of the record.",
                user("@Embedded @Column(name = \"p\") Point home(); // wrong"), "record Point(int x) {\n}\n");
    }

    @Test
    void componentsAreNoKeys() {
        assertMistake(
                "Component \"x\" of embedded \"home\" cannot have @Id. Remove it: components may have @Column, @Type, @Json, @ArrayOf, @Enumerated and @Comment.",
                user("@Embedded Point home(); // wrong"), "record Point(@Id int x) {\n}\n");
    }

    @Test
    void aRecordChecksItself() {
        assertMistake(
                "Validator \"check\" checks \"home\", an embedded record: let the constructor of the record check its values.",
                """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        @Embedded Point home();
                    }
                    @Validates("home") Point check(Point value) { return value; } // wrong
                }
                """, "record Point(int x) {\n}\n");
    }

    private static String plain(String attribute) {
        return user(attribute + " // wrong").replace("@Index(on = \"homeX\")", "");
    }

    @Test
    void aRecordOfNothingIsTold() {
        assertMistake(
                "Embedded \"home\" is never null, but each component of blog.Point may be, and if all of them are, there is no "
                        + "record. Mark the attribute @Nullable too.",
                plain("@Embedded Point home();"),
                "record Point(@Nullable String x) {\n}\n");
    }

    @Test
    void primitiveComponentsAreNeverNull() {
        assertMistake(
                "Component \"x\" of embedded \"home\" is marked @Nullable, but a primitive type cannot be null. Box it or remove "
                        + "@Nullable.",
                plain("@Embedded Point home();"), "record Point(@Nullable int x) {\n}\n");
    }

    @Test
    void oneMistakeIsOneError() {
        assertMistake(
                "Component \"x\" of embedded \"home\" cannot have @Embedded. Remove it: components may have @Column, @Type, @Json, @ArrayOf, @Enumerated and @Comment.",
                plain("@Embedded Point home();"), "record Point(@Embedded Part x) {\n}\n", "record Part(int y) {\n}\n");
        assertMistake(
                "Embedded \"home\" cannot have @Relationship. Remove it, or put @Column on the components of the record.",
                plain("@Embedded @Relationship User home();"));
        assertMistake("Embedded \"home\" cannot have @Id. Remove it, or put @Column on the components of the record.",
                plain("@Id @Embedded Point home();").replace("@Id Long id();", ""), "record Point(int x) {\n}\n");
    }

    @Test
    void eachComponentHasAColumn() {
        assertMistake("Embedded \"home\" names 1 columns, but blog.Point has 2 components. Name one column for each.",
                user("@Embedded(columns = \"x\") Point home(); // wrong"), "record Point(int x, int y) {\n}\n");
        assertMistake("Embedded \"home\" names its columns and has a prefix too. Remove one of the two.",
                user("@Embedded(columns = \"x\", prefix = \"a\") Point home(); // wrong"),
                "record Point(int x) {\n}\n");
    }
}
