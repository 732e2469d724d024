package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistakes in where the values of columns come from. */
class DefaultMistakeTest {

    private static String user(String attribute) {
        return user(attribute, "");
    }

    private static String user(String attribute, String members) {
        return """
                @Entity(table = "users") class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        %s // wrong
                    }
                    %s
                }
                """.formatted(attribute, members);
    }

    @Test
    void aDefaultIsGivenInOneWay() {
        String advice = " Specify one: a constant, sql = \"...\", method = \"...\", or from = X.class.";
        assertMistake("@Default specifies no value." + advice, user("@Default String name();"));
        assertMistake("@Default specifies its value in several ways." + advice,
                user("@Default(value = \"a\", sql = \"'a'\") String name();"));
        assertMistake("@OnUpdate specifies its value in several ways." + advice,
                user("@OnUpdate(method = \"a\", sql = \"'a'\") String name();"));
    }

    @ParameterizedTest
    @CsvSource({"int,int,x", "Short,java.lang.Short,40000", "boolean,boolean,yes", "double,double,NaN",
            "java.math.BigDecimal,java.math.BigDecimal,1.2.3", "java.time.LocalDate,java.time.LocalDate,2024-02-30"})
    void aConstantIsAValueOfItsType(String type, String name, String text) {
        String more = type.equals("boolean") ? " Write it as its toString() returns it." : "";
        assertMistake("Attribute \"age\" is " + name + ", and \"" + text + "\" is not one." + more,
                user("@Default(\"" + text + "\") " + type + " age();"));
    }

    @Test
    void aConstantOfAnEnumExists() {
        assertMistake("\"Status\" has no constant \"ACTIV\". Did you mean \"ACTIVE\"?",
                user("@Default(\"ACTIV\") Status status();"), "enum Status {\n    ACTIVE, GONE\n}\n");
    }

    @Test
    void aConstantOfAnotherTypeIsAMethod() {
        assertMistake(
                "Attribute \"picture\" is byte[], which cannot be written as text. Name a static method: method = \"...\".",
                user("@Default(\"x\") byte[] picture();"));
    }

    @Test
    void sqlIsNotEmpty() {
        assertMistake("@Default has no SQL. Write the expression, such as sql = \"CURRENT_DATE\".",
                user("@Default(sql = \" \") String name();"));
        assertMistake("@Computed has no SQL. Write the expression, with column names.",
                user("@Computed(\"\") String name();"));
    }

    @Test
    void aMethodExists() {
        assertMistake(
                "Neither \"Mapped\" nor \"User\" has a static method \"made\" without parameters. Declare it, or name "
                        + "its class: from = X.class.",
                user("@Default(method = \"made\") String name();", "String made() { return null; }"));
        assertMistake("\"UUID\" has no static method \"make\" without parameters. Declare it.",
                user("@Default(from = UUID.class, method = \"make\") UUID code();"));
    }

    @Test
    void aMethodReturnsTheTypeOfTheAttribute() {
        assertMistake("\"User.made\" returns int, but attribute \"name\" is java.lang.String. Return that type, or an "
                + "Expression<java.lang.String>.",
                user("@Default(method = \"made\") String name();", "static int made() { return 1; }"));
        assertMistake(
                "\"User.made\" returns dev.rubedo.sql.Expression<java.lang.Integer>, but attribute \"name\" is java.lang.String. "
                        + "Return that type, or an Expression<java.lang.String>.",
                user("@Default(method = \"made\") String name();",
                        "static dev.rubedo.sql.Expression<Integer> made() { return null; }"));
    }

    @Test
    void aMethodCanBeCalled() {
        assertMistake("\"User.made\" is not visible to generated code in the package of \"User\". Make it public.",
                user("@Default(method = \"made\") String name();", "private static String made() { return null; }"));
        assertMistake("\"User.made\" throws a checked exception, which a flush cannot throw. Throw an unchecked one.",
                user("@Default(method = \"made\") String name();",
                        "static String made() throws Exception { return null; }"));
    }

    @Test
    void aSupplierSuppliesTheType() {
        assertMistake(
                "\"java.lang.String\" is not a Supplier<java.lang.Integer>. Implement it, or name a static method: method = \"...\".",
                user("@Default(from = String.class) int age();"));
        assertMistake("\"Ages\" supplies java.lang.Long, but attribute \"age\" is int. The two must be the same type.",
                user("@Default(from = Ages.class) int age();"), """
                        final class Ages implements java.util.function.Supplier<Long> {
                            public Long get() { return 1L; }
                        }
                        """);
        assertMistake(
                "\"Ages\" cannot be instantiated: give it a constructor without parameters that is visible to the entity, and no "
                        + "abstract methods.",
                user("@Default(from = Ages.class) int age();"), """
                        final class Ages implements java.util.function.Supplier<Integer> {
                            Ages(int first) {}
                            public Integer get() { return 1; }
                        }
                        """);
    }

    @Test
    void aKeyIsKnownBeforeTheInsert() {
        assertMistake(
                "Attribute \"code\" is the primary key, which must be known before the INSERT. Let a static method in Java return it.",
                user("@Default(sql = \"'x'\") @Id String code();").replace("@Id Long id();", "Long other();"));
        assertMistake(
                "Attribute \"code\" is the primary key, which the database does not change by itself. Remove @OnUpdate.",
                user("@OnUpdate(\"x\") @Id String code();").replace("@Id Long id();", "Long other();"));
    }

    @Test
    void aComputedColumnIsNotWritten() {
        assertMistake("Attribute \"name\" is computed by the database and gets no other value. Remove @Default.",
                user("@Computed(\"'x'\") @Default(\"x\") String name();"));
        assertMistake(
                "Attribute \"name\" is computed: the database writes it and it never has a setter. Remove @Setter.",
                user("@Computed(\"'x'\") @Setter(Access.PUBLIC) String name();"));
    }

    @Test
    void aVersionHasNoDefault() {
        assertMistake("Attribute \"version\" is a version counter, which the session writes. Remove @Default.",
                user("@Version @Default(\"1\") int version();"));
    }

    @Test
    void anUpdateHasOneValue() {
        assertMistake(
                "Attribute \"name\" is changed by the database in each UPDATE. Remove @OnUpdate or @ServerOnUpdate.",
                user("@OnUpdate(\"x\") @ServerOnUpdate String name();"));
    }

    @Test
    void whatEveryQueryReadsIsNotDeferred() {
        assertMistake("Attribute \"code\" is the primary key, which every query reads. Remove @Deferred.",
                user("@Deferred @Id String code();").replace("@Id Long id();", "Long other();"));
        assertMistake("Attribute \"version\" is the version counter, which every query reads. Remove @Deferred.",
                user("@Deferred @Version int version();"));
    }

    @Test
    void aRelationshipHasNoDefault() {
        assertMistake(
                "Relationship \"boss\" has no column of its own. Remove @Default, or declare the foreign key as an attribute and put it there.",
                user("@Relationship @Default(\"x\") @Nullable User boss();"));
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void aDefaultOfAMixinIsAMethodOfTheMixin(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler,
                user("String name();").replace("Mapped {", "Mapped extends Named {"),
                """
                        interface Named {
                            static String made() { return "x"; }
                            @Default(method = "made") String title();
                            @Default(from = java.util.UUID.class, method = "randomUUID") UUID token();
                        }
                        """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java"))
                .contains(".defaultFrom(ValueSource.supplied(() -> Named.made()))")
                .contains(".defaultFrom(ValueSource.supplied(() -> UUID.randomUUID()))");
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void anAnnotationOfTheProgramStandsForSeveral(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, user("@Code String name();"), """
                @Column(length = 7) @Default("x") @interface Code {
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java")).contains("Types.string(7)")
                .contains(".defaultFrom(ValueSource.of(\"x\"))");
    }

    @Test
    void aMistakeInAnAnnotationOfTheProgramIsReportedAtTheAttribute() {
        assertMistake(
                "The option \"precision\" does not apply to a String or byte[]; it applies to BigDecimal. Remove it.",
                user("@Code String name();"), "@Column(precision = 5) @interface Code {\n}\n");
    }

    @Test
    void aMethodReturnsTheNextVersion() {
        assertMistake(
                "\"next\" is not a static method that generated code can call and that returns the next version, a java.lang.String. "
                        + "It has no parameter, or takes the previous version.",
                user("@Version(method = \"next\") String version();", "static int next() { return 1; }"));
    }
}
