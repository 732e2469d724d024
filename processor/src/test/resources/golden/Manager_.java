package firm;

import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EmbeddedColumns;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The query model of {@link Manager}, for writing statements such as
 * {@code select(MANAGER).where(MANAGER.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Manager_ extends EntityPath<Manager> {
    /** The mapping of {@link Manager}. Attributes are identified by their position in it. */
    static final EntityDefinition<Manager> DEFINITION = EntityDefinition.of(Manager.class, Manager::new, "managers")
            .schema("firm")
            .inherits(Employee_.EMPLOYEE.$definition(), "boss")
            .loading(Loading.SELECT_IN)
            .relationship(RelationshipDefinition.toMany("leads", CollectionKind.LIST, () -> Team_.TEAM)
                    .backPopulates("leader")
                    .inverseForeignKey(List.of("leaderId"), List.of("id")))
            .build();

    /** The entity itself, for use in statements. */
    public static final Manager_ MANAGER = new Manager_(PathOrigin.root());

    /** The name. */
    public final Attribute<Manager, String> name = column("name");

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<Manager, Long> id = column("id");

    /** Attribute {@code version}, column {@code version}. */
    public final Attribute<Manager, Integer> version = column("version");

    /** Attribute {@code team}, the related {@link Team}. */
    public final ToOne<Manager, Team> team = toOne("team");

    /** The discriminator, column {@code type}. */
    public final Attribute<Manager, String> type = column("type");

    /** The foreign key of {@link #team}, column {@code team_id}. */
    public final Attribute<Manager, @Nullable Integer> teamId = column("teamId");

    /** Attribute {@code leads}, the related {@link Team} objects. */
    public final ToMany<Manager, Team> leads = toMany("leads");

    /** Embedded {@code address}, columns {@code address_street}, {@code address_city}. */
    public final AddressColumns address = new AddressColumns();

    private Manager_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Manager_ at(ToOne<?, Manager> relationship) {
        return new Manager_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Manager_ as(String alias) {
        return new Manager_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #team}. The join is added automatically. */
    public Team_ team() {
        return Team_.at(team);
    }

    @Override
    protected Manager_ $with(PathOrigin origin) {
        return new Manager_(origin);
    }

    /** Returns this as a {@link Employee}, for methods that take its query model. */
    public Employee_ asEmployee() {
        return $as(Employee_.EMPLOYEE);
    }

    /**
     * The columns of the embedded {@code address}.
     *
     * <p>Immutable.
     */
    public final class AddressColumns extends EmbeddedColumns<Address> {
        /** Component {@code street}, column {@code address_street}. */
        public final Attribute<Manager, @Nullable String> street = column("addressStreet");

        /** Component {@code city}, column {@code address_city}. */
        public final Attribute<Manager, @Nullable String> city = column("addressCity");

        private AddressColumns() {}

        @Override
        protected List<Attribute<?, ?>> $parts() {
            return List.of(street, city);
        }

        @Override
        protected @Nullable Object[] $split(Address record) {
            return new Object[]{record.street(), record.city()};
        }

        @Override
        protected Address $join(@Nullable Object[] values) {
            return new Address(this.<String>$required(values, 0), this.<String>$required(values, 1));
        }
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends ManagerBase implements Manager.Mapped {}
}
