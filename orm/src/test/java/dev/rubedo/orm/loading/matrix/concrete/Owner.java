package dev.rubedo.orm.loading.matrix.concrete;

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

        @ForeignKey("subs.id")
        @Nullable
        Long mainId();

        @Relationship(foreignKey = "mainId")
        @Nullable
        Sub main();

        @Relationship(backPopulates = "listOwner", orderBy = "id")
        List<Sub> list();

        @Relationship(backPopulates = "setOwner")
        Set<Sub> set();

        @Relationship(backPopulates = "mapOwner", mapKey = "name")
        Map<String, Sub> map();

        @Relationship(backPopulates = "oneOwner", foreignKey = "oneOwnerId")
        @Nullable
        Sub one();

        @Relationship(joinTable = "owner_part", backPopulates = "manyOwners")
        Set<Sub> many();
    }
}
