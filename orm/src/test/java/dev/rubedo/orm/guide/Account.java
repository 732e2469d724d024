package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Computed;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Json;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.TableOption;
import dev.rubedo.mapping.Validates;
import dev.rubedo.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the options of attributes. Confined to one thread at a time, as its session is. */
@Entity(table = "accounts")
@Comment("Who can buy")
@Index(name = "ix_accounts_name", on = {"name", "state"})
@Check(name = "ck_accounts_balance", sql = "balance >= 0")
@TableOption(dialect = "mariadb", name = "ENGINE", value = "InnoDB")
public final class Account extends AccountBase {
    interface Mapped extends Timestamped, SoftDeletable {
        @Id
        @Default(from = UUID.class, method = "randomUUID")
        UUID id();

        @Column(length = 50)
        String name();

        @Column(name = "mail", length = 100, unique = true)
        @Comment("In lower case")
        String email();

        @Nullable
        Integer age();

        Optional<String> nick();

        @Default("OPEN")
        State state();

        @Enumerated(Enumerated.Storage.CHECKED)
        @Nullable
        State before();

        @Json
        Preferences preferences();

        @Json
        @Default(from = Map.class, method = "of")
        Map<String, List<Integer>> scores();

        @Default("0.00")
        @Column(precision = 10, scale = 2)
        BigDecimal balance();

        @ServerDefault("1")
        int level();

        @Computed("balance * level")
        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal weight();

        @OnUpdate(from = Sql.class, method = "localTimestamp")
        @Nullable
        LocalDateTime changed();

        @Embedded
        Place home();

        @Embedded(columns = {"work_street", "work_town"})
        @Nullable
        Place work();

        @Deferred
        @Column(length = Column.UNLIMITED)
        @Nullable
        String biography();

        @Deferred(group = "images")
        byte @Nullable [] photo();

        @Deferred(group = "images")
        byte @Nullable [] signature();
    }

    /** What an account can do. Immutable. */
    enum State {
        OPEN, LOCKED
    }

    /** What its owner likes. Immutable. */
    record Preferences(String theme, List<String> topics) {}

    /** A part of an address. Immutable. */
    record Place(@Column(length = 50) String street, @Column(length = 50) String town) {}

    Account() {}

    public Account(String name, String email) {
        name(name).email(email).preferences(new Preferences("light", List.of()))
                .home(new Place("Main Street 1", "Ulm"));
    }

    @Validates("email")
    String checkEmail(String email) {
        if (!email.contains("@")) {
            throw new IllegalArgumentException("not an e-mail address: " + email);
        }
        return email.toLowerCase(Locale.ROOT);
    }
}
