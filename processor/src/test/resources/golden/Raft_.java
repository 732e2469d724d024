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
 * The query model of {@link Raft}, for writing statements such as
 * {@code select(RAFT).where(RAFT.code.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Raft_ extends EntityPath<Raft> {
    /** The mapping of {@link Raft}. Attributes are identified by their position in it. */
    static final EntityDefinition<Raft> DEFINITION = EntityDefinition.of(Raft.class, Raft::new, "rafts")
            .inherits(Boat_.BOAT.$definition(), Boat.Kind.RAFT)
            .column(ColumnDefinition.of("logs", "logs", Types.INTEGER).notNull().primitive())
            .build();

    /** The entity itself, for use in statements. */
    public static final Raft_ RAFT = new Raft_(PathOrigin.root());

    /** Attribute {@code code}, column {@code code}. */
    public final Attribute<Raft, String> code = column("code");

    /** Attribute {@code kind}, column {@code kind}. */
    public final Attribute<Raft, Boat.Kind> kind = column("kind");

    /** Attribute {@code name}, column {@code name}. */
    public final Attribute<Raft, String> name = column("name");

    /** Attribute {@code logs}, column {@code logs}. */
    public final Attribute<Raft, Integer> logs = column("logs");

    private Raft_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Raft_ at(ToOne<?, Raft> relationship) {
        return new Raft_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Raft_ as(String alias) {
        return new Raft_(PathOrigin.alias(alias));
    }

    @Override
    protected Raft_ $with(PathOrigin origin) {
        return new Raft_(origin);
    }

    /** Returns this as a {@link Boat}, for methods that take its query model. */
    public Boat_ asBoat() {
        return $as(Boat_.BOAT);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends RaftBase implements Raft.Mapped {}
}
