package blog;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EmbeddedColumns;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The query model of {@link User}, for writing statements such as
 * {@code select(USER).where(USER.id.eq(...))}.
 *
 * <p>Immutable.
 */
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public final class User_ extends EntityPath<User> {
    /** The mapping of {@link User}. Attributes are identified by their position in it. */
    static final EntityDefinition<User> DEFINITION = EntityDefinition.of(User.class, User::new, "users")
            .schema("shop")
            .column(ColumnDefinition.of("created", "created", Types.instant(6)).notNull()
                    .serverDefault("CURRENT_TIMESTAMP"))
            .column(ColumnDefinition.of("updated", "updated", Types.instant(6)))
            .column(ColumnDefinition.of("code", "code", Types.STRING).notNull())
            .column(ColumnDefinition.of("id", "id", Types.BIGINT).primaryKey().generated())
            .column(ColumnDefinition.of("name", "name", Types.string(50)).notNull())
            .column(ColumnDefinition.of("email", "email", Types.string(100)).notNull()
                    .unique()
                    .index())
            .column(ColumnDefinition.of("age", "age", Types.INTEGER))
            .column(ColumnDefinition.of("nick", "nick", Types.STRING))
            .column(ColumnDefinition.of("userName", "username", Types.STRING).notNull()
                    .serverDefault("'anonymous'"))
            .column(ColumnDefinition.of("status", "status", Types.enumType(Status.class).asString().withLength(255)).notNull())
            .column(ColumnDefinition.of("active", "active", Types.BOOLEAN).notNull().primitive())
            .column(ColumnDefinition.of("score", "score", Types.DOUBLE).notNull().primitive())
            .column(ColumnDefinition.of("weight", "weight", Types.REAL).notNull().primitive())
            .column(ColumnDefinition.of("balance", "balance", Types.numeric(10, 2)).notNull())
            .column(ColumnDefinition.of("picture", "picture", Types.BINARY))
            .column(ColumnDefinition.of("language", "language", new LocaleType()))
            .column(ColumnDefinition.of("homeCity", "home_city", Types.string(40)))
            .column(ColumnDefinition.of("homeZip", "home_zip", Types.INTEGER))
            .column(ColumnDefinition.of("homeStatus", "home_status", Types.enumType(Status.class).asString().withLength(255)))
            .column(ColumnDefinition.of("version", "version", Types.INTEGER).notNull().primitive().version())
            .column(ColumnDefinition.of("lastSeen", "last_seen", Types.instant(6)).notNull())
            .relationship(RelationshipDefinition.toMany("addresses", CollectionKind.LIST, () -> Address_.ADDRESS)
                    .backPopulates("user")
                    .inverseForeignKey(List.of("userId"), List.of("id"))
                    .cascade(Cascade.ALL_DELETE_ORPHAN)
                    .orderBy("email"))
            .relationship(RelationshipDefinition.toOne("profile", () -> Profile_.PROFILE)
                    .backPopulates("user")
                    .inverseForeignKey(List.of("userId"), List.of("id"))
                    .loading(Loading.JOINED))
            .relationship(RelationshipDefinition.toMany("groups", CollectionKind.SET, () -> Group_.GROUP)
                    .backPopulates("users")
                    .joinTable("user_group", List.of("user_id"), List.of("group_id")))
            .relationship(RelationshipDefinition.toOne("manager", () -> User_.USER)
                    .backPopulates("reports")
                    .foreignKey(List.of("managerId"), List.of("id")))
            .relationship(RelationshipDefinition.toMany("reports", CollectionKind.LIST, () -> User_.USER)
                    .backPopulates("manager")
                    .inverseForeignKey(List.of("managerId"), List.of("id")))
            .column(ColumnDefinition.of("managerId", "manager_id", Types.BIGINT)
                    .references("shop.users.id"))
            .record("home", "homeCity", "homeZip", "homeStatus")
            .index("idx_name_email", "name", "email")
            .uniqueIndex("", "managerId")
            .unique("uq_nick", "nick", "language")
            .check("check_adult", "age >= 18")
            .build();

    /** The entity itself, for use in statements. */
    public static final User_ USER = new User_(PathOrigin.root());

    /** When the row was made. */
    public final Attribute<User, Instant> created = column("created");

    /** Attribute {@code updated}, column {@code updated}. */
    public final Attribute<User, @Nullable Instant> updated = column("updated");

    /** Attribute {@code code}, column {@code code}. */
    public final Attribute<User, String> code = column("code");

    /** Attribute {@code id}, column {@code id}. */
    public final Attribute<User, Long> id = column("id");

    /** The full name, as {@code Locale} wants it; see {@link Status#ACTIVE} and {@code email()}. */
    public final Attribute<User, String> name = column("name");

    /** Attribute {@code email}, column {@code email}. */
    public final Attribute<User, String> email = column("email");

    /** Attribute {@code age}, column {@code age}. */
    public final Attribute<User, @Nullable Integer> age = column("age");

    /** Attribute {@code nick}, column {@code nick}. */
    public final Attribute<User, @Nullable String> nick = column("nick");

    /** Attribute {@code userName}, column {@code username}. */
    public final Attribute<User, String> userName = column("userName");

    /** Attribute {@code status}, column {@code status}. */
    public final Attribute<User, Status> status = column("status");

    /** Attribute {@code active}, column {@code active}. */
    public final Attribute<User, Boolean> active = column("active");

    /** Attribute {@code score}, column {@code score}. */
    public final Attribute<User, Double> score = column("score");

    /** Attribute {@code weight}, column {@code weight}. */
    public final Attribute<User, Float> weight = column("weight");

    /** Attribute {@code balance}, column {@code balance}. */
    public final Attribute<User, BigDecimal> balance = column("balance");

    /** Attribute {@code picture}, column {@code picture}. */
    public final Attribute<User, byte @Nullable []> picture = column("picture");

    /** Attribute {@code language}, column {@code language}. */
    public final Attribute<User, @Nullable Locale> language = column("language");

    /** Attribute {@code version}, column {@code version}. */
    public final Attribute<User, Integer> version = column("version");

    /** Attribute {@code lastSeen}, column {@code last_seen}. */
    public final Attribute<User, Instant> lastSeen = column("lastSeen");

    /** Attribute {@code addresses}, the related {@link Address} objects. */
    public final ToMany<User, Address> addresses = toMany("addresses");

    /** Attribute {@code profile}, the related {@link Profile}. */
    public final ToOne<User, Profile> profile = toOne("profile");

    /** Attribute {@code groups}, the related {@link Group} objects. */
    public final ToMany<User, Group> groups = toMany("groups");

    /** Attribute {@code manager}, the related {@link User}. */
    public final ToOne<User, User> manager = toOne("manager");

    /** Attribute {@code reports}, the related {@link User} objects. */
    public final ToMany<User, User> reports = toMany("reports");

    /** The foreign key of {@link #manager}, column {@code manager_id}. */
    public final Attribute<User, @Nullable Long> managerId = column("managerId");

    /** Where somebody lives. */
    public final HomeColumns home = new HomeColumns();

    private User_(PathOrigin origin) {
        super(DEFINITION, origin);
    }

    /** Returns the target of a relationship. The join is added automatically. */
    public static User_ at(ToOne<?, User> relationship) {
        return new User_(PathOrigin.through(relationship));
    }

    /** Returns an alias of the entity, for statements in which it appears more than once. */
    public User_ as(String alias) {
        return new User_(PathOrigin.alias(alias));
    }

    /** Returns the attributes of {@link #profile}. The join is added automatically. */
    public Profile_ profile() {
        return Profile_.at(profile);
    }

    /** Returns the attributes of {@link #manager}. The join is added automatically. */
    public User_ manager() {
        return User_.at(manager);
    }

    @Override
    protected User_ $with(PathOrigin origin) {
        return new User_(origin);
    }

    /**
     * The columns of the embedded {@code home}.
     *
     * <p>Immutable.
     */
    public final class HomeColumns extends EmbeddedColumns<Place> {
        /** Component {@code city}, column {@code home_city}. */
        public final Attribute<User, @Nullable String> city = column("homeCity");

        /** Component {@code zip}, column {@code home_zip}. */
        public final Attribute<User, @Nullable Integer> zip = column("homeZip");

        /** Component {@code status}, column {@code home_status}. */
        public final Attribute<User, @Nullable Status> status = column("homeStatus");

        private HomeColumns() {}

        @Override
        protected List<Attribute<?, ?>> $parts() {
            return List.of(city, zip, status);
        }

        @Override
        protected @Nullable Object[] $split(Place record) {
            return new Object[]{record.city(), record.zip(), record.status()};
        }

        @Override
        protected Place $join(@Nullable Object[] values) {
            return new Place(this.<String>$required(values, 0), this.<Integer>$required(values, 1), this.<Status>$value(values, 2));
        }
    }

    /** Lets the compiler prove that the accessors match their declarations. Never used. */
    @SuppressWarnings("unused")
    private abstract static class Declared extends UserBase implements User.Mapped {}
}
