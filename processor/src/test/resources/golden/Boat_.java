package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.type.Types;
import javax.annotation.processing.Generated;

/**
 * The query model of {@link Boat}, for writing statements such as
 * {@code select(BOAT).where(BOAT.code.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Boat_ extends EntityPath<Boat> {
    /** The mapping of {@link Boat}. Attributes are identified by their position in it. */
    static final EntityDefinition<Boat> DEFINITION = EntityDefinition.of(Boat.class, () -> { throw new IllegalStateException("Boat is abstract"); }, "boats")
            .column(ColumnDefinition.of("code", "code", Types.STRING).primaryKey())
            .column(ColumnDefinition.of("kind", "kind", Types.enumType(Boat.Kind.class).asString().withLength(255)).notNull())
            .column(ColumnDefinition.of("name", "name", Types.STRING).notNull())
            .discriminator("kind")
            .build();

    /** The entity itself, for use in statements. */
    public static final Boat_ BOAT = new Boat_(PathOrigin.root());

    /** Attribute {@code code}, column {@code code}. */
    public final Attribute<Boat, String> code = column("code");

    /** Attribute {@code kind}, column {@code kind}. */
    public final Attribute<Boat, Boat.Kind> kind = column("kind");

    /** Attribute {@code name}, column {@code name}. */
    public final Attribute<Boat, String> name = column("name");

    private Boat_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Boat_ at(ToOne<?, Boat> relationship) {
        return new Boat_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Boat_ as(String alias) {
        return new Boat_(PathOrigin.alias(alias));
    }

    @Override
    protected Boat_ $with(PathOrigin origin) {
        return new Boat_(origin);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends BoatBase implements Boat.Mapped {}
}
