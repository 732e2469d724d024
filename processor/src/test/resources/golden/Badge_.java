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
 * The query model of {@link Badge}, for writing statements such as
 * {@code select(BADGE).where(BADGE.number.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
final class Badge_ extends EntityPath<Badge> {
    /** The mapping of {@link Badge}. Attributes are identified by their position in it. */
    static final EntityDefinition<Badge> DEFINITION = EntityDefinition.of(Badge.class, Badge::new, "badge")
            .column(ColumnDefinition.of("number", "number", Types.INTEGER).primaryKey().primitive())
            .relationship(RelationshipDefinition.toOne("membership", () -> Membership_.MEMBERSHIP)
                    .notNull()
                    .foreignKey(List.of("membershipUserId", "membershipGroupId"), List.of("userId", "groupId")))
            .column(ColumnDefinition.of("membershipUserId", "membership_user_id", Types.BIGINT).notNull()
                    .references("membership.user_id"))
            .column(ColumnDefinition.of("membershipGroupId", "membership_group_id", Types.INTEGER).notNull()
                    .references("membership.group_id"))
            .build();

    /** The entity itself, for use in statements. */
    public static final Badge_ BADGE = new Badge_(PathOrigin.root());

    /** Attribute {@code number}, column {@code number}. */
    public final Attribute<Badge, Integer> number = column("number");

    /** Attribute {@code membership}, the related {@link Membership}. */
    public final ToOne<Badge, Membership> membership = toOne("membership");

    /** The foreign key of {@link #membership}, column {@code membership_user_id}. */
    public final Attribute<Badge, Long> membershipUserId = column("membershipUserId");

    /** The foreign key of {@link #membership}, column {@code membership_group_id}. */
    public final Attribute<Badge, Integer> membershipGroupId = column("membershipGroupId");

    private Badge_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Badge_ at(ToOne<?, Badge> relationship) {
        return new Badge_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Badge_ as(String alias) {
        return new Badge_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #membership}. The join is added automatically. */
    public Membership_ membership() {
        return Membership_.at(membership);
    }

    @Override
    protected Badge_ $with(PathOrigin origin) {
        return new Badge_(origin);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends BadgeBase implements Badge.Mapped {}
}
