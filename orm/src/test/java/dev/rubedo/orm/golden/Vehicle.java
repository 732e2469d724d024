package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A vehicle, the root of a hierarchy in one table. Confined to one thread at a time. */
@Entity(table = "vehicles")
@Polymorphic(on = "kind", identity = "vehicle")
public class Vehicle extends VehicleBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 20)
        String kind();

        @Column(length = 50)
        @Nullable
        String name();

        @ForeignKey("users.id")
        @Nullable
        Integer ownerId();

        @Relationship(backPopulates = "vehicles", loading = Loading.LAZY)
        @Nullable
        User owner();
    }
}
