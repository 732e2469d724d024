package dev.rubedo.orm.defaults;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.upper;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Computed;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.TableOption;
import dev.rubedo.sql.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has a default of each kind. Confined to one thread at a time. */
@Entity
@Comment("What somebody asks for")
@TableOption(dialect = "mariadb", name = "ENGINE", value = "InnoDB")
final class Ticket extends TicketBase {
    interface Mapped extends Timestamped {
        @Id
        @Default(from = UUID.class, method = "randomUUID")
        UUID id();

        @Column(length = 50)
        @Comment("In one line")
        String title();

        @Default("open")
        @Column(length = 10)
        String state();

        @Default("NORMAL")
        Urgency urgency();

        @Default("true")
        boolean visible();

        @Default("7")
        short weight();

        @Default("30000000000")
        Long budget();

        @Default("1.50")
        @Column(precision = 10, scale = 2)
        BigDecimal price();

        @Default("2024-12-31")
        LocalDate due();

        @Default("note")
        @Nullable
        String note();

        @Default(method = "firstToken")
        @OnUpdate(method = "nextToken")
        @Column(length = 20)
        String token();

        @Default(sql = "1 + 1")
        int parts();

        @OnUpdate(sql = "'sql'")
        @Nullable
        String by();

        @Default("3")
        @ServerDefault("4")
        int level();

        @Computed("price * weight")
        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal total();
    }

    /** How soon it is wanted. Immutable. */
    enum Urgency {
        LOW, NORMAL, HIGH
    }

    Ticket() {}

    Ticket(String title) {
        title(title);
    }

    static Expression<String> firstToken() {
        return upper(literal("first"));
    }

    static Expression<String> nextToken() {
        return literal("next").concat(literal("!"));
    }
}
