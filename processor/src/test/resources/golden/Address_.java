package blog;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.mapping.OnDelete;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.type.Types;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The query model of {@link Address}, for writing statements such as
 * {@code select(ADDRESS).where(ADDRESS.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Address_ extends EntityPath<Address> {
    /** The mapping of {@link Address}. Attributes are identified by their position in it. */
    static final EntityDefinition<Address> DEFINITION = EntityDefinition.of(Address.class, Address::new, "addresses")
            .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
            .column(ColumnDefinition.of("email", "email_address", Types.string(100)).notNull())
            .column(ColumnDefinition.of("userId", "user_id", Types.BIGINT).notNull()
                    .references("shop.users.id")
                    .onDelete(OnDelete.CASCADE))
            .relationship(RelationshipDefinition.toOne("user", () -> User_.USER)
                    .notNull()
                    .backPopulates("addresses")
                    .foreignKey(List.of("userId"), List.of("id")))
            .build();

    /** The entity itself, for use in statements. */
    public static final Address_ ADDRESS = new Address_(PathOrigin.root());

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<Address, Long> id = column("id");

    /** Attribute {@code email}, column {@code email_address}. */
    public final Attribute<Address, String> email = column("email");

    /** Attribute {@code userId}, column {@code user_id}. */
    public final Attribute<Address, Long> userId = column("userId");

    /** Attribute {@code user}, the related {@link User}. */
    public final ToOne<Address, User> user = toOne("user");

    private Address_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Address_ at(ToOne<?, Address> relationship) {
        return new Address_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Address_ as(String alias) {
        return new Address_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #user}. The join is added automatically. */
    public User_ user() {
        return User_.at(user);
    }

    @Override
    protected Address_ $with(PathOrigin origin) {
        return new Address_(origin);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends AddressBase implements Address.Mapped {}
}
