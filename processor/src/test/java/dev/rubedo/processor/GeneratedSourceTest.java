package dev.rubedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSourceTest {

    @TempDir private Path directory;

    @ParameterizedTest
    @EnumSource
    void theModelCompilesWithoutErrors(Compiler compiler) {
        Compilation compilation = Compilation.of(compiler, directory, List.of(), Model.sources());

        assertThat(compilation.errors()).isEmpty();
    }

    @Test
    void javacHasNothingToWarnOf() {
        Compilation compilation = Compilation.of(Compiler.JAVAC, directory, List.of("-Xlint:all,-processing"),
                Model.sources());

        assertThat(compilation.warnings()).filteredOn(warning -> !warning.file().equals("?")).isEmpty();
    }

    @Test
    void eclipseHasNothingToWarnOf() {
        Compilation compilation = Compilation.of(Compiler.ECLIPSE, directory,
                List.of("-warn:+unused,unchecked,raw,cast,fallthrough"),
                Model.sources());

        assertThat(compilation.warnings())
                .filteredOn(warning -> warning.file().endsWith("Base.java") || warning.file().endsWith("_.java"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserBase", "User_", "AddressBase", "Address_", "ProfileBase", "Profile_", "Group_",
            "Membership_", "BadgeBase",
            "Badge_"})
    void bothCompilersGetTheSameReadableSource(String type) {
        Compilation javac = Compilation.of(Compiler.JAVAC, directory.resolve("javac"), List.of(), Model.sources());
        Compilation eclipse = Compilation.of(Compiler.ECLIPSE, directory.resolve("ecj"), List.of(), Model.sources());

        String generated = javac.generated().get(type + ".java");
        assertThat(generated).isEqualTo(Model.golden(type + ".java", generated));
        assertThat(eclipse.generated().get(type + ".java")).isEqualTo(generated);
    }

    @ParameterizedTest
    @EnumSource
    void recompilingOneFileOfManyGivesTheSame(Compiler compiler) {
        Compilation all = Compilation.of(compiler, directory, List.of(), Model.sources());

        for (String type : List.of("User", "Address", "Profile", "Group", "Membership", "Badge")) {
            deleteGeneratedClasses(type);
            Compilation one = Compilation.of(compiler, directory, List.of(), List.of(Model.source(type)));

            assertThat(one.errors()).isEmpty();
            for (String file : List.of(type + "Base.java", type + "_.java")) {
                assertThat(withoutComments(one, file)).isEqualTo(withoutComments(all, file));
            }
        }
    }

    /** Build tools do this before they recompile a file: all classes from a source file go, also those inside others. */
    private void deleteGeneratedClasses(String type) {
        String[] stale = directory.resolve("classes/blog").toFile()
                .list((folder, file) -> file.matches(type + "(Base|_)(\\$.*)?\\.class"));

        assertThat(stale).contains(type + "Base.class", type + "_.class", type + "_$Declared.class");
        for (String file : stale) {
            assertThat(directory.resolve("classes/blog").resolve(file).toFile().delete()).isTrue();
        }
    }

    /** Class files of mixins have no comments that could be copied. */
    private static String withoutComments(Compilation compilation, String file) {
        return compilation.generated().get(file).replaceAll("(?s)/\\*\\*.*?\\*/", "");
    }

    @ParameterizedTest
    @EnumSource
    void moreThanSixtyFourAttributesFit(Compiler compiler) {
        var attributes = new ArrayList<String>();
        for (int i = 0; i < 70; i++) {
            attributes.add("String a" + i + "();");
        }

        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Wide extends WideBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(String.join("\n        ", attributes)));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("WideBase.java"))
                .contains("if (($unloaded & (1L << A62)) != 0) {", "if ($isUnloaded(A63)) {",
                        "        $write(A63, this.a63, a63);\n        this.a63 = a63;");
    }

    @ParameterizedTest
    @EnumSource
    void namesThatGeneratedCodeUsesItselfAreFine(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Odd extends OddBase {
                    interface Mapped {
                        @Id Long attribute();
                        String value();
                        int in();
                        long at();
                        @Nullable Long out();
                        String as();
                        String alias();
                        String origin();
                        String NAME();
                        String name();
                        @Relationship @Nullable Odd relationship();
                    }
                }
                """.replace("String name();", "@Column(name = \"n2\") String name();"));

        assertThat(compilation.errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void entitiesOfTheUnnamedPackageCompile(Compiler compiler) {
        Compilation compilation = Compilation.of(compiler, directory, List.of(), List.of("""
                import dev.rubedo.mapping.*;

                @Entity class Plain extends PlainBase {
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """));

        assertThat(compilation.errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void entitiesOfOtherPackagesAreReached(Compiler compiler) {
        Compilation compilation = Compilation.of(compiler, directory, List.of(), List.of("""
                package shop;

                import dev.rubedo.mapping.*;
                import people.Person;

                @Entity public class Order extends OrderBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship Person buyer();
                        @ForeignKey(value = "country.code", entity = places.Country.class) String countryCode();
                    }
                }
                """, """
                package people;

                import dev.rubedo.mapping.*;
                import java.util.List;

                @Entity public class Person extends PersonBase {
                    protected interface Mapped {
                        @Id Long id();
                    }
                }
                """, """
                package places;

                import dev.rubedo.mapping.*;

                @Entity public class Country extends CountryBase {
                    interface Mapped {
                        @Id String code();
                    }
                }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Order_.java")).contains("return Person_.at(buyer);");
    }

    @ParameterizedTest
    @EnumSource
    void inferenceFindsTheSideOfSelfReferences(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Step extends StepBase {
                    interface Mapped {
                        @Id Long id();
                        @ForeignKey("step.id") @Nullable Long nextId();
                        @Relationship(backPopulates = "previous") @Nullable Step next();
                        @Relationship(backPopulates = "next") @Nullable Step previous();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Step_.java").replaceAll("\\n *\\.", "."))
                .contains(
                        "(\"next\", () -> Step_.STEP).backPopulates(\"previous\").foreignKey(List.of(\"nextId\"), List.of(\"id\"))",
                        "(\"previous\", () -> Step_.STEP).backPopulates(\"next\").inverseForeignKey(List.of(\"nextId\"), List.of(\"id\"))");
    }

    @ParameterizedTest
    @EnumSource
    void foreignKeysBelongToTheRelationshipTheyAreNamedFor(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Message extends MessageBase {
                    interface Mapped {
                        @Id Long id();
                        @ForeignKey("person.id") Long senderId();
                        @ForeignKey("person.id") Long receiverId();
                        @Relationship Person sender();
                        @Relationship Person receiver();
                        @Relationship @Nullable Person witness();
                    }
                }
                """, """
                @Entity class Person extends PersonBase {
                    interface Mapped {
                        @Id Long id();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Message_.java").replaceAll("\\n *\\.", "."))
                .contains(
                        "(\"sender\", () -> Person_.PERSON).notNull().foreignKey(List.of(\"senderId\"), List.of(\"id\"))",
                        "(\"receiver\", () -> Person_.PERSON).notNull().foreignKey(List.of(\"receiverId\"), List.of(\"id\"))",
                        "(\"witness\", () -> Person_.PERSON).foreignKey(List.of(\"witnessId\"), List.of(\"id\"))",
                        "ColumnDefinition.of(\"witnessId\", \"witness_id\", Types.BIGINT)");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsNamedForItsClassIsNotNamedForItTwice(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Film extends FilmBase {
                    interface Mapped {
                        @Id Long filmId();
                        @Relationship(joinTable = "film_actor") Set<Actor> actors();
                        @Relationship @Nullable Film original();
                    }
                }
                """, """
                @Entity class Actor extends ActorBase {
                    interface Mapped {
                        @Id @Column(name = "ActorId") Long id();
                    }
                }
                """, """
                @Entity class Copy extends CopyBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship Film film();
                        @Relationship Film filmed();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Film_.java"))
                .contains(".joinTable(\"film_actor\", List.of(\"film_id\"), List.of(\"ActorId\"))",
                        "ColumnDefinition.of(\"originalFilmId\", \"original_film_id\", Types.BIGINT)");
        assertThat(compilation.generated().get("Copy_.java"))
                .contains("ColumnDefinition.of(\"filmId\", \"film_id\", Types.BIGINT)",
                        "ColumnDefinition.of(\"filmedFilmId\", \"filmed_film_id\", Types.BIGINT)");
    }

    @ParameterizedTest
    @EnumSource
    void aJoinTableThatAnEntityMapsHasItsColumns(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, ARTICLE, """
                @Entity class Writer extends WriterBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "writers") Set<Article> articles();
                    }
                }
                """, """
                @Entity class Authorship extends AuthorshipBase {
                    interface Mapped {
                        @Id @ForeignKey("article.id") Long text();
                        @Id @Column(name = "by_whom") @ForeignKey("writer.id") Long by();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Article_.java"))
                .contains(".joinTable(\"authorship\", List.of(\"text\"), List.of(\"by_whom\"))");
        assertThat(compilation.generated().get("Writer_.java"))
                .contains(".joinTable(\"authorship\", List.of(\"by_whom\"), List.of(\"text\"))");
    }

    /** Nothing but its table leads from a side to the entity of a join table. */
    @ParameterizedTest
    @EnumSource
    void aJoinTableThatAnEntityMapsHasItsColumnsAlsoWhenOneSideIsRecompiled(Compiler compiler) {
        String start = "package blog;\nimport dev.rubedo.mapping.*;\nimport java.util.Set;\n";
        String article = start + ARTICLE;
        Compilation.of(compiler, directory, List.of(), List.of(article, start + """
                @Entity class Writer extends WriterBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "writers") Set<Article> articles();
                    }
                }
                """, start + """
                @Entity class Authorship extends AuthorshipBase {
                    interface Mapped {
                        @Id @ForeignKey("article.id") Long text();
                        @Id @Column(name = "by_whom") @ForeignKey("writer.id") Long by();
                    }
                }
                """));
        deleteGeneratedClasses("Article");

        Compilation compilation = Compilation.of(compiler, directory, List.of(), List.of(article));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Article_.java"))
                .contains(".joinTable(\"authorship\", List.of(\"text\"), List.of(\"by_whom\"))");
    }

    private static final String ARTICLE = """
            @Entity class Article extends ArticleBase {
                interface Mapped {
                    @Id Long id();
                    @Relationship(joinTable = "authorship", backPopulates = "articles") Set<Writer> writers();
                }
            }
            """;

    @ParameterizedTest
    @EnumSource
    void severalForeignKeysMayReferToOneCompositeKey(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Flight extends FlightBase {
                    interface Mapped {
                        @Id Long id();
                        @ForeignKey("airport.country") String fromCountry();
                        @ForeignKey("airport.code") String fromCode();
                        @ForeignKey("airport.country") String toCountry();
                        @ForeignKey("airport.code") String toCode();
                        @Relationship(foreignKey = {"fromCountry", "fromCode"}) Airport origin();
                        @Relationship(foreignKey = {"toCountry", "toCode"}) Airport destination();
                    }
                }
                """, """
                @Entity class Airport extends AirportBase {
                    interface Mapped {
                        @Id String country();
                        @Id String code();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Flight_.java")).contains(
                ".foreignKey(List.of(\"toCountry\", \"toCode\"), List.of(\"country\", \"code\"))");
    }

    @ParameterizedTest
    @EnumSource
    void joinTablesAndTheirColumnsCanBeNamed(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity class Person extends PersonBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship(backPopulates = "followers")
                        @JoinTable(name = "follows", columns = "from_id", inverseColumns = "to_id") Set<Person> following();
                        @Relationship(backPopulates = "following") Set<Person> followers();
                    }
                }
                """);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Person_.java")).contains(
                ".joinTable(\"follows\", List.of(\"from_id\"), List.of(\"to_id\")))",
                ".joinTable(\"follows\", List.of(\"to_id\"), List.of(\"from_id\")))");
    }
}
