package dev.rubedo.orm.loading.matrix.single;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has parts of each kind. Confined to one thread at a time. */
@Entity(table = "owners")
public final class Owner extends OwnerBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @ForeignKey("parts.id")
        @Nullable
        Long mainId();

        @Relationship(foreignKey = "mainId")
        @Nullable
        Part main();

        @Relationship(backPopulates = "listOwner", orderBy = "id")
        List<Part> list();

        @Relationship(backPopulates = "setOwner")
        Set<Part> set();

        @Relationship(backPopulates = "mapOwner", mapKey = "name")
        Map<String, Part> map();

        @Relationship(backPopulates = "oneOwner", foreignKey = "oneOwnerId")
        @Nullable
        Part one();

        @Relationship(joinTable = "owner_part", backPopulates = "manyOwners")
        Set<Part> many();
    }
}
