package dev.rubedo.orm.guide;

import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Type;
import dev.rubedo.mapping.Version;

/** A text whose version is the system column of PostgreSQL. Confined to one thread at a time. */
@Entity(table = "minutes")
public class Minute extends MinuteBase {
    interface Mapped {
        @Id
        Long id();

        String body();

        @Version(server = true)
        @Column(name = "xmin", system = true)
        @Type(value = PostgresTypes.class, constant = "XID")
        String transaction();
    }

    Minute() {}

    /** Creates one. */
    public Minute(String body) {
        body(body);
    }
}
