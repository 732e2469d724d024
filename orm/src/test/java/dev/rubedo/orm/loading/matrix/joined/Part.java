package dev.rubedo.orm.loading.matrix.joined;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part, the root of its hierarchy. Confined to one thread at a time. */
@Entity(table = "parts")
@Polymorphic(on = "kind", identity = "part")
public class Part extends PartBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

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
        Part upper();

        @Relationship(backPopulates = "upper", orderBy = "id")
        List<Part> lowers();
    }
}
