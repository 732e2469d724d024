package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Enumerated;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Json;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Type;
import dev.rubedo.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has a column of each common type and with each common option. Confined to one thread at a time. */
@Entity(table = "examples")
final class Example extends ExampleBase {
    interface Mapped {
        @Id
        Integer id();

        long bigNum();

        short smallNum();

        @Column(precision = 10, scale = 2)
        BigDecimal decimalVal();

        float floatVal();

        @Column(name = "username", length = 50, index = true)
        String userName();

        @Column(length = 100, unique = true)
        String email();

        @Comment("What it is about")
        @Column(length = Column.UNLIMITED)
        @Nullable
        String description();

        @Default("true")
        boolean active();

        @Default(from = Sql.class, method = "localTimestamp")
        LocalDateTime createdAt();

        @Default(from = Sql.class, method = "localTimestamp")
        @OnUpdate(from = Sql.class, method = "localTimestamp")
        LocalDateTime updatedAt();

        @Nullable
        LocalDate birthDate();

        @Nullable
        LocalTime loginTime();

        byte @Nullable [] fileData();

        @Json
        @Nullable
        Map<String, Object> metadata();

        @Enumerated(value = Enumerated.Storage.NATIVE, name = "status_enum")
        @Default("ACTIVE")
        Status status();

        @ServerDefault("'default_value'")
        String origin();

        @Type(PasswordType.class)
        @Nullable
        String password();
    }

    /** What a row can be. Immutable. */
    enum Status {
        ACTIVE, INACTIVE, PENDING
    }

    Example() {}

    Example(String userName) {
        userName(userName).email(userName + "@example.com").decimalVal(new BigDecimal("1.25"));
    }
}
