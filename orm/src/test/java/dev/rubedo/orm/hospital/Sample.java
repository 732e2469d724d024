package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every type that a column can have. */
@Entity
public final class Sample extends SampleBase {
    interface Mapped {
        @Id(assigned = true)
        int id();
        boolean flag();
        short small();
        long big();
        float real();
        double dbl();
        @Nullable
        Boolean flagN();
        @Nullable
        Short smallN();
        @Nullable
        Integer intN();
        @Nullable
        Long bigN();
        @Nullable
        Float realN();
        @Nullable
        Double dblN();
        Optional<String> text();
        @Column(length = Column.UNLIMITED)
        @Nullable
        String clob();
        @Column(precision = 20, scale = 6)
        @Nullable
        BigDecimal dec();
        @Nullable
        BigDecimal plain();
        @Nullable
        LocalDate date();
        @Nullable
        LocalTime time();
        @Nullable
        LocalDateTime stamp();
        @Nullable
        OffsetDateTime offset();
        @Nullable
        Instant instant();
        @Nullable
        UUID uuid();
        byte @Nullable [] bytes();
        @Column(length = 10)
        byte @Nullable [] short10();
        @Nullable
        Rank rank();
        @Type(LocaleType.class)
        @Nullable
        Locale locale();
    }
}
