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
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The query model of {@link Profile}, for writing statements such as
 * {@code select(PROFILE).where(PROFILE.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
final class Profile_ extends EntityPath<Profile> {
    /** The mapping of {@link Profile}. Attributes are identified by their position in it. */
    static final EntityDefinition<Profile> DEFINITION = EntityDefinition.of(Profile.class, Profile::new, "profile")
            .column(ColumnDefinition.of("id", "id", Types.UUID).primaryKey())
            .column(ColumnDefinition.of("bio", "bio", Types.STRING).notNull())
            .column(ColumnDefinition.of("visible", "visible", Types.BOOLEAN).notNull().primitive())
            .relationship(RelationshipDefinition.toOne("user", () -> User_.USER)
                    .notNull()
                    .backPopulates("profile")
                    .foreignKey(List.of("userId"), List.of("id")))
            .column(ColumnDefinition.of("userId", "user_id", Types.BIGINT).notNull().unique()
                    .references("shop.users.id"))
            .build();

    /** The entity itself, for use in statements. */
    public static final Profile_ PROFILE = new Profile_(PathOrigin.root());

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<Profile, UUID> id = column("id");

    /** What others may know. */
    @Deprecated
    public final Attribute<Profile, String> bio = column("bio");

    /** Attribute {@code visible}, column {@code visible}. */
    public final Attribute<Profile, Boolean> visible = column("visible");

    /** Attribute {@code user}, the related {@link User}. */
    public final ToOne<Profile, User> user = toOne("user");

    /** The foreign key of {@link #user}, column {@code user_id}. */
    public final Attribute<Profile, Long> userId = column("userId");

    private Profile_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Profile_ at(ToOne<?, Profile> relationship) {
        return new Profile_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Profile_ as(String alias) {
        return new Profile_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #user}. The join is added automatically. */
    public User_ user() {
        return User_.at(user);
    }

    @Override
    protected Profile_ $with(PathOrigin origin) {
        return new Profile_(origin);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends ProfileBase implements Profile.Mapped {}
}
