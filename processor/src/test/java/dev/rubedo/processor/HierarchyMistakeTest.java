package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities that inherit from others in ways that cannot be mapped. */
class HierarchyMistakeTest {

    private static final String ANIMAL = """
            @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                interface Mapped {
                    @Id Long id();
                    String name();
                }
            }
            """;

    @Test
    void theRootDecidesWhoDeletesTheRowsOfItsSubclasses() {
        assertMistake("\"Dog\" is not the root of its hierarchy, where this is decided. Remove passiveDeletes.", """
                @Entity(table = "dogs")
                @Polymorphic(passiveDeletes = true) // wrong
                class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        int tricks();
                    }
                }
                """, ANIMAL);
    }

    @Test
    void theRootSaysHowRowsAreToldApart() {
        assertMistake("\"Dog\" inherits from \"Animal\", but nothing distinguishes their rows. Write at \"Animal\": "
                + "@Polymorphic(on = \"type\").", """
                        @Entity class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped { // wrong
                                int tricks();
                            }
                        }
                        """, ANIMAL.replace("@Polymorphic(on = \"kind\")", ""));
    }

    @Test
    void aRootNamesItsDiscriminator() {
        assertMistake("\"Animal\" does not name the attribute that determines the class of a row. Write "
                + "@Polymorphic(on = \"type\"), or let Mapped extend that of another entity to inherit from it.", """
                        @Entity
                        @Polymorphic // wrong
                        class Animal extends AnimalBase {
                            interface Mapped {
                                @Id Long id();
                            }
                        }
                        """);
    }

    @Test
    void onlyAConcreteClassAtTheRootStandsForUnknownOnes() {
        assertMistake("\"Animal\" is abstract, so no row can be an object of it. Remove unknownAsRoot.", """
                @Entity
                @Polymorphic(on = "kind", unknownAsRoot = true) // wrong
                abstract class Animal extends AnimalBase {
                    interface Mapped {
                        @Id Long id();
                        String kind();
                    }
                }
                """);
    }

    @Test
    void aDiscriminatorWithATypingMistakeIsNotAdded() {
        assertMistake("\"knd\" is not an attribute of \"Animal\". Did you mean \"kind\"?", """
                @Entity
                @Polymorphic(on = "knd") // wrong
                class Animal extends AnimalBase {
                    interface Mapped {
                        @Id Long id();
                        String kind();
                    }
                }
                """);
    }

    @Test
    void aDiscriminatorIsAColumn() {
        assertMistake("Discriminator \"owner\" is a relationship. Name an attribute with a column.", """
                @Entity @Polymorphic(on = "owner") class Animal extends AnimalBase {
                    interface Mapped {
                        @Id Long id();
                        @Relationship @Nullable Animal owner(); // wrong
                    }
                }
                """);
    }

    @Test
    void aDiscriminatorIsNotTheKey() {
        assertMistake("Discriminator \"kind\" is also the primary key, so each class could have only one row. "
                + "Name another attribute.", """
                        @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                            interface Mapped {
                                @Id String kind(); // wrong
                            }
                        }
                        """);
    }

    @Test
    void aDiscriminatorIsNotNullable() {
        assertMistake("Discriminator \"kind\" is never null, because each object has a class. "
                + "Remove @Nullable or Optional.", discriminator("@Nullable String kind();"));
    }

    @Test
    void aDiscriminatorIsNotPrimitive() {
        assertMistake("Discriminator \"kind\" is of a primitive type, but a new object has no value yet. Use Integer.",
                discriminator("int kind();").replace("on = \"kind\"", "on = \"kind\", identity = \"1\""));
    }

    @Test
    void aDiscriminatorHasFewValues() {
        assertMistake(
                "Discriminator \"kind\" is of type java.lang.Double. It must be a String, an enum or a whole number.",
                discriminator("Double kind();"));
    }

    @Test
    void aComputedDiscriminatorHasFewValuesToo() {
        assertMistake(
                "Discriminator \"kind\" is of type java.lang.Double. It must be a String, an enum or a whole number.",
                """
                        @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                            interface Mapped {
                                @Id Long id();
                            }
                            @Formula static dev.rubedo.sql.Expression<Double> kind(Animal_ animal) { // wrong
                                return null;
                            }
                        }
                        """);
    }

    @Test
    void aDiscriminatorHasNoSetter() {
        assertMistake("Attribute \"kind\" is the discriminator: the class of an object determines it, and it has no "
                + "setter. Remove @Setter.", discriminator("@Setter(Access.PUBLIC) String kind();"));
    }

    private static String discriminator(String declaration) {
        return """
                @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                    interface Mapped {
                        @Id Long id();
                        %s // wrong
                    }
                }
                """.formatted(declaration);
    }

    @Test
    void twoClassesDoNotHaveTheSameValue() {
        assertMistake(
                "\"Dog\" and \"Animal\" have the same discriminator value \"Animal\", so their rows could not be "
                        + "distinguished. Write another identity.",
                """
                        @Entity
                        @Polymorphic(identity = "Animal") // wrong
                        class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {}
                        }
                        """, ANIMAL);
    }

    @Test
    void twoSubclassesDoNotHaveTheSameValue() {
        assertMistake("\"Dog\" and \"Cat\" have the same discriminator value \"pet\", so their rows could not be "
                + "distinguished. Write another identity.", """
                        @Entity
                        @Polymorphic(identity = "pet") // wrong
                        class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {}
                        }
                        """, """
                        @Entity
                        @Polymorphic(identity = "pet")
                        class Cat extends CatBase {
                            interface Mapped extends Animal.Mapped {}
                        }
                        """, ANIMAL);
    }

    @Test
    void theValueIsAConstantOfTheEnum() {
        assertMistake(
                "\"DOGS\" is not a constant of blog.Kind, the type of discriminator \"kind\". Did you mean \"DOG\"?",
                """
                        @Entity
                        @Polymorphic(identity = "DOGS") // wrong
                        class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {}
                        }
                        """, """
                        @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                            interface Mapped {
                                @Id Long id();
                                Kind kind();
                            }
                        }
                        """, "enum Kind { ANIMAL, DOG }");
    }

    @Test
    void theValueIsAWholeNumber() {
        assertMistake("Discriminator \"kind\" is java.lang.Integer, but the value of \"Animal\" is \"Animal\". "
                + "Write a whole number: @Polymorphic(identity = \"1\").", """
                        @Entity
                        @Polymorphic(on = "kind") // wrong
                        class Animal extends AnimalBase {
                            interface Mapped {
                                @Id Long id();
                                Integer kind();
                            }
                        }
                        """);
    }

    @Test
    void aSubclassHasTheKeyOfTheRoot() {
        assertMistake("Attribute \"number\" is a key, but \"Dog\" has the primary key of \"Animal\". Remove @Id.", """
                @Entity class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        @Id Long number(); // wrong
                    }
                }
                """, ANIMAL);
    }

    @Test
    void aSubclassDoesNotDeclareWhatItInherits() {
        assertMistake("Attribute \"name\" is inherited from \"Animal\". Rename it or remove it.", """
                @Entity class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        String name(); // wrong
                    }
                }
                """, ANIMAL);
    }

    @Test
    void twoAttributesOfATableHaveDifferentColumns() {
        assertMistake("Attributes \"name\" and \"title\" are stored in the same column \"name\". Give one another "
                + "name: @Column(name = \"...\").", """
                        @Entity class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {
                                @Column(name = "name") String title(); // wrong
                            }
                        }
                        """, ANIMAL);
    }

    @Test
    void onlyTheRootHasAVersion() {
        assertMistake("Attribute \"revision\" is a version counter, which only the root of a hierarchy has. "
                + "Move it to \"Animal\".", """
                        @Entity class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {
                                @Version int revision(); // wrong
                            }
                        }
                        """, ANIMAL);
    }

    @Test
    void onlyTheRootNamesTheDiscriminator() {
        assertMistake("The discriminator of \"Dog\" is that of \"Animal\", the root of the hierarchy. Remove on.", """
                @Entity
                @Polymorphic(on = "breed") // wrong
                class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        String breed();
                    }
                }
                """, ANIMAL);
    }

    @Test
    void aSuperclassIsNotFinal() {
        assertMistake("\"Dog\" inherits from \"Animal\", which is final. Remove final from \"Animal\".", """
                @Entity class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped { // wrong
                        int tricks();
                    }
                }
                """, ANIMAL.replace(" class", " final class"));
    }

    @Test
    void theConstructorOfASuperclassIsVisible() {
        assertMistake("\"Dog\" inherits from \"Animal\", which has no constructor without parameters that another "
                + "package sees. Make that of \"Animal\" protected.", """
                        package blog.dogs;
                        import dev.rubedo.mapping.*;
                        @Entity class Dog extends DogBase {
                            interface Mapped extends blog.Animal.Mapped { // wrong
                                int tricks();
                            }
                        }
                        """, """
                        @Entity @Polymorphic(on = "kind") public class Animal extends AnimalBase {
                            public interface Mapped {
                                @Id Long id();
                            }
                            Animal() {}
                        }
                        """);
    }

    @Test
    void aClassHasOneSuperclass() {
        assertMistake("\"Dog.Mapped\" extends those of \"Animal\" and \"Thing\", but a class has one superclass. "
                + "Extend one, and move what else is shared to an interface of its own.", """
                        @Entity class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped, Thing.Mapped {} // wrong
                        }
                        """, ANIMAL, """
                        @Entity @Polymorphic(on = "kind") class Thing extends ThingBase {
                            interface Mapped {
                                @Id Long number();
                            }
                        }
                        """);
    }

    @Test
    void aClassExtendsItsBaseAndNotTheSuperclassItself() {
        assertMistake("Entity \"Dog\" does not extend its generated base class. Write: class Dog extends DogBase, "
                + "and in it: interface Mapped extends Animal.Mapped.", """
                        @Entity class Dog extends Animal { // wrong
                            interface Mapped {
                                @Id Long number();
                            }
                        }
                        """, ANIMAL);
    }

    @Test
    void anInterfaceInAnotherEntityIsNotAMixin() {
        assertMistake("\"Dog.Mapped\" extends \"Animal.Tagged\", which is nested in another entity. Move it out of "
                + "\"Animal\", or let Mapped extend \"Animal.Mapped\" to inherit from that entity.", """
                        @Entity class Dog extends DogBase {
                            interface Mapped extends Animal.Tagged { // wrong
                                @Id Long number();
                            }
                        }
                        """, """
                        @Entity @Polymorphic(on = "kind") class Animal extends AnimalBase {
                            interface Tagged { String tag(); }
                            interface Mapped {
                                @Id Long id();
                            }
                        }
                        """);
    }

    @Test
    void anAbstractClassHasNoValue() {
        assertMistake("\"Dog\" is abstract, so no row is of this class. Remove identity.", """
                @Entity
                @Polymorphic(identity = "dog") // wrong
                abstract class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {}
                }
                """, ANIMAL);
    }

    @Test
    void aConstraintOfASubclassIsOnItsOwnTable() {
        assertMistake(
                "\"name\" is stored in the table of \"Animal\", not in that of \"Dog\". Move the constraint there.", """
                @Entity(table = "dogs")
                @Unique(on = {"name", "tricks"}) // wrong
                class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        int tricks();
                    }
                }
                """, ANIMAL);
    }

    @Test
    void aSubclassWithoutATableHasNoSchema() {
        assertMistake("\"Dog\" is stored in the table of \"Animal\", whose schema it cannot change. Remove schema, or "
                + "name a table.", """
                        @Entity(schema = "farm") // wrong
                        class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {}
                        }
                        """, ANIMAL);
    }

    @Test
    void aSubclassWithoutATableHasNoCommentOnIt() {
        assertMistake("\"Dog\" is stored in the table of \"Animal\". Move @Comment to \"Animal\".", """
                @Entity
                @Comment("barks") // wrong
                class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {}
                }
                """, ANIMAL);
    }

    @Test
    void aSubclassWithoutATableHasNoFormerNameOfIt() {
        assertMistake("\"Dog\" is stored in the table of \"Animal\". Move @RenamedFrom to \"Animal\".", """
                @Entity
                @RenamedFrom("barks") // wrong
                class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {}
                }
                """, ANIMAL);
    }

    @Test
    void theAttributesOfASubclassAreNotLoadedAlone() {
        assertMistake("The attributes of a subclass are loaded by BATCH, JOINED or SELECT_IN, not by LAZY.", """
                @Entity(table = "dogs")
                @Polymorphic(loading = Loading.LAZY) // wrong
                class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {}
                }
                """, ANIMAL);
    }

    @Test
    void aSubclassWithoutATableIsAlwaysLoaded() {
        assertMistake("\"Dog\" has no table that a superclass lacks, so its attributes are always loaded. "
                + "Remove loading.", """
                        @Entity
                        @Polymorphic(loading = Loading.JOINED) // wrong
                        class Dog extends DogBase {
                            interface Mapped extends Animal.Mapped {}
                        }
                        """, ANIMAL);
    }

    private static final String SHAPE = """
            @Entity @Polymorphic(concrete = true) abstract class Shape extends ShapeBase {
                interface Mapped {
                    @Id Long id();
                    String name();
                }
            }
            """;

    @Test
    void theRootSaysWhetherEachClassHasATable() {
        assertMistake("Whether each class has a table with all its attributes is decided at \"Shape\", the root of the "
                + "hierarchy. Remove concrete.", """
                        @Entity
                        @Polymorphic(concrete = true) // wrong
                        class Circle extends CircleBase {
                            interface Mapped extends Shape.Mapped {}
                        }
                        """, SHAPE);
    }

    @Test
    void classesWithTheirOwnTablesHaveNoDiscriminator() {
        assertMistake("\"Circle\" has concrete-table inheritance, where each class has its own table and no "
                + "discriminator is needed. Remove identity.", """
                        @Entity
                        @Polymorphic(identity = "circle") // wrong
                        class Circle extends CircleBase {
                            interface Mapped extends Shape.Mapped {}
                        }
                        """, SHAPE);
        assertMistake("\"Shape\" has concrete-table inheritance, where each class has its own table and no "
                + "discriminator is needed. Remove on.", """
                        @Entity
                        @Polymorphic(concrete = true, on = "kind") // wrong
                        abstract class Shape extends ShapeBase {
                            interface Mapped {
                                @Id Long id();
                            }
                        }
                        """);
    }

    @Test
    void noRelationshipLeadsToClassesWithTheirOwnTables() {
        assertMistake("\"Corner.shape\" refers to \"Shape\", whose subclasses have tables of their own, so no "
                + "foreign key can refer to all of them. Let it refer to one of the subclasses.", """
                        @Entity class Corner extends CornerBase {
                            interface Mapped {
                                @Id Long id();
                                @Relationship Shape shape(); // wrong
                            }
                        }
                        """, SHAPE);
    }

    @Test
    void aRelationshipWithAnInverseIsNotInheritedByAnotherTable() {
        assertMistake(
                "\"Circle\" cannot inherit the relationship \"Shape.addresses\": it has a table of its own, to which "
                        + "the other side cannot refer as well. Declare it in each subclass, or let it lead to one object and "
                        + "remove backPopulates.",
                """
                        @Entity class Circle extends CircleBase {
                            interface Mapped extends Shape.Mapped {} // wrong
                        }
                        """, """
                        @Entity @Polymorphic(concrete = true) class Shape extends ShapeBase {
                            interface Mapped {
                                @Id Long id();
                                @Relationship(joinTable = "shape_address") List<Address> addresses();
                            }
                        }
                        """, """
                        @Entity class Address extends AddressBase {
                            interface Mapped {
                                @Id Long id();
                            }
                        }
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void aConstraintInASharedTableMayNameInheritedAttributes(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, """
                @Entity @Unique(on = {"name", "tricks"}) class Dog extends DogBase {
                    interface Mapped extends Animal.Mapped {
                        int tricks();
                    }
                }
                """, ANIMAL);

        assertThat(compilation.errors()).isEmpty();
    }
}
