package blog;

import dev.rubedo.mapping.GeneratedMapping;
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
 * The query model of {@link Membership}, for writing statements such as
 * {@code select(MEMBERSHIP).where(MEMBERSHIP.userId.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
final class Membership_ extends EntityPath<Membership> {
    /** The mapping of {@link Membership}. Attributes are identified by their position in it. */
    static final EntityDefinition<Membership> DEFINITION = EntityDefinition.of(Membership.class, Membership::new, "membership")
            .column(ColumnDefinition.of("userId", "user_id", Types.BIGINT).primaryKey()
                    .references("shop.users.id"))
            .column(ColumnDefinition.of("groupId", "group_id", Types.INTEGER).primaryKey()
                    .references("groups.id"))
            .column(ColumnDefinition.of("role", "role", Types.STRING).notNull())
            .relationship(RelationshipDefinition.toOne("user", () -> User_.USER)
                    .notNull()
                    .foreignKey(List.of("userId"), List.of("id")))
            .relationship(RelationshipDefinition.toOne("group", () -> Group_.GROUP)
                    .notNull()
                    .foreignKey(List.of("groupId"), List.of("id")))
            .build();

    /** The entity itself, for use in statements. */
    public static final Membership_ MEMBERSHIP = new Membership_(PathOrigin.root());

    /** Attribute {@code userId}, column {@code user_id}. */
    public final Attribute<Membership, Long> userId = column("userId");

    /** Attribute {@code groupId}, column {@code group_id}. */
    public final Attribute<Membership, Integer> groupId = column("groupId");

    /** Attribute {@code role}, column {@code role}. */
    public final Attribute<Membership, String> role = column("role");

    /** Attribute {@code user}, the related {@link User}. */
    public final ToOne<Membership, User> user = toOne("user");

    /** Attribute {@code group}, the related {@link Group}. */
    public final ToOne<Membership, Group> group = toOne("group");

    private Membership_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Membership_ at(ToOne<?, Membership> relationship) {
        return new Membership_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Membership_ as(String alias) {
        return new Membership_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #user}. The join is added automatically. */
    public User_ user() {
        return User_.at(user);
    }

    /** Returns the attributes of {@link #group}. The join is added automatically. */
    public Group_ group() {
        return Group_.at(group);
    }

    @Override
    protected Membership_ $with(PathOrigin origin) {
        return new Membership_(origin);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends MembershipBase implements Membership.Mapped {}
}
