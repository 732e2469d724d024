package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EmbeddedColumns;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.type.Types;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The query model of {@link Engineer}, for writing statements such as
 * {@code select(ENGINEER).where(ENGINEER.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Engineer_ extends EntityPath<Engineer> {
    /** The mapping of {@link Engineer}. Attributes are identified by their position in it. */
    static final EntityDefinition<Engineer> DEFINITION = EntityDefinition.of(Engineer.class, Engineer::new, "employees")
            .schema("firm")
            .inherits(Employee_.EMPLOYEE.$definition(), "Engineer")
            .column(ColumnDefinition.of("language", "language", Types.STRING).notNull())
            .column(ColumnDefinition.of("level", "level", Types.INTEGER).notNull().primitive())
            .build();

    /** The entity itself, for use in statements. */
    public static final Engineer_ ENGINEER = new Engineer_(PathOrigin.root());

    /** The name. */
    public final Attribute<Engineer, String> name = column("name");

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<Engineer, Long> id = column("id");

    /** Attribute {@code version}, column {@code version}. */
    public final Attribute<Engineer, Integer> version = column("version");

    /** Attribute {@code team}, the related {@link Team}. */
    public final ToOne<Engineer, Team> team = toOne("team");

    /** The discriminator, column {@code type}. */
    public final Attribute<Engineer, String> type = column("type");

    /** The foreign key of {@link #team}, column {@code team_id}. */
    public final Attribute<Engineer, @Nullable Integer> teamId = column("teamId");

    /** What is spoken. */
    public final Attribute<Engineer, String> language = column("language");

    /** Attribute {@code level}, column {@code level}. */
    public final Attribute<Engineer, Integer> level = column("level");

    /** Embedded {@code address}, columns {@code address_street}, {@code address_city}. */
    public final AddressColumns address = new AddressColumns();

    private Engineer_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Engineer_ at(ToOne<?, Engineer> relationship) {
        return new Engineer_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Engineer_ as(String alias) {
        return new Engineer_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #team}. The join is added automatically. */
    public Team_ team() {
        return Team_.at(team);
    }

    @Override
    protected Engineer_ $with(PathOrigin origin) {
        return new Engineer_(origin);
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
        public final Attribute<Engineer, @Nullable String> street = column("addressStreet");

        /** Component {@code city}, column {@code address_city}. */
        public final Attribute<Engineer, @Nullable String> city = column("addressCity");

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
    private abstract static class Declared extends EngineerBase implements Engineer.Mapped {}
}
