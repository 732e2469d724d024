package blog;

import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.type.Types;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The query model of {@link Group}, for writing statements such as
 * {@code select(GROUP).where(GROUP.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class Group_ extends EntityPath<Group> {
    /** The mapping of {@link Group}. Attributes are identified by their position in it. */
    static final EntityDefinition<Group> DEFINITION = EntityDefinition.of(Group.class, Group::new, "groups")
            .column(ColumnDefinition.of("id", "id", Types.INTEGER).primaryKey().generated())
            .column(ColumnDefinition.of("name", "name", Types.STRING).notNull())
            .relationship(RelationshipDefinition.toMany("users", CollectionKind.SET, () -> User_.USER)
                    .backPopulates("groups")
                    .joinTable("user_group", List.of("group_id"), List.of("user_id")))
            .build();

    /** The entity itself, for use in statements. */
    public static final Group_ GROUP = new Group_(PathOrigin.root());

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<Group, Integer> id = column("id");

    /** Attribute {@code name}, column {@code name}. */
    public final Attribute<Group, String> name = column("name");

    /** Attribute {@code users}, the related {@link User} objects. */
    public final ToMany<Group, User> users = toMany("users");

    private Group_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static Group_ at(ToOne<?, Group> relationship) {
        return new Group_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public Group_ as(String alias) {
        return new Group_(PathOrigin.alias(alias));
    }

    @Override
    protected Group_ $with(PathOrigin origin) {
        return new Group_(origin);
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends GroupBase implements Group.Mapped {}
}
