package blog;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Setter;
import dev.rubedo.mapping.Type;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Validates;
import dev.rubedo.mapping.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every kind of attribute, in the fluent style. */
@Entity(table = "users", schema = "shop")
@Index(name = "idx_name_email", on = {"name", "email"})
@Index(on = "managerId", unique = true)
@Unique(name = "uq_nick", on = {"nick", "language"})
@Check(name = "check_adult", sql = "age >= 18")
public final class User extends UserBase {

    interface Mapped extends Timestamped, HasCode<String> {
        @Id Long id();

        /**
         * The full name, as {@link Locale} wants it; see {@link Status#ACTIVE} and {@link #email()}.
         *
         * @return never empty
         */
        @Column(length = 50) String name();

        @Column(length = 100, unique = true, index = true) String email();

        @Nullable Integer age();

        Optional<String> nick();

        @Column(name = "username") @ServerDefault("'anonymous'") String userName();

        Status status();

        boolean active();

        double score();

        float weight();

        @Column(precision = 10, scale = 2) BigDecimal balance();

        byte @Nullable [] picture();

        @Type(LocaleType.class) @Nullable Locale language();

        /** Where somebody lives. */
        @Embedded @Nullable Place home();

        @Version int version();

        @Setter(Access.PROTECTED) @Marked("seen") java.time.Instant lastSeen();

        @Relationship(backPopulates = "user", cascade = ALL_DELETE_ORPHAN, orderBy = "email") List<Address> addresses();

        @Relationship(backPopulates = "user", loading = Loading.JOINED) @Nullable Profile profile();

        @Relationship(joinTable = "user_group", backPopulates = "users") Set<Group> groups();

        @Relationship(backPopulates = "reports") @Nullable User manager();

        @Relationship(backPopulates = "manager") List<User> reports();
    }

    User() {}

    public User(String name) {
        name(name);
    }

    @Validates("email")
    String checkEmail(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    @Validates({"userName", "name"})
    static String checkName(String name) {
        return name.strip();
    }
}
