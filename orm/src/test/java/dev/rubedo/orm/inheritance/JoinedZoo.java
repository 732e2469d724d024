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

/** A hierarchy with a table for each class. Immutable. */
final class JoinedZoo {

    static final EntityDefinition<Keeper> KEEPER_DEFINITION = EntityDefinition.of(Keeper.class, Keeper::new, "keepers")
            .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
            .column(ColumnDefinition.of("name", "name", Types.string(50)).notNull())
            .relationship(RelationshipDefinition.toMany("animals", CollectionKind.LIST, () -> JoinedZoo.ANIMAL)
                    .backPopulates("keeper").cascade(Cascade.ALL_DELETE_ORPHAN)
                    .inverseForeignKey(List.of("keeperId"), List.of("id")).orderBy("id"))
            .build();

    static final EntityDefinition<Animal> ANIMAL_DEFINITION = EntityDefinition.of(Animal.class, Animal::new, "animals")
            .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
            .column(ColumnDefinition.of("kind", "kind", Types.string(10)).notNull())
            .column(ColumnDefinition.of("name", "name", Types.string(50)).notNull())
            .column(ColumnDefinition.of("version", "version", Types.INTEGER).notNull().version())
            .column(ColumnDefinition.of("keeperId", "keeper_id", Types.BIGINT).references("keepers.id"))
            .relationship(RelationshipDefinition.toOne("keeper", () -> JoinedZoo.KEEPER).backPopulates("animals")
                    .foreignKey(List.of("keeperId"), List.of("id")))
            .discriminator("kind", "animal").build();

    static final EntityDefinition<Dog> DOG_DEFINITION = EntityDefinition.of(Dog.class, Dog::new, "dogs")
            .inherits(ANIMAL_DEFINITION, "dog")
            .column(ColumnDefinition.of("tricks", "tricks", Types.INTEGER)).build();

    static final EntityDefinition<Cat> CAT_DEFINITION = EntityDefinition.of(Cat.class, Cat::new, "cats")
            .inherits(ANIMAL_DEFINITION, "cat")
            .column(ColumnDefinition.of("lives", "lives", Types.INTEGER)).build();

    static final KeeperPath KEEPER = new KeeperPath(PathOrigin.root());
    static final AnimalPath ANIMAL = new AnimalPath(PathOrigin.root());
    static final DogPath DOG = new DogPath(PathOrigin.root());
    static final CatPath CAT = new CatPath(PathOrigin.root());

    private JoinedZoo() {}

    static Model model() {
        return Model.of(DOG, KEEPER, ANIMAL, CAT);
    }

    /** A person. Confined to one thread at a time. */
    static final class Keeper extends Stored {
        Keeper() {
            super(KEEPER_DEFINITION);
        }
    }

    /** The root. Confined to one thread at a time. */
    static class Animal extends Stored {
        Animal() {
            this(ANIMAL_DEFINITION);
        }

        Animal(EntityDefinition<?> definition) {
            super(definition);
        }
    }

    /** A subclass. Confined to one thread at a time. */
    static final class Dog extends Animal {
        Dog() {
            super(DOG_DEFINITION);
        }
    }

    /** Another subclass. Confined to one thread at a time. */
    static final class Cat extends Animal {
        Cat() {
            super(CAT_DEFINITION);
        }
    }

    /** Keepers in statements. Immutable. */
    static final class KeeperPath extends EntityPath<Keeper> {
        final Attribute<Keeper, Long> id = column("id");
        final Attribute<Keeper, String> name = column("name");
        final ToMany<Keeper, Animal> animals = toMany("animals");

        KeeperPath(PathOrigin origin) {
            super(KEEPER_DEFINITION, origin);
        }

        @Override
        protected KeeperPath $with(PathOrigin origin) {
            return new KeeperPath(origin);
        }
    }

    /** Animals in statements. Immutable. */
    static final class AnimalPath extends EntityPath<Animal> {
        final Attribute<Animal, Long> id = column("id");
        final Attribute<Animal, String> name = column("name");
        final ToOne<Animal, Keeper> keeper = toOne("keeper");

        AnimalPath(PathOrigin origin) {
            super(ANIMAL_DEFINITION, origin);
        }

        @Override
        protected AnimalPath $with(PathOrigin origin) {
            return new AnimalPath(origin);
        }
    }

    /** Dogs in statements. Immutable. */
    static final class DogPath extends EntityPath<Dog> {
        final Attribute<Dog, Long> id = column("id");
        final Attribute<Dog, String> name = column("name");
        final Attribute<Dog, Integer> tricks = column("tricks");
        final ToOne<Dog, Keeper> keeper = toOne("keeper");

        DogPath(PathOrigin origin) {
            super(DOG_DEFINITION, origin);
        }

        @Override
        protected DogPath $with(PathOrigin origin) {
            return new DogPath(origin);
        }

        DogPath as(String name) {
            return new DogPath(PathOrigin.alias(name));
        }
    }

    /** Cats in statements. Immutable. */
    static final class CatPath extends EntityPath<Cat> {
        final Attribute<Cat, Long> id = column("id");
        final Attribute<Cat, Integer> lives = column("lives");

        CatPath(PathOrigin origin) {
            super(CAT_DEFINITION, origin);
        }

        @Override
        protected CatPath $with(PathOrigin origin) {
            return new CatPath(origin);
        }
    }
}
