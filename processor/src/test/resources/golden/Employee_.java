package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EmbeddedColumns;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.type.Types;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The query model of {@link Employee}, for writing statements such as
 * {@code select(EMPLOYEE).where(EMPLOYEE.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Employee_ extends EntityPath<Employee> {
    /** The mapping of {@link Employee}. Attributes are identified by their position in it. */
    static final EntityDefinition<Employee> DEFINITION = EntityDefinition.of(Employee.class, Employee::new, "employees")
            .schema("firm")
            .column(ColumnDefinition.of("name", "name", Types.STRING).notNull())
            .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
            .column(ColumnDefinition.of("addressStreet", "address_street", Types.string(40)))
            .column(ColumnDefinition.of("addressCity", "address_city", Types.STRING))
            .column(ColumnDefinition.of("version", "version", Types.INTEGER).notNull().primitive().version())
            .relationship(RelationshipDefinition.toOne("team", () -> Team_.TEAM)
                    .backPopulates("members")
                    .foreignKey(List.of("teamId"), List.of("id")))
            .column(ColumnDefinition.of("type", "type", Types.string(50)).notNull())
            .column(ColumnDefinition.of("teamId", "team_id", Types.INTEGER)
                    .references("firm.teams.id"))
            .record("address", "addressStreet", "addressCity")
            .discriminator("type", "employee")
            .build();

    /** The entity itself, for use in statements. */
    public static final Employee_ EMPLOYEE = new Employee_(PathOrigin.root());

    /** The name. */
    public final Attribute<Employee, String> name = column("name");

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<Employee, Long> id = column("id");

    /** Attribute {@code version}, column {@code version}. */
    public final Attribute<Employee, Integer> version = column("version");

    /** Attribute {@code team}, the related {@link Team}. */
    public final ToOne<Employee, Team> team = toOne("team");

    /** The discriminator, column {@code type}. */
    public final Attribute<Employee, String> type = column("type");

    /** The foreign key of {@link #team}, column {@code team_id}. */
    public final Attribute<Employee, @Nullable Integer> teamId = column("teamId");

    /** Embedded {@code address}, columns {@code address_street}, {@code address_city}. */
    public final AddressColumns address = new AddressColumns();

    private Employee_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Employee_ at(ToOne<?, Employee> relationship) {
        return new Employee_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Employee_ as(String alias) {
        return new Employee_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #team}. The join is added automatically. */
    public Team_ team() {
        return Team_.at(team);
    }

    @Override
    protected Employee_ $with(PathOrigin origin) {
        return new Employee_(origin);
    }

    /**
     * The columns of the embedded {@code address}.
     *
     * <p>Immutable.
     */
    public final class AddressColumns extends EmbeddedColumns<Address> {
        /** Component {@code street}, column {@code address_street}. */
        public final Attribute<Employee, @Nullable String> street = column("addressStreet");

        /** Component {@code city}, column {@code address_city}. */
        public final Attribute<Employee, @Nullable String> city = column("addressCity");

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
    private abstract static class Declared extends EmployeeBase implements Employee.Mapped {}
}
