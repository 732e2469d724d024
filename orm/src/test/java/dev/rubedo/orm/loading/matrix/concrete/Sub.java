package dev.rubedo.orm.loading.matrix.concrete;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a subclass. Confined to one thread at a time. */
@Entity(table = "subs")
public final class Sub extends SubBase {
    interface Mapped extends Part.Mapped {
        @Nullable
        Integer extra();

        @ForeignKey(value = "owners.id")
        @Nullable
        Long listOwnerId();

        @Relationship(backPopulates = "list", foreignKey = "listOwnerId")
        @Nullable
        Owner listOwner();

        @ForeignKey(value = "owners.id")
        @Nullable
        Long setOwnerId();

        @Relationship(backPopulates = "set", foreignKey = "setOwnerId")
        @Nullable
        Owner setOwner();

        @ForeignKey(value = "owners.id")
        @Nullable
        Long mapOwnerId();

        @Relationship(backPopulates = "map", foreignKey = "mapOwnerId")
        @Nullable
        Owner mapOwner();

        @ForeignKey(value = "owners.id")
        @Nullable
        Long oneOwnerId();

        @Relationship(backPopulates = "one", foreignKey = "oneOwnerId")
        @Nullable
        Owner oneOwner();

        @Relationship(joinTable = "owner_part", backPopulates = "many")
        Set<Owner> manyOwners();

        @Relationship(backPopulates = "lowers")
        @Nullable
        Sub upper();

        @Relationship(backPopulates = "upper", orderBy = "id")
        List<Sub> lowers();
    }
}
