package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree with a natural key. */
@Entity
public final class Region extends RegionBase {
    interface Mapped extends Named {
        @Id
        @Column(length = 10)
        String code();
        @Relationship(backPopulates = "children")
        @Nullable
        Region parent();
        @Relationship(backPopulates = "parent", orderBy = "code")
        List<Region> children();
    }

    Region() {}

    Region(String code) {
        code(code);
        name("Region " + code);
    }
}
