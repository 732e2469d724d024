package dev.rubedo.orm.inheritance;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.orm.model.Model;
import dev.rubedo.type.Types;
import java.util.List;

/**
 * Animals and their keepers, mapped by hand: a hierarchy with a table for each class, or in one table. Immutable.
 */
final class Zoo {

    private final EntityDefinition<Keeper> keeperDefinition;
    private final EntityDefinition<Animal> animalDefinition;
    private final EntityDefinition<Dog> dogDefinition;
    private final EntityDefinition<Cat> catDefinition;
    final KeeperPath keeper;
    final AnimalPath animal;
    final DogPath dog;
    final CatPath cat;

    private Zoo(String dogTable, String catTable) {
        keeperDefinition = EntityDefinition.of(Keeper.class, this::newKeeper, "keepers")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
                .column(ColumnDefinition.of("name", "name", Types.string(50)).notNull())
                .relationship(RelationshipDefinition.toMany("animals", CollectionKind.LIST, () -> animalPath())
                        .backPopulates("keeper").cascade(Cascade.ALL_DELETE_ORPHAN)
                        .inverseForeignKey(List.of("keeperId"), List.of("id")).orderBy("id"))
                .build();

        animalDefinition = EntityDefinition.of(Animal.class, this::newAnimal, "animals")
                .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
                .column(ColumnDefinition.of("kind", "kind", Types.string(10)).notNull())
                .column(ColumnDefinition.of("name", "name", Types.string(50)).notNull())
                .column(ColumnDefinition.of("version", "version", Types.INTEGER).notNull().version())
                .column(ColumnDefinition.of("keeperId", "keeper_id", Types.BIGINT).references("keepers.id"))
                .relationship(RelationshipDefinition.toOne("keeper", () -> keeperPath()).backPopulates("animals")
                        .foreignKey(List.of("keeperId"), List.of("id")))
                .discriminator("kind", "animal").build();

        dogDefinition = EntityDefinition.of(Dog.class, this::newDog, dogTable)
                .inherits(animalDefinition, "dog")
                .column(ColumnDefinition.of("tricks", "tricks", Types.INTEGER)).build();

        catDefinition = EntityDefinition.of(Cat.class, this::newCat, catTable)
                .inherits(animalDefinition, "cat")
                .column(ColumnDefinition.of("lives", "lives", Types.INTEGER)).build();

        keeper = new KeeperPath(keeperDefinition, PathOrigin.root());
        animal = new AnimalPath(animalDefinition, PathOrigin.root());
        dog = new DogPath(dogDefinition, PathOrigin.root());
        cat = new CatPath(catDefinition, PathOrigin.root());
    }

    /** Returns a hierarchy with a table for each class. */
    static Zoo joined() {
        return new Zoo("dogs", "cats");
    }

    /** Returns a hierarchy in one table. */
    static Zoo single() {
        return new Zoo("animals", "animals");
    }

    Model model() {
        return Model.of(dog, keeper, animal, cat);
    }

    private KeeperPath keeperPath() {
        return keeper;
    }

    private AnimalPath animalPath() {
        return animal;
    }

    Keeper newKeeper() {
        return new Keeper(keeperDefinition);
    }

    Animal newAnimal() {
        return new Animal(animalDefinition);
    }

    Dog newDog() {
        return new Dog(dogDefinition);
    }

    Cat newCat() {
        return new Cat(catDefinition);
    }

    /** A person. Confined to one thread at a time. */
    static final class Keeper extends Stored {
        private Keeper(EntityDefinition<?> definition) {
            super(definition);
        }
    }

    /** The root. Confined to one thread at a time. */
    static class Animal extends Stored {
        private Animal(EntityDefinition<?> definition) {
            super(definition);
        }
    }

    /** A subclass. Confined to one thread at a time. */
    static final class Dog extends Animal {
        private Dog(EntityDefinition<?> definition) {
            super(definition);
        }
    }

    /** Another subclass. Confined to one thread at a time. */
    static final class Cat extends Animal {
        private Cat(EntityDefinition<?> definition) {
            super(definition);
        }
    }

    /** Keepers in statements. Immutable. */
    static final class KeeperPath extends EntityPath<Keeper> {
        final Attribute<Keeper, Long> id = column("id");
        final Attribute<Keeper, String> name = column("name");
        final ToMany<Keeper, Animal> animals = toMany("animals");

        KeeperPath(EntityDefinition<Keeper> definition, PathOrigin origin) {
            super(definition, origin);
        }

        @Override
        protected KeeperPath $with(PathOrigin origin) {
            return new KeeperPath($definition(), origin);
        }
    }

    /** Animals in statements. Immutable. */
    static final class AnimalPath extends EntityPath<Animal> {
        final Attribute<Animal, Long> id = column("id");
        final Attribute<Animal, String> name = column("name");
        final ToOne<Animal, Keeper> keeper = toOne("keeper");

        AnimalPath(EntityDefinition<Animal> definition, PathOrigin origin) {
            super(definition, origin);
        }

        @Override
        protected AnimalPath $with(PathOrigin origin) {
            return new AnimalPath($definition(), origin);
        }
    }

    /** Dogs in statements. Immutable. */
    static final class DogPath extends EntityPath<Dog> {
        final Attribute<Dog, Long> id = column("id");
        final Attribute<Dog, String> name = column("name");
        final Attribute<Dog, Integer> tricks = column("tricks");
        final ToOne<Dog, Keeper> keeper = toOne("keeper");

        DogPath(EntityDefinition<Dog> definition, PathOrigin origin) {
            super(definition, origin);
        }

        @Override
        protected DogPath $with(PathOrigin origin) {
            return new DogPath($definition(), origin);
        }

        DogPath as(String name) {
            return new DogPath($definition(), PathOrigin.alias(name));
        }
    }

    /** Cats in statements. Immutable. */
    static final class CatPath extends EntityPath<Cat> {
        final Attribute<Cat, Long> id = column("id");
        final Attribute<Cat, Integer> lives = column("lives");

        CatPath(EntityDefinition<Cat> definition, PathOrigin origin) {
            super(definition, origin);
        }

        @Override
        protected CatPath $with(PathOrigin origin) {
            return new CatPath($definition(), origin);
        }
    }
}
