package dev.rubedo.orm.mistakes.guide;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import java.util.List;

/** A person who writes. Confined to one thread at a time. */
@Entity(table = "writers")
public final class Writer extends WriterBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Version
        int version();

        @Relationship(backPopulates = "writer", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Essay> essays();
    }

    Writer() {}

    Writer(String name) {
        name(name);
    }
}
